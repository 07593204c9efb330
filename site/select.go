package site

import (
	"time"

	"github.com/gohugoio/hugo/resources/page"
)

// Saying are the first of some pages whose front matter says a value under a name, or anything where the value is nil.
func (functions) Saying(pages page.Pages, limit int, name string, value any) page.Pages {
	var found page.Pages
	for _, p := range pages {
		if len(found) == limit {
			break
		}
		said := p.Params()[name]
		if said == value && value != nil || said != nil && value == nil {
			found = append(found, p)
		}
	}
	return found
}

// Latest are those of some pages that were published last, the newest first: of the content's own, not of what templates
// alone make.
func (functions) Latest(pages page.Pages, limit int) page.Pages {
	var own page.Pages
	for _, p := range pages {
		if p.Layout() == "" {
			own = append(own, p)
		}
	}
	return own.ByDate().Reverse().Limit(limit)
}

// findable is a page that search engines may be told of.
type findable struct {
	Address   string
	Changed   string     // "2006-01-02" or empty
	By, Value any        // what a list is narrowed by: with nothing on it, it is left out
	Twins     page.Pages // the page and its translations, where there are any
}

// Findable are those of some pages that search engines may be told of.
func (functions) Findable(pages page.Pages) []*findable {
	var list []*findable
	for _, p := range pages {
		if filled(p, "noindex") || p.Kind() == "404" {
			continue
		}
		found := findable{Address: p.Permalink(), Twins: twinsOf(p)}
		if changed := p.Lastmod(); !changed.IsZero() {
			found.Changed = changed.Format(time.DateOnly)
		}
		if p.Layout() == "filter" {
			found.By, found.Value = p.Params()["by"], p.Params()["value"]
		}
		list = append(list, &found)
	}
	return list
}
