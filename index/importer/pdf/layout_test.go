package pdf

import (
	"errors"
	"testing"
	"unicode"

	"lvgu/index/importer/block"
)

// FuzzLayOut looks for characters and ruled lines, wherever they stand, that are laid out with a character lost, or make
// the reader fail in another way than by a fault. What PDFium does with the bytes of a file happens in its sandbox.
func FuzzLayOut(f *testing.F) {
	f.Add("第一条 补助标准", []byte{10, 90, 12, 90, 14, 90, 16, 90, 18, 90, 20, 90, 22, 90})
	f.Add("甲乙丙丁", []byte{15, 85, 55, 85, 15, 65, 55, 65, 10, 90, 80, 1, 10, 70, 80, 1, 10, 50, 80, 1, 10, 50, 1, 40, 50, 50, 1, 40, 90, 50, 1, 40})
	f.Add("— 1 —", []byte{50, 3, 51, 3, 52, 3, 53, 3, 54, 3})
	const most = 1 << 10 // bytes: a page of a document
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		pages := scatter(text[:min(len(text), most)], places[:min(len(places), most)])
		doc, err := layOut(pages)
		if err != nil {
			if _, ok := errors.AsType[*block.Fault](err); !ok {
				t.Errorf("layOut: %v, want a fault", err)
			}
			return
		}
		lost := map[rune]int{}
		for _, p := range pages {
			for _, c := range p.chars {
				count(lost, c.text, 1)
			}
		}
		for _, s := range texts(doc) {
			count(lost, s, -1)
		}
		for r, n := range lost {
			if n > 0 {
				t.Errorf("%q is lost %d times in %q", r, n, texts(doc))
			}
		}
	})
}

// scatter places each character of text by two bytes, and draws a box of each four that are left; a line end begins a page.
func scatter(text string, places []byte) []page {
	next := func() float64 {
		if len(places) == 0 {
			return 0
		}
		n := places[0]
		places = places[1:]
		return 5 * float64(n)
	}
	pages := []page{{number: 1, width: 600, height: 840}}
	for _, r := range text {
		last := &pages[len(pages)-1]
		if r == '\f' {
			pages = append(pages, page{number: last.number + 1, width: 600, height: 840})
			continue
		}
		x, y := next(), next()
		last.chars = append(last.chars, char{string(r), box{x, y, x + 10, y + 10}})
	}
	for last := &pages[len(pages)-1]; len(places) > 0; {
		x, y, w, h := next(), next(), next(), next()
		last.rules = append(last.rules, box{x, y, x + w, y + h})
	}
	return pages
}

// texts are all that is said in a document or was left out of it.
func texts(doc *block.Document) []string {
	var out []string
	for _, b := range doc.Blocks {
		out = append(out, b.Text)
		if b.Table != nil {
			out = append(append(out, b.Table.Caption...), b.Table.Header...)
			for _, row := range b.Table.Rows {
				out = append(out, row...)
			}
		}
	}
	for _, l := range doc.Left {
		out = append(out, l.Text)
	}
	return out
}

func count(runes map[rune]int, text string, n int) {
	for _, r := range text {
		if !unicode.IsSpace(r) && !block.Invisible(r) {
			runes[r] += n
		}
	}
}
