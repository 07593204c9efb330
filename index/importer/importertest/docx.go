package importertest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Parts are the parts of a Word document by name: "document", "numbering", "header1". What is missing is left out of the file.
type Parts map[string]string

// Docx writes a Word document. The value of "document" is the content of its body, of others the content of their root element.
func Docx(parts Parts) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, content string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	add("[Content_Types].xml", xml.Header+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		root := map[string]string{"document": "document", "footnotes": "footnotes", "styles": "styles", "numbering": "numbering", "comments": "comments"}[name]
		if root == "" {
			root = "hdr"
		}
		content := parts[name]
		if name == "document" {
			content = "<w:body>" + content + "</w:body>"
		}
		add("word/"+name+".xml", fmt.Sprintf(`%s<w:%s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:%s>`, xml.Header, root, content, root))
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// Text escapes a text for XML.
func Text(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		panic(err)
	}
	return b.String()
}

// P is a paragraph with the properties, which are XML and may be empty.
func P(properties, text string) string {
	if properties != "" {
		properties = "<w:pPr>" + properties + "</w:pPr>"
	}
	return "<w:p>" + properties + R(text) + "</w:p>"
}

// R is a run.
func R(text string) string { return `<w:r><w:t xml:space="preserve">` + Text(text) + "</w:t></w:r>" }

// Listed is the property of a paragraph in a list at a level from 0.
func Listed(list, level int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, list)
}

// Numbering is the content of "numbering" with one list, number 1. Its levels are pairs of a format and a text: "decimal", "%1.".
func Numbering(levels ...string) string {
	var b strings.Builder
	b.WriteString(`<w:abstractNum w:abstractNumId="7">`)
	for i := 0; i+1 < len(levels); i += 2 {
		fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:suff w:val="tab"/><w:lvlText w:val="%s"/></w:lvl>`, i/2, levels[i], levels[i+1])
	}
	b.WriteString(`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`)
	return b.String()
}

// Table writes rows of cells; a cell is what Cell returns.
func Table(rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<w:tbl>")
	for _, row := range rows {
		b.WriteString("<w:tr>" + strings.Join(row, "") + "</w:tr>")
	}
	b.WriteString("</w:tbl>")
	return b.String()
}

// Cell is a cell with properties such as Span and Begin.
func Cell(text string, properties ...string) string {
	return "<w:tc><w:tcPr>" + strings.Join(properties, "") + "</w:tcPr>" + P("", text) + "</w:tc>"
}

// Span lets a cell cover columns; Begin and GoOn let it cover rows.
func Span(columns int) string { return fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, columns) }

// The properties of a cell that covers rows: of the first, and of those below.
const (
	Begin = `<w:vMerge w:val="restart"/>`
	GoOn  = `<w:vMerge/>`
)
