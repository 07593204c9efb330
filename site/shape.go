package site

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/gohugoio/hugo/common/hreflect"
	"github.com/gohugoio/hugo/resources/page"
)

// What forms depend on, beside the words in their blanks. Two pages of which it is the same share a form; Key is all of it
// in one string.
type (
	// frame is of the top of a page, up to its text.
	frame struct {
		PageKind              string     // see kindOf
		Kind, Layout, Section string     // as Hugo calls them
		Column                bool       // rather than an article, in the words of 国办发〔2017〕47号
		Brief                 bool       // the title is so long that the site's short name does beside it
		NoIndex               bool       // it may not be found
		By, Value             any        // what a list is narrowed by
		Langs                 []language // of the page and its translations, where there are any
		Feed                  bool
		Key                   string
	}
	language struct {
		Lang, Locale, Label string
		Default             bool
	}
	// head is of the head of a page's text.
	head struct {
		AsOf                      any
		Summary, Dated, Versioned bool
		Lags                      *language // the Chinese page has changed since: where that is
		AIGC                      bool      // made by a machine, and says so
		Key                       string
	}
)

// briefName is how long a page's title and the site's name may be together, in characters, for the whole name to stand
// beside the title: those of documents are long.
const briefName = 60

// Frame is what the top of a page depends on. The name is that of the site.
func (functions) Frame(of any, name string) (*frame, error) {
	p, err := pageOf(of)
	if err != nil {
		return nil, err
	}
	to := frame{
		PageKind: kindOf(p), Kind: p.Kind(), Layout: p.Layout(), Section: p.Section(), Column: !p.IsPage() || p.Layout() != "",
		Brief:   utf8.RuneCountInString(p.Title())+utf8.RuneCountInString(name) > briefName,
		NoIndex: filled(p, "noindex"), Feed: !p.OutputFormats().Get("rss").IsZero(),
	}
	if to.Layout == "filter" {
		to.By, to.Value = p.Params()["by"], p.Params()["value"]
	}
	for _, twin := range twinsOf(p) {
		to.Langs = append(to.Langs, languageOf(twin))
	}
	to.Key = fmt.Sprint(to)
	return &to, nil
}

// other is another language of the site.
type other struct {
	language
	Twin bool   // the page is translated into it
	Home string // address of the home page there
}

// Others are the other languages of a site, for a page in the languages that its frame names.
func (functions) Others(of any, langs []language) ([]other, error) {
	s, ok := of.(page.Site)
	if !ok {
		return nil, fmt.Errorf("%T is no site", of)
	}
	var others []other
	for _, home := range s.Home().Translations() {
		l := languageOf(home)
		others = append(others, other{l, slices.Contains(langs, l), home.RelPermalink()})
	}
	return others, nil
}

func languageOf(p page.Page) language {
	l := p.Language()
	return language{l.Lang, l.Locale(), l.Label(), p.Site().IsDefault()}
}

// Head is what the head of a page's text depends on.
func (f functions) Head(of any) (*head, error) {
	p, err := pageOf(of)
	if err != nil {
		return nil, err
	}
	lagging, err := f.Lagging(of)
	if err != nil {
		return nil, err
	}
	to := head{
		AsOf: p.Params()["asof"], Summary: filled(p, "summary"), Dated: !p.Date().IsZero(), Versioned: p.File() != nil,
		AIGC: filled(p, "aigc"),
	}
	to.Key = fmt.Sprint(to, lagging)
	if lagging {
		original := languageOf(chineseOf(p))
		to.Lags = &original
	}
	return &to, nil
}

// filled reports whether a page's front matter says something under a name.
func filled(p page.Page, name string) bool {
	value := p.Params()[name]
	return value != nil && hreflect.IsTruthful(value)
}
