package importer_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"lvgu/index/importer"
	"lvgu/index/importer/block"
	. "lvgu/index/importer/importertest"
)

// measures is one document as Word, HTML, PDF and text hold it: with numbers that Word makes, a table with merged cells, and a
// signature.
const measures = `丽水经济技术开发区管理委员会关于支持试制平台的通知
丽经开〔2024〕3号
各有关单位：
一、支持对象
（一）范围
在区内登记的法人单位。
（二）条件
1. 有试制设备；
2. 有专职人员。
二、支持标准
按下表执行。
TABLE
三、本通知自2024年6月1日起施行，有效期至2026年5月31日。
丽水经济技术开发区管理委员会
2024年5月6日`

const measuresTable = `| 类别 | 标准 / 上限 | 标准 / 下限 |
| --- | --- | --- |
| 设备 | 50万元 | 10万元 |
| 设备 | 20万元 | 5万元 |
`

func measuresDocx() []byte {
	body := ""
	numbering := Numbering("chineseCounting", "%1、", "chineseCounting", "（%2）", "decimal", "%3.")
	for line := range strings.SplitSeq(measures, "\n") {
		level, text := -1, line
		for i, signs := range []string{"一、二、三、", "（一）（二）", "1. 2. "} {
			for _, sign := range strings.SplitAfter(signs, string([]rune(signs)[len([]rune(signs))-1])) {
				if rest, ok := strings.CutPrefix(line, sign); ok && sign != "" {
					level, text = i, rest
				}
			}
		}
		switch {
		case line == "TABLE":
			body += Table([]string{Cell("类别", Begin), Cell("标准", Span(2))}, []string{Cell("", GoOn), Cell("上限"), Cell("下限")},
				[]string{Cell("设备", Begin), Cell("50万元"), Cell("10万元")}, []string{Cell("", GoOn), Cell("20万元"), Cell("5万元")})
		case level >= 0:
			body += P(Listed(1, level), text)
		default:
			body += P("", line)
		}
	}
	return Docx(Parts{"document": body, "numbering": numbering})
}

func measuresHTML() []byte {
	page := `<!doctype html><meta charset="gb2312"><title>通知</title><body><div><div class="x">`
	for line := range strings.SplitSeq(measures, "\n") {
		if line == "TABLE" {
			page += `<table><tr><th rowspan=2>类别<th colspan=2>标准<tr><th>上限<th>下限<tr><td rowspan=2>设备<td>50万元<td>10万元<tr><td>20万元<td>5万元</table>`
			continue
		}
		page += "<p>　　" + line + "</p>\n"
	}
	gb, err := simplifiedchinese.GBK.NewEncoder().String(page + "</div></div>")
	if err != nil {
		panic(err) // every character of measures is in GBK
	}
	return []byte(gb)
}

func measuresPDF() []byte {
	const size, left = 12.0, 90.0
	p, y := Page{}, 770.0
	write := func(x float64, text string) {
		p.Lines = append(p.Lines, Line{X: x, Y: y, Size: size, Text: text})
	}
	lines := strings.Split(measures, "\n")
	for i, line := range lines {
		switch {
		case line == "TABLE":
			y = tablePDF(&p, left, y)
			continue
		case i < 2:
			write(300-size*float64(len([]rune(line)))/2, line)
		case i == 2:
			write(left, line)
		default:
			write(left+2*size, line)
		}
		y -= 20
	}
	y -= 40
	write(left, strings.Repeat("—", 35)) // so that the width of the text is known
	return PDF(p)
}

