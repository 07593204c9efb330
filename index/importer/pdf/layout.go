package pdf

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"lvgu/index/importer/block"
)

// layOut makes paragraphs and tables of the pages' lines.
func layOut(pages []page) (*block.Document, error) {
	doc := &block.Document{}
	var lines []line
	bare := 0 // pages with pictures and no text
	for _, p := range pages {
		own := p.lines()
		if len(own) == 0 && p.images > 0 {
			bare++
			doc.Notes = append(doc.Notes, fmt.Sprintf("第 %d 页只有图片（多半是扫描件），没有导入。", p.number))
		}
		lines = append(lines, own...)
	}
	if err := readable(pages, lines, bare); err != nil {
		return nil, err
	}
	lines = dropFurniture(doc, lines, len(pages))
	if err := paragraphs(doc, lines, measure(lines, pages)); err != nil {
		return nil, err
	}
	if doc.Empty() {
		return nil, block.Empty()
	}
	return doc, nil
}

// paragraphs joins lines to paragraphs, and makes tables where they stand.
func paragraphs(doc *block.Document, lines []line, m measures) error {
	var open block.Joiner
	var next block.Block
	end := func() {
		doc.Add(next, open.String())
		open, next = block.Joiner{}, block.Block{}
	}
	for i, l := range lines {
		if l.table != nil {
			end()
			if err := addTable(doc, l); err != nil {
				return err
			}
			continue
		}
		if i > 0 && m.begins(lines[i-1], l) {
			end()
		}
		if open.String() == "" {
			next.Center = m.centred(l)
		}
		open.Add(l.text)
	}
	end()
	return nil
}

// readable refuses files whose text is pictures or no text.
func readable(pages []page, lines []line, bare int) error {
	if len(lines) == 0 && bare > 0 {
		return &block.Fault{Code: block.CodeScanned, Message: "PDF 里只有图片（扫描件），没有文字", Fix: "找可以复制文字的版本，或先做文字识别（OCR）"}
	}
	if len(lines) == 0 {
		return block.Empty()
	}
	all, odd := 0, 0
	for _, p := range pages {
		for _, c := range p.chars {
			for _, r := range c.text {
				if all++; r == unicode.ReplacementChar || unicode.Is(unicode.Co, r) {
					odd++
				}
			}
		}
	}
	const most = 5 // one in five: symbols of a form are fewer
	if odd*most > all {
		return &block.Fault{Code: block.CodeEncoding, Message: "PDF 里的文字没有编码，读出来是乱码", Fix: "换成 Word 文档再导入"}
	}
	return nil
}

// addTable adds a table; one that goes on from the page before is joined to its beginning.
func addTable(doc *block.Document, l line) error {
	t, err := l.table.table()
	if err != nil || t == nil {
		return err
	}
	for _, c := range l.table.chars { // on a line, and in no cell
		doc.Leave("表格线上的文字", c.text)
	}
	if n := len(doc.Blocks); n > 0 && doc.Blocks[n-1].Table != nil && len(doc.Blocks[n-1].Table.Header) == len(t.Header) && len(t.Caption) == 0 {
		above := doc.Blocks[n-1].Table
		if !slices.Equal(above.Header, t.Header) {
			above.Rows = append(above.Rows, t.Header)
		} else {
			doc.Leave("下一页重复的表头", strings.Join(t.Header, " "))
		}
		above.Rows = append(above.Rows, t.Rows...)
		return nil
	}
	doc.Blocks = append(doc.Blocks, block.Block{Table: t})
	return nil
}
