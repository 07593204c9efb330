package site

import (
	"context"
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strings"

	hugotext "github.com/gohugoio/hugo/common/text"
	"github.com/gohugoio/hugo/markup/converter/hooks"
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

// Address is the address of what Page finds, or empty. Unlike a page it does not tie what shows it to what that page says:
// it is for what stands on every page.
func (f functions) Address(of any, path string) (string, error) {
	found, err := f.Page(of, path)
	if err != nil || found == page.NilPage {
		return "", err
	}
	return found.RelPermalink(), nil
}

// target is where a link leads.
type target struct {
	External   bool   // to another host
	Nowhere    bool   // there is no such page
	Unanchored bool   // the page has no such anchor
	Foreign    string // locale of the page, where it is in the other language
	// Where the link stands, and what it says: only of one that leads nowhere, or to no anchor.
	At, Destination string
	Key             string // all of these in one string: links of which it is the same share a form

	link hooks.LinkContext
	href string
}

// blank is what a link has for the blanks of a form.
func (to *target) blank(name, _ string) any {
	switch name {
	case "destination":
		return to.href
	case "host":
		return hostOf(to.href)
	case "text":
		return template.HTML(to.link.Text())
	}
	return nil
}

// Target finds where a link leads.
func (f functions) Target(ctx context.Context, of any) (*target, error) {
	link, ok := of.(hooks.LinkContext)
	if !ok {
		return nil, fmt.Errorf("%T is no link", of)
	}
	p, err := pageOf(link.PageInner())
	if err != nil {
		return nil, err
	}
	u, err := url.Parse(link.Destination())
	if err != nil {
		return nil, err
	}
	to := target{External: u.IsAbs(), link: link, href: u.String()}
	to.Nowhere = to.External && !slices.Contains([]string{"https", "http", "mailto", "tel"}, u.Scheme)
	if !to.External {
		if err := f.inside(ctx, &to, p, u); err != nil {
			return nil, err
		}
	}
	if to.Nowhere || to.Unanchored {
		to.At = positionOf(of)
		to.Destination = link.Destination()
	}
	to.Key = fmt.Sprint(to.External, to.Nowhere, to.Unanchored, to.Foreign, to.At, to.Destination)
	return &to, nil
}

// positionOf is where in the content something stands, as Hugo's messages say it.
func positionOf(of any) string {
	if at, ok := of.(hugotext.Positioner); ok {
		return at.Position().String()
	}
	return ""
}

// inside finds where a link on a page leads inside the site.
func (f functions) inside(ctx context.Context, to *target, from page.Page, u *url.URL) error {
	at, href := from, url.URL{RawQuery: u.RawQuery, Fragment: u.Fragment}
	if u.Path != "" {
		var err error
		if at, err = f.Page(from.Site(), u.Path); err != nil {
			return err
		}
		if to.Nowhere = at == page.NilPage; to.Nowhere {
			return nil
		}
		shows(ctx, at)
		href.Path = at.RelPermalink()
	}
	if at.Language().Lang != from.Language().Lang {
		to.Foreign = at.Language().Locale()
	}
	to.Unanchored = u.Fragment != "" && !anchored(ctx, at, u.Fragment)
	to.href = href.String()
	return nil
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
	if slices.Contains(storyParts(), anchor) {
		return len(entries(p, anchor)) > 0
	}
	headings := p.Fragments(ctx)
	return headings != nil && headings.Identifiers.Contains(anchor)
}

// storyParts are the anchors that the template of a story adds, as what they hold is called in front matter.
func storyParts() []string { return []string{"claims", "milestones"} }
