package site

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/gohugoio/hugo/resources/page"
)

// Page is the page that a path of the content folder names: in a site's language, else the Chinese one, else none. The path
// is "/policies/x.md", "/land/_index.md" or the same without the ending.
func (functions) Page(of any, path string) (page.Page, error) {
	s, ok := of.(page.Site)
	if !ok {
		return nil, fmt.Errorf("%T is no site", of)
	}
	for _, ending := range []string{".md", ".en", "_index"} {
		path = strings.TrimSuffix(path, ending)
	}
	found, err := s.GetPage(path)
	if err != nil || found != page.NilPage || s.IsDefault() {
		return found, err
	}
	for _, home := range s.Home().Translations() {
		if home.Site().IsDefault() {
			return home.Site().GetPage(path)
		}
	}
	return page.NilPage, nil
}

// target is where a link leads.
type target struct {
	External   bool // to another host; the rest is empty
	Page       page.Page
	Elsewhere  bool // not to the page on which it stands
	Foreign    bool // to a page in the other language
	Unanchored bool // the page has no such anchor
	Query      string
	Fragment   string
}

// Target finds where a link on a page leads.
func (f functions) Target(ctx context.Context, of any, destination string) (target, error) {
	p, err := pageOf(of)
	if err != nil {
		return target{}, err
	}
	u, err := url.Parse(destination)
	if err != nil {
		return target{}, err
	}
	if u.IsAbs() {
		return target{External: true}, nil
	}
	to := target{Page: p, Elsewhere: u.Path != "", Query: u.RawQuery, Fragment: u.Fragment}
	if to.Elsewhere {
		if to.Page, err = f.Page(p.Site(), u.Path); err != nil || to.Page == page.NilPage {
			return to, err
		}
	}
	to.Foreign = to.Page.Language().Lang != p.Language().Lang
	to.Unanchored = u.Fragment != "" && !anchored(ctx, to.Page, u.Fragment)
	return to, nil
}

// Anchored reports whether a page has an anchor, among its headings or those that a story's template adds.
func (functions) Anchored(ctx context.Context, of any, anchor string) (bool, error) {
	p, err := pageOf(of)
	if err != nil {
		return false, err
	}
	return anchored(ctx, p, anchor), nil
}

func anchored(ctx context.Context, p page.Page, anchor string) bool {
	if anchor == "milestones" || anchor == "claims" {
		return len(entries(p, anchor)) > 0
	}
	headings := p.Fragments(ctx)
	return headings != nil && headings.Identifiers.Contains(anchor)
}

// Chinese is the Chinese page that a page translates, or none.
func (functions) Chinese(of any) (page.Page, error) {
	p, err := pageOf(of)
	if err != nil {
		return nil, err
	}
	return chineseOf(p), nil
}

func chineseOf(p page.Page) page.Page {
	for _, twin := range p.Translations() {
		if twin.Site().IsDefault() {
			return twin
		}
	}
	return nil
}

// Others are a page in the other languages, the home page there where it is not translated.
func (functions) Others(of any) ([]page.Page, error) {
	p, err := pageOf(of)
	if err != nil {
		return nil, err
	}
	var others []page.Page
	for _, home := range p.Site().Home().Translations() {
		other := in(p, home.Language().Lang)
		if other == p {
			other = home
		}
		others = append(others, other)
	}
	return others, nil
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
