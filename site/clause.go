package site

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gohugoio/hugo/markup/converter/hooks"
	"github.com/gohugoio/hugo/resources/page"
)

// clause is what a heading says in its attributes, and what its page says of it. What is not said is empty.
type clause struct {
	Article string // number in the original
	Kind    string // "gap" where the page has no answer
	AsOf    string
	Status  string
	Expires string
	Sources []cited
	Unknown string // the first that it names and the page does not have
	Ask     string // the first question that it answers
	Says    bool   // any of these
	Meta    string // all but the question in one string, which two clauses share that say the same
}

// cited is a source that a statement names, with its number at the foot of the page; 0 where the page has no such source.
type cited struct {
	ID string
	N  int
}

// Clause reads a heading's attributes.
func (functions) Clause(of any) (clause, error) {
	heading, ok := of.(hooks.HeadingContext)
	if !ok {
		return clause{}, fmt.Errorf("%T is no heading", of)
	}
	p, err := pageOf(heading.PageInner())
	if err != nil {
		return clause{}, err
	}
	at := func(name string) string {
		value, _ := heading.Attributes()[name].(string)
		return value
	}
	c := clause{Article: at("article"), Kind: at("kind"), AsOf: at("asof"), Status: at("status"), Expires: at("expires"), Ask: asked(p, heading.Anchor())}
	if ids := at("source"); ids != "" {
		c.Sources = citedBy(p, ids)
	}
	for _, source := range c.Sources {
		if source.N == 0 && c.Unknown == "" {
			c.Unknown = source.ID
		}
	}
	said := []string{c.Article, c.Kind, c.AsOf, c.Status, c.Expires, at("source")}
	c.Says = c.Ask != "" || strings.Join(said, "") != ""
	c.Meta = fmt.Sprint(said, c.Sources)
	return c, nil
}

// Cited are the sources of a page that the text "s1, s2" names.
func (functions) Cited(of any, ids string) ([]cited, error) {
	p, err := pageOf(of)
	if err != nil {
		return nil, err
	}
	return citedBy(p, ids), nil
}

func citedBy(p page.Page, ids string) []cited {
	sources := entries(p, "sources")
	var list []cited
	for id := range strings.SplitSeq(ids, ",") {
		id = strings.TrimSpace(id)
		n := slices.IndexFunc(sources, func(source map[string]any) bool { return source["id"] == id })
		list = append(list, cited{id, n + 1})
	}
	return list
}

// asked is the first question that a clause of a page answers, empty where it names none.
func asked(p page.Page, anchor string) string {
	for _, q := range entries(p, "questions") {
		if q["clause"] != anchor {
			continue
		}
		switch ask := q["ask"].(type) {
		case []any:
			if len(ask) > 0 {
				return fmt.Sprint(ask[0])
			}
		case []string:
			if len(ask) > 0 {
				return ask[0]
			}
		}
		return ""
	}
	return ""
}
