package site

import "github.com/gohugoio/hugo/resources/page"

// chineseOf is the Chinese page that a page translates, or nil.
func chineseOf(p page.Page) page.Page {
	for _, twin := range p.Translations() {
		if twin.Site().IsDefault() {
			return twin
		}
	}
	return nil
}

// twinsOf are a page and its translations, or none where it has no translation.
func twinsOf(p page.Page) page.Pages {
	if all := p.AllTranslations(); len(all) > 1 {
		return all
	}
	return nil
}

// Listed are the pages of a section in its own language, in the Chinese section's order; a page that is not translated
// stands in Chinese rather than being left out.
func (functions) Listed(of any) (page.Pages, error) {
	section, err := pageOf(of)
	if err != nil {
		return nil, err
	}
	chinese := chineseOf(section)
	if chinese == nil {
		return section.RegularPages(), nil
	}
	var pages page.Pages
	for _, p := range chinese.RegularPages() {
		pages = append(pages, in(p, section.Language().Lang))
	}
	return pages, nil
}

// in is a page in a language, itself where it is not translated.
func in(p page.Page, lang string) page.Page {
	for _, twin := range p.Translations() {
		if twin.Language().Lang == lang {
			return twin
		}
	}
	return p
}
