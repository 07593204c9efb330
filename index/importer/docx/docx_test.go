package docx_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lvgu/index/importer/block"
	"lvgu/index/importer/docx"
	. "lvgu/index/importer/importertest"
)

func TestNumbering(t *testing.T) {
	got := read(t, Parts{
		"numbering": Numbering("chineseCounting", "%1、", "chineseCountingThousand", "（%2）", "decimal", "%3.", "decimal", "（%4）", "decimalEnclosedCircle", "%5"),
		"document": P(Listed(1, 0), "总体要求") + P(Listed(1, 1), "原则") + P(Listed(1, 2), "公开") + P(Listed(1, 3), "网上公开") + P(Listed(1, 4), "每月") + P(Listed(1, 2), "公平") +
			P(Listed(1, 1), "目标") + P(Listed(1, 2), "到年底") + P(Listed(1, 0), "措施") + P(Listed(1, 1), "资金") + P(Listed(0, 0), "不编号"),
	})
	want := []block.Block{
		{Text: "一、总体要求"}, {Text: "（一）原则"}, {Text: "1. 公开"}, {Text: "（1）网上公开"}, {Text: "① 每月"}, {Text: "2. 公平"},
		{Text: "（二）目标"}, {Text: "1. 到年底"}, {Text: "二、措施"}, {Text: "（一）资金"}, {Text: "不编号"},
	}
	if diff := cmp.Diff(want, got.Blocks); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
}

func TestNumberingOfArticlesByStyle(t *testing.T) {
	got := read(t, Parts{
		"numbering": Numbering("chineseCountingThousand", "第%1条 "),
		"styles":    `<w:style w:styleId="Tiao"><w:name w:val="条"/><w:pPr>` + Listed(1, 0) + `</w:pPr></w:style>`,
		"document":  strings.Repeat(P(`<w:pStyle w:val="Tiao"/>`, "内容"), 21),
	})
	if last := got.Blocks[20].Text; last != "第二十一条 内容" {
		t.Errorf("the twenty-first paragraph is %q, want 第二十一条 内容", last)
	}
}

func TestTableWithMergedCells(t *testing.T) {
	got := read(t, Parts{"document": Table(
		[]string{Cell("奖励标准表", Span(4))},
		[]string{Cell("类别", Begin), Cell("标准", Span(2)), Cell("说明", Begin)},
		[]string{Cell("", GoOn), Cell("上限"), Cell("下限"), Cell("", GoOn)},
		[]string{Cell("工业", Begin), Cell("50万元"), Cell("10万元"), Cell("按年")},
		[]string{Cell("", GoOn), Cell("一事一报", Span(2)), Cell("按季")},
	)})
	want := []block.Block{{Table: &block.Table{
		Caption: []string{"奖励标准表"},
		Header:  []string{"类别", "标准 / 上限", "标准 / 下限", "说明"},
		Rows:    [][]string{{"工业", "50万元", "10万元", "按年"}, {"工业", "一事一报", "一事一报", "按季"}},
	}}}
	if diff := cmp.Diff(want, got.Blocks); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
}