// tablePDF draws the table of measures below y and returns where the text goes on.
func tablePDF(p *Page, left, y float64) float64 {
	const wide, high = 100.0, 24.0
	rule := func(column, row, across, down float64) {
		if across > 0 {
			p.Rules = append(p.Rules, [4]float64{left + column*wide, y - row*high, across * wide, 1})
		} else {
			p.Rules = append(p.Rules, [4]float64{left + column*wide, y - (row+down)*high, 1, down * high})
		}
	}
	rule(0, 0, 3, 0)
	rule(1, 1, 2, 0) // the first column's name stands beside two rows
	rule(0, 2, 3, 0)
	rule(1, 3, 2, 0)
	rule(0, 4, 3, 0)
	rule(0, 0, 0, 4)
	rule(1, 0, 0, 4)
	rule(2, 1, 0, 3) // the name above the last two columns stands over both
	rule(3, 0, 0, 4)
	for _, c := range []struct {
		column, row float64
		text        string
	}{{0, 0.5, "类别"}, {1, 0, "标准"}, {1, 1, "上限"}, {2, 1, "下限"}, {0, 2.5, "设备"}, {1, 2, "50万元"}, {2, 2, "10万元"}, {1, 3, "20万元"}, {2, 3, "5万元"}} {
		p.Lines = append(p.Lines, Line{X: left + c.column*wide + 8, Y: y - c.row*high - 17, Size: 12, Text: c.text})
	}
	return y - 4*high - 20
}

// TestFormatsAgree imports one document as four kinds of file and wants one page of them.
func TestFormatsAgree(t *testing.T) {
	want := strings.ReplaceAll(string(imported(t, "m.txt", []byte(measures)).Markdown), "m.txt", "FILE")
	want = strings.Replace(want, "TABLE\n", measuresTable, 1)
	for name, data := range map[string][]byte{"m.docx": measuresDocx(), "m.html": measuresHTML(), "m.pdf": measuresPDF()} {
		t.Run(name, func(t *testing.T) {
			got, _, _ := strings.Cut(strings.ReplaceAll(string(imported(t, name, data).Markdown), name, "FILE"), "\n————")
			if diff := cmp.Diff(strings.TrimSpace(want), strings.TrimSpace(got)); diff != "" {
				t.Errorf("page (-as text +as %s):\n%s", name, diff)
			}
		})
	}
	for _, sign := range []string{`documentNumber: "丽经开〔2024〕3号"`, `issuer: "丽水经济技术开发区管理委员会"`, `level: "zone"`, `issued: "2024-05-06"`,
		`effective: "2024-06-01"`, `expires: "2026-05-31"`, "### （二）条件 {#item-1-2}", "## 三、 {#item-3}", "1\\. 有试制设备；"} {
		if !strings.Contains(want, sign) {
			t.Errorf("the page lacks %q:\n%s", sign, want)
		}
	}
}

func TestRefused(t *testing.T) {
	docx := Docx(Parts{"document": P("", "正文")})
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"a.txt", nil, block.CodeEmpty},
		{"a.txt", []byte(" \n\t"), block.CodeEmpty},
		{"a.docx", []byte("正文"), block.CodeCorrupt},
		{"a.pdf", docx, block.CodeExtension},
		{"a.txt", docx, block.CodeExtension},
		{"a.docx", []byte("%PDF-1.7"), block.CodeExtension},
		{"a.txt", []byte("<!DOCTYPE html><p>正文"), block.CodeExtension},
		{"a.docx", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), block.CodeUnsupported},
		{"a.doc", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), block.CodeUnsupported},
		{"a.xlsx", docx, block.CodeExtension},
		{"a", []byte("正文"), block.CodeUnsupported},
		{"a.txt", []byte("\xff\xff\xff"), block.CodeEncoding},
		{"a.txt", []byte(strings.Repeat("正文\n", importer.MaxPage/7+1)), block.CodeTooLarge},
		{"a.txt", make([]byte, importer.MaxFile+1), block.CodeTooLarge},
	} {
		im := importer.New(today)
		page, err := im.Import(t.Context(), tt.name, tt.data)
		fault, ok := errors.AsType[*block.Fault](err)
		if !ok || fault.Code != tt.want || page != nil {
			t.Errorf("Import(%q, %d bytes) returned a page: %t, %v, want a fault with code %q", tt.name, len(tt.data), page != nil, err, tt.want)
		}
		im.Close()
	}
}
