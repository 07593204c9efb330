package site

import (
	"context"
	"fmt"
	"html/template"
	"strings"

	"github.com/gohugoio/hugo/resources/page"
)

// list is pages that a list shows. A template makes a form for each of its shapes, which are few, and Filled puts the pages
// into them.
type list struct {
	Shapes []*entry
	pages  page.Pages
	keys   []string // of the shapes of the pages
	forms  map[string]template.HTML
}

// entry is what the form of an entry depends on; Key is all of it in one string.
type entry struct {
	PageKind, Section, Lang, Locale string
	Icon                            string // name of a cluster's
	Level, Status, AsOf             any
	Topics, Clusters, Summary, Size bool
	Span                            *span // of a story with milestones
	Key                             string
}

// span is the dates of a story's first and last milestone.
type span struct{ First, Last any }

// List prepares a list of pages.
func (f functions) List(of any) (*list, error) {
	pages, err := page.ToPages(of)
	if err != nil {
		return nil, err
	}
	l := list{pages: pages, forms: map[string]template.HTML{}}
	known := map[string]bool{}
	for _, p := range pages {
		e := f.entryOf(p)
		if !known[e.Key] {
			known[e.Key] = true
			l.Shapes = append(l.Shapes, e)
		}
		l.keys = append(l.keys, e.Key)
	}
	return &l, nil
}

// Add adds the form of a shape.
func (l *list) Add(key string, form template.HTML) string {
	l.forms[key] = form
	return ""
}

// Filled is the entries, in the order of the pages.
func (l *list) Filled(ctx context.Context) (template.HTML, error) {
	var out strings.Builder
	for i, p := range l.pages {
		if err := fill(ctx, &out, l.forms[l.keys[i]], p, nil); err != nil {
			return "", err
		}
		out.WriteByte('\n')
	}
	return template.HTML(out.String()), nil
}

func (f functions) entryOf(p page.Page) *entry {
	params := p.Params()
	e := entry{
		PageKind: kindOf(p), Section: p.Section(), Lang: p.Language().Lang, Locale: p.Language().Locale(),
		Level: params["level"], Status: f.Status(params["status"], params["expires"]), AsOf: params["asof"],
		Topics: filled(p, "topics"), Clusters: filled(p, "clusters") || filled(p, "cluster"), Summary: filled(p, "summary"), Size: filled(p, "size"),
	}
	if e.Section == "clusters" && p.File() != nil {
		e.Icon = p.File().ContentBaseName()
	}
	e.Key = fmt.Sprint(e)
	if milestones := entries(p, "milestones"); len(milestones) > 0 {
		e.Span = &span{milestones[0]["date"], milestones[len(milestones)-1]["date"]}
		e.Key += fmt.Sprint(*e.Span)
	}
	return &e
}