func TestWhatIsNoPlainText(t *testing.T) {
	got := read(t, Parts{
		"header1":   P("", "内部资料"),
		"footer1":   P("", "第1页"),
		"comments":  `<w:comment w:id="0">` + P("", "请核对") + `</w:comment>`,
		"footnotes": `<w:footnote w:type="separator" w:id="-1">` + P("", "") + `</w:footnote><w:footnote w:id="2">` + P("", "以上年数据为准。") + `</w:footnote>`,
		"styles":    `<w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="M"><w:name w:val="toc 1"/></w:style>`,
		"document": P(`<w:pStyle w:val="T"/>`, "管理办法") + P(`<w:pStyle w:val="M"/>`, "第一章 总则 1") + P(`<w:pStyle w:val="a1"/>`, "第一章 总则") +
			`<w:p>` + R("补助") + `<w:del>` + `<w:r><w:delText>三十</w:delText></w:r>` + `</w:del><w:ins>` + R("五十") + `</w:ins>` + R("万元") +
			`<w:r><w:footnoteReference w:id="2"/></w:r>` + R("。") + `<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r></w:p>` +
			`<w:p><w:r><AlternateContent><Choice><w:txbxContent>` + P(`<w:jc w:val="center"/>`, "框里的字") + `</w:txbxContent></Choice><Fallback>` + P("", "框里的字") + `</Fallback></AlternateContent></w:r></w:p>` +
			`<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:br w:type="page"/><w:noBreakHyphen/></w:r></w:p>`,
	})
	want := &block.Document{
		Blocks: []block.Block{
			{Text: "管理办法", Title: true}, {Text: "第一章 总则", Heading: 1}, {Text: "补助五十万元〔注1〕。"}, {Text: "框里的字", Center: true},
			{Text: "上"}, {Text: "下-"}, {Text: "注释", Heading: 1}, {Text: "〔注1〕以上年数据为准。"},
		},
		Left: []block.Left{
			{Why: "目录", Text: "第一章 总则 1"}, {Why: "修订中已删除的文字", Text: "三十"}, {Why: "隐藏的文字", Text: "密"},
			{Why: "页眉", Text: "内部资料"}, {Why: "页脚", Text: "第1页"}, {Why: "批注", Text: "请核对"},
		},
		Notes: []string{"文档带有修订痕迹：插入的文字已经接受，删除的文字没有收入正文。"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Read (-want +got):\n%s", diff)
	}
}

func TestFaults(t *testing.T) {
	whole := Docx(Parts{"document": P("", "正文")})
	encrypted := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")...)
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", Docx(Parts{"document": P("", " ")}), block.CodeEmpty},
		{"pictures only", Docx(Parts{"document": `<w:p><w:r><w:drawing><blip/></w:drawing></w:r></w:p>`}), block.CodeScanned},
		{"encrypted", encrypted, block.CodeEncrypted},
		{"old format", encrypted[:8], block.CodeUnsupported},
		{"cut off", whole[:len(whole)/2], block.CodeCorrupt},
		{"no zip", []byte("PK\x03\x04"), block.CodeCorrupt},
		{"other zip", zipOf(t, "readme.txt", "text"), block.CodeCorrupt},
		{"broken XML", zipOf(t, "word/document.xml", "<document><body><p></body></document>"), block.CodeCorrupt},
		{"unpacks too large", zipOf(t, "word/document.xml", "<document><body>"+strings.Repeat(" ", docx.MaxPart)), block.CodeTooLarge},
		{"spans too large", Docx(Parts{"document": Table([]string{Cell("a", Span(block.MaxCells+1))})}), block.CodeTooLarge},
		{"nested too deep", zipOf(t, "word/document.xml", strings.Repeat("<p>", 1000)+strings.Repeat("</p>", 1000)), block.CodeCorrupt},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := docx.Read(tt.data)
			fault, ok := errors.AsType[*block.Fault](err)
			if !ok || fault.Code != tt.want || doc != nil {
				t.Errorf("Read = %+v, %v, want a fault with code %q", doc, err, tt.want)
			}
		})
	}
}

func zipOf(t *testing.T, name, content string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte(content))
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t *testing.T, parts Parts) *block.Document {
	t.Helper()
	doc, err := docx.Read(Docx(parts))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// FuzzBody looks for bodies that make the reader fail in another way than by a fault, or lose a character of a plain run.
func FuzzBody(f *testing.F) {
	f.Add(P(Listed(1, 0), "总体要求") + Table([]string{Cell("甲", Begin), Cell("乙", Span(3))}, []string{Cell("", GoOn), Cell("丙")}))
	f.Add(`<w:p><w:ins>` + R("五十") + `</w:ins><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`)
	f.Add(`<w:sdt><w:sdtContent>` + P("", "字") + `</w:sdtContent></w:sdt><w:tbl><w:tr><w:trPr><w:gridBefore w:val="-1"/></w:trPr></w:tr></w:tbl>`)
	numbering := Numbering("chineseCounting", "%1、", "decimal", "%1.%2")
	f.Fuzz(func(t *testing.T, body string) {
		doc, err := docx.Read(Docx(Parts{"document": body, "numbering": numbering}))
		if err == nil {
			if doc.Empty() {
				t.Error("Read returned an empty document and no error")
			}
			return
		}
		if _, ok := errors.AsType[*block.Fault](err); !ok {
			t.Errorf("Read: %v, want a fault", err)
		}
	})
}
