package site

import (
	"context"
	"fmt"
	"html"
	"html/template"
	"strings"

	"github.com/gohugoio/hugo/markup/tableofcontents"
)

// toc is the table of contents of a page.
type toc struct {
	Extra []string // ids of those that its template adds
	Key   string   // Extra in one string: pages of which it is the same share a form

	headings tableofcontents.Headings
}

// blank is what a table of contents has for the blanks of a form.
func (o *toc) blank(name, _ string) any {
	if name == "contents" {
		return contents(o.headings)
	}
	return nil
}

// fewHeadings is up to how many headings a page can be surveyed without a table of contents.
const fewHeadings = 2

// Toc is the table of contents of a page, with the headings that its template adds: extra, and those of a story's own. It is
// nil where there are few headings.
func (functions) Toc(ctx context.Context, of any, extra any) (*toc, error) {
	p, err := pageOf(of)
	if err != nil {
		return nil, err
	}
	o := toc{Extra: strings.Fields(joined(extra, " "))}
	for _, id := range storyParts() {
		if len(entries(p, id)) > 0 {
			o.Extra = append(o.Extra, id)
		}
	}
	count := len(o.Extra)
	if headings := p.Fragments(ctx); headings != nil {
		o.headings = headings.Headings
		count += len(headings.Identifiers)
	}
	if count <= fewHeadings {
		return nil, nil
	}
	o.Key = fmt.Sprint(o.Extra)
	return &o, nil
}

// contents are headings as items of a list, those below a heading as a list in its item. It is markup here because a
// template that calls itself for each heading takes twenty times as long. Titles come escaped already: "R&amp;D".
func contents(headings tableofcontents.Headings) template.HTML {
	var out strings.Builder
	writeContents(&out, headings)
	return template.HTML(out.String())
}

func writeContents(out *strings.Builder, headings tableofcontents.Headings) {
	for _, h := range headings {
		if h.ID == "" { // a level was left out
			writeContents(out, h.Headings)
			continue
		}
		out.WriteString(`<li><a href="#` + template.HTMLEscapeString(h.ID) + `">` + template.HTMLEscapeString(html.UnescapeString(h.Title)) + `</a>`)
		if len(h.Headings) > 0 {
			out.WriteString("<ol>")
			writeContents(out, h.Headings)
			out.WriteString("</ol>")
		}
		out.WriteString("</li>")
	}
}
