package site

import (
	"context"
	"fmt"
	"html/template"
	"net/url"
	"os"
	"strings"

	"github.com/gohugoio/hugo/identity"
	"github.com/gohugoio/hugo/resources/page"
	"github.com/gohugoio/hugo/tpl"
)

// A form is markup that many pages share but for some words: a template makes it once, with blanks in it, and Fill fills
// them in on each page, for a fraction of what the template would take. The template is not given a page, but only what
// the form depends on, whose Key is also that of partialCached.
//
// A blank is written ${name} or ${name:argument}. Text goes in escaped; what is of type template.HTML goes in as it is.

// blanks finds what goes into a blank, or nil where there is no blank of that name.
type blanks func(name, argument string) any

// filler has something for the blanks of the forms that are made for it.
type filler interface {
	blank(name, argument string) any
}

// Fill fills in a form: with what is named in pairs, else with what the page or the part of a page
// has. A blank that neither knows is an error.
func (functions) Fill(ctx context.Context, form template.HTML, of any, pairs ...any) (template.HTML, error) {
	known, err := blanksOf(ctx, of)
	if err != nil {
		return "", err
	}
	var unknown string
	filled := os.Expand(string(form), func(blank string) string {
		name, argument, _ := strings.Cut(blank, ":")
		value := named(pairs, name)
		if value == nil {
			value = known(name, argument)
		}
		if value == nil {
			unknown = blank
		}
		return escaped(value)
	})
	if unknown != "" {
		return "", fmt.Errorf("a form has the blank %q, which %T does not fill", unknown, of)
	}
	return template.HTML(filled), nil
}

// named is the value that follows a name in pairs, or nil.
func named(pairs []any, name string) any {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1]
		}
	}
	return nil
}

func escaped(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case template.HTML:
		return string(v)
	case template.JS: // in a block of data
		return string(v)
	case string:
		return template.HTMLEscapeString(v)
	}
	return template.HTMLEscapeString(fmt.Sprint(value))
}

func blanksOf(ctx context.Context, of any) (blanks, error) {
	switch v := of.(type) {
	case page.Page:
		return func(name, argument string) any { return pageBlank(ctx, v, name, argument) }, nil
	case filler:
		return v.blank, nil
	case nil: // all that there is stands in pairs
		return func(string, string) any { return nil }, nil
	}
	return nil, fmt.Errorf("%T fills no form", of)
}

// pageBlank is what a page says of itself. The argument is another value where the page has none, a layout of a date, or
// a language.
func pageBlank(ctx context.Context, p page.Page, name, argument string) any {
	switch name {
	case "title":
		return either(p.Title(), argument)
	case "permalink":
		if argument != "" {
			p = in(p, argument)
		}
		shows(ctx, p)
		return p.Permalink()
	case "address":
		shows(ctx, p)
		return p.RelPermalink()
	case "there": // in another language, or the home page there
		there := in(p, argument)
		if there.Language().Lang != argument {
			there = in(p.Site().Home(), argument)
		}
		shows(ctx, there)
		return there.RelPermalink()
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
	case "summary", "size":
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
