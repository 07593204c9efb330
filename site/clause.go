package site

import (
	"fmt"
	"html/template"
	"net/url"
	"slices"
	"strconv"
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
	Unknown string // the first source that it names and the page does not have
	At      string // where that is
	Ask     bool   // the page says a question that it answers
	Says    bool   // any of these
	Level   int    // of the heading
	Key     string // all of these in one string: clauses of which it is the same share a form

	heading hooks.HeadingContext
	ask     string // the first question that it answers
}

// blank is what a clause has for the blanks of a form.
func (c *clause) blank(name, _ string) any {
	switch name {
	case "anchor":
		return c.heading.Anchor()
	case "text":
		return template.HTML(c.heading.Text())
	case "plain":
		return c.heading.PlainText()
	case "ask":
		return c.ask
	case "query":
		return url.QueryEscape(c.ask)
	}
	return nil
}

// cited is a source that a statement names, with its number at the foot of the page; 0 where the page has no such source.
type cited struct {
	ID string
	N  int
}

// Clause reads a heading's attributes.
func (functions) Clause(of any) (*clause, error) {
	heading, ok := of.(hooks.HeadingContext)
	if !ok {
		return nil, fmt.Errorf("%T is no heading", of)
	}
	p, err := pageOf(heading.PageInner())
	if err != nil {
		return nil, err
	}
	at := func(name string) string {
		value, _ := heading.Attributes()[name].(string)
		return value
	}
	c := clause{
		Article: at("article"), Kind: at("kind"), AsOf: at("asof"), Status: at("status"), Expires: at("expires"),
		Level: heading.Level(), heading: heading, ask: asked(p, heading.Anchor()),
	}
	if ids := at("source"); ids != "" {
		c.Sources = citedBy(p, ids)
	}
	if c.Unknown = unknown(c.Sources); c.Unknown != "" {
		c.At = positionOf(of)
	}
	c.Ask = c.ask != ""
	said := []string{c.Article, c.Kind, c.AsOf, c.Status, c.Expires, at("source")}
	c.Says = c.Ask || strings.Join(said, "") != ""
	c.Key = c.key(said)
	return &c, nil
}

// key is what the attributes say in one string, and the rest of the clause that its form depends on.
func (c *clause) key(said []string) string {
	var out strings.Builder
	for _, value := range said {
		out.WriteString(value + "\x00")
	}
	for _, source := range c.Sources {
		out.WriteString(strconv.Itoa(source.N) + ",")
	}
	out.WriteString(strconv.Itoa(c.Level) + strconv.FormatBool(c.Ask) + c.At)
	return out.String()
}

// unknown is the first source that is named and the page does not have, or empty.
func unknown(sources []cited) string {
	for _, source := range sources {
		if source.N == 0 {
			return source.ID
		}
	}
	return ""
}

// citedBy are the sources of a page that the text "s1, s2" names.
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
