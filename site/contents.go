package site

import (
	"html"
	"html/template"
	"strings"

	"github.com/gohugoio/hugo/markup/tableofcontents"
)

// Contents are headings as items of a list, those below a heading as a list in its item. It is markup here because a
// template that calls itself for each heading takes twenty times as long. Titles come escaped already: "R&amp;D".
func (functions) Contents(headings tableofcontents.Headings) template.HTML {
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
