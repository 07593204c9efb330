package site

import (
	"context"
	"fmt"
	"html/template"
	"strings"

	"github.com/gohugoio/hugo/markup/converter/hooks"
)

// Rows are a table: a form filled in with its head and its body. Alignment is a class: no inline style is allowed. It is
// markup here because tables have many cells, and a template takes twenty times as long for each.
func (f functions) Rows(ctx context.Context, of any, form template.HTML) (template.HTML, error) {
	table, ok := of.(hooks.TableContext)
	if !ok {
		return "", fmt.Errorf("%T is no table", of)
	}
	var out strings.Builder
	for _, part := range []struct {
		tag, cell string
		rows      []hooks.TableRow
	}{
		{"thead", `th scope="col"`, table.THead()},
		{"tbody", "td", table.TBody()},
	} {
		out.WriteString("<" + part.tag + ">")
		for _, row := range part.rows {
			writeRow(&out, part.cell, row)
		}
		out.WriteString("</" + part.tag + ">")
	}
	return f.Fill(ctx, form, nil, "rows", template.HTML(out.String()))
}

func writeRow(out *strings.Builder, cell string, row hooks.TableRow) {
	name, _, _ := strings.Cut(cell, " ")
	out.WriteString("<tr>")
	for _, c := range row {
		out.WriteString("<" + cell)
		if c.Alignment != "" {
			out.WriteString(` class="align-` + template.HTMLEscapeString(c.Alignment) + `"`)
		}
		out.WriteString(">" + string(c.Text) + "</" + name + ">")
	}
	out.WriteString("</tr>")
}
