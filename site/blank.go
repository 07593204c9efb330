package site

import (
	"context"
	"fmt"
	"html/template"
	"net/url"
	"strings"

	"github.com/gohugoio/hugo/identity"
	"github.com/gohugoio/hugo/resources/page"
	"github.com/gohugoio/hugo/tpl"
)

// pageBlank is what a page says of itself. The argument is another value where the page has none, a layout of a date, or
// a language.
func pageBlank(ctx context.Context, p page.Page, name, argument string) any {
	switch name {
	case "title":
		return either(p.Title(), argument)
	case "permalink", "address":
		if argument != "" {
			p = in(p, argument)
		}
		shows(ctx, p)
		if name == "address" {
			return p.RelPermalink()
		}
		return p.Permalink()
	case "feed":
		return p.OutputFormats().Get("rss").RelPermalink()
	case "date":
		return p.Date().Format(argument)
	case "trail":
		return trail(ctx, p, argument)
	case "publisher":
		for _, source := range entries(p, "sources") {
			return either(source["publisher"], argument)
		}
		return argument
	case "keywords":
		return either(joined(p.Params()["keywords"], ","), p.Title())
	case "topics":
		return joined(p.Params()["topics"], " ")
	case "clusters":
		return joined(either(p.Params()["clusters"], p.Params()["cluster"]), " ")
	case "about":
		return url.QueryEscape(p.RelPermalink())
	case "summary", "size", "company", "stage":
		return either(p.Params()[name], "")
	}
	return nil
}

// shows notes that what is being made shows something of a page, so that it is made again when that page changes: Hugo
// itself sees only what templates touch.
func shows(ctx context.Context, p page.Page) {
	manager := tpl.Context.GetDependencyManagerInCurrentScope(ctx)
	if manager == nil {
		return
	}
	identity.WalkIdentitiesShallow(p, func(_ int, id identity.Identity) bool {
		manager.AddIdentity(id)
		return false
	})
}

// either is a value, or another where it is empty.
func either(value, other any) any {
	if value == nil || value == "" {
		return other
	}
	return value
}

// joined is a list of words as one string.
func joined(list any, by string) string {
	switch l := list.(type) {
	case []string:
		return strings.Join(l, by)
	case []any:
		var words []string
		for _, word := range l {
			words = append(words, fmt.Sprint(word))
		}
		return strings.Join(words, by)
	case string:
		return l
	}
	return ""
}

// trail is the way from the home page to a page, as items of a list; the argument is what the home page is called there.
func trail(ctx context.Context, p page.Page, home string) template.HTML {
	var out strings.Builder
	above := p.Ancestors()
	for i := len(above) - 1; i >= 0; i-- {
		shows(ctx, above[i])
		title := above[i].Title()
		if above[i].IsHome() {
			title = home
		}
		out.WriteString(`<li><a href="` + template.HTMLEscapeString(above[i].RelPermalink()) + `">` + template.HTMLEscapeString(title) + "</a></li>\n")
	}
	out.WriteString(`<li aria-current="page">` + template.HTMLEscapeString(p.Title()) + "</li>")
	return template.HTML(out.String())
}
