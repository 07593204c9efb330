package pdf_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lvgu/index/importer/block"
	"lvgu/index/importer/importertest"
	"lvgu/index/importer/pdf"
)

const (
	size   = 15.0
	indent = 100 + 2*size
)

// wrapped lays out a paragraph over lines of thirty characters from the height y, and returns the height of the next.
func wrapped(p *importertest.Page, y float64, text string) float64 {
	x := float64(indent)
	runes := []rune(text)
	for room := 28; len(runes) > 0; room = 30 {
		n := min(room, len(runes))
		p.Lines = append(p.Lines, importertest.Line{X: x, Y: y, Size: size, Text: string(runes[:n])})
		runes, x, y = runes[n:], 100, y-25
	}
	return y
}

// ruled draws a table's lines: around cells of 120 by 30 points from the left upper corner, those in missing left out.
func ruled(p *importertest.Page, x, y float64, columns, rows int, missing ...[4]float64) {
	draw := func(rule [4]float64) {
		for _, m := range missing {
			if m == rule {
				return
			}
		}
		p.Rules = append(p.Rules, rule)
	}
	for r := range rows + 1 {
		for c := range columns {
			draw([4]float64{x + 120*float64(c), y - 30*float64(r), 120, 1})
		}
	}
	for c := range columns + 1 {
		for r := range rows {
			draw([4]float64{x + 120*float64(c), y - 30*float64(r+1), 1, 30})
		}
	}
}

func cell(p *importertest.Page, x, y float64, column, row int, text string) {
	p.Lines = append(p.Lines, importertest.Line{X: x + 120*float64(column) + 6, Y: y - 30*float64(row) - 20, Size: size, Text: text})
}

func TestRead(t *testing.T) {
	engine := pdf.New()
	defer engine.Close()
	long := strings.Repeat("本办法所称研发机构是指在园区设立的独立法人单位，", 4) + "以及其分支机构。"
	first := importertest.Page{Lines: []importertest.Line{{X: 240, Y: 760, Size: size, Text: "某园区研发机构管理办法"}}}
	y := wrapped(&first, 700, "第一条 "+long)
	y = wrapped(&first, y, "第二条 补助标准如下：")
	ruled(&first, 100, y, 3, 3, [4]float64{100, y - 60, 120, 1}) // the first cells of rows two and three are one
	for row, cells := range [][]string{{"类别", "投入", "补助"}, {"工业企业", "五百万元", "五十万元"}, {"", "一百万元", "五万元"}} {
		for column, text := range cells {
			cell(&first, 100, y, column, row, text)
		}
	}
	first.Lines = append(first.Lines, importertest.Line{X: 290, Y: 30, Size: 10, Text: "— 1 —"})
	last := importertest.Page{}
	wrapped(&last, 760, "第三条 本办法自2023年5月1日起施行。")
	last.Lines = append(last.Lines, importertest.Line{X: 290, Y: 30, Size: 10, Text: "— 2 —"})

	got, err := engine.Read(t.Context(), importertest.PDF(first, last))
	if err != nil {
		t.Fatal(err)
	}
	want := &block.Document{
		Blocks: []block.Block{
			{Text: "某园区研发机构管理办法", Center: true},
			{Text: "第一条 " + long},
			{Text: "第二条 补助标准如下："},
			{Table: &block.Table{Header: []string{"类别", "投入", "补助"}, Rows: [][]string{{"工业企业", "五百万元", "五十万元"}, {"工业企业", "一百万元", "五万元"}}}},
			{Text: "第三条 本办法自2023年5月1日起施行。"},
		},
		Left: []block.Left{{Why: "页码", Text: "— 1 —"}, {Why: "页码", Text: "— 2 —"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Read (-want +got):\n%s", diff)
	}
	t.Run("cancelled", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if doc, err := engine.Read(ctx, importertest.PDF(first)); !errors.Is(err, context.Canceled) {
			t.Errorf("Read = %+v, %v, want context.Canceled", doc, err)
		}
	})
	t.Run("faults", func(t *testing.T) { testFaults(t, engine) })
}

func testFaults(t *testing.T, engine *pdf.Engine) {
	whole := importertest.PDF(importertest.Page{Lines: []importertest.Line{{X: 100, Y: 700, Size: size, Text: "第一条"}}})
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"scanned", importertest.PDF(importertest.Page{Picture: true}), block.CodeScanned},
		{"empty", importertest.PDF(importertest.Page{}), block.CodeEmpty},
		{"no pages", importertest.PDF(), block.CodeEmpty},
		{"encrypted", importertest.EncryptedPDF(), block.CodeEncrypted},
		{"cut off", whole[:len(whole)/3], block.CodeCorrupt},
		{"not PDF", []byte("%PDF-1.7\nnothing"), block.CodeCorrupt},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := engine.Read(t.Context(), tt.data)
			fault, ok := errors.AsType[*block.Fault](err)
			if !ok || fault.Code != tt.want || doc != nil {
				t.Errorf("Read = %+v, %v, want a fault with code %q", doc, err, tt.want)
			}
		})
	}
}
