package importer

import (
	"fmt"
	"strings"
	"time"

	"lvgu/index/importer/block"
)

// Page is a policy page made of a file.
type Page struct {
	Name     string // a file name for it, without .md
	Title    string
	Markdown []byte
	Articles int          // 第…条
	Clauses  int          // headings that hold text, articles among them
	Tables   int          // of all
	Doubts   []Doubt      // fields to fill in or to look at
	Left     []block.Left // what has no place in the page, listed in its last comment, too
	Notes    []string     // what the reader did, in Chinese
	Annexes  []string     // documents annexed to it that the file holds
}

// writer writes one page.
type writer struct {
	strings.Builder
	file  string
	today time.Time
}

// confidence of a text whose origin nobody has looked at: 出处可辨的转载.
const confidence = "B"

// frontMatter writes what the rules for policy pages ask for. A field without a value is a comment that says why.
func (w *writer) frontMatter(title string, f facts, published string) {
	w.WriteString("---\n")
	w.field("title", title)
	w.field("summary", summary(title, f))
	fmt.Fprintf(w, "date: %s\n", w.today.Format(time.DateOnly))
	w.field("asOf", f.issued)
	if short := shortTitle(title); short != title {
		fmt.Fprintf(w, "keywords:\n  - %s\n", quote(short))
	}
	w.field("documentNumber", f.number)
	w.field("issuer", f.issuer)
	w.field("level", f.level)
	w.field("region", f.region)
	w.field("issued", f.issued)
	w.field("effective", f.effective)
	w.field("expires", f.expires)
	w.WriteString("status: unverified\n")
	w.field("statusNote", "由文件原文导入，现在是否有效没有核实。")
	w.WriteString("applies: unknown\n")
	w.field("appliesNote", "是否适用于经开区企业没有核实。")
	w.WriteString("fullText: true\n")
	fmt.Fprintf(w, "sources:\n  - id: original\n    title: %s\n", quote("导入的文件："+w.file))
	w.nested("publisher", f.issuer)
	w.nested("date", published)
	fmt.Fprintf(w, "    confidence: %s\n", confidence)
	for _, d := range f.doubts {
		fmt.Fprintf(w, "# %s：%s\n", d.Field, block.Squeeze(d.Why))
	}
	w.WriteString("---\n")
}

// field writes a field that has a value.
func (w *writer) field(key, value string) {
	if value != "" {
		fmt.Fprintf(w, "%s: %s\n", key, quote(value))
	}
}

func (w *writer) nested(key, value string) {
	if value != "" {
		fmt.Fprintf(w, "    %s: %s\n", key, quote(value))
	}
}

// summary says what the page is, with what the text states.
func summary(title string, f facts) string {
	s := "《" + strings.Trim(title, "《》") + "》全文"
	if f.issuer != "" {
		s += "，" + f.issuer + "发布"
	}
	if f.effective != "" {
		s += "，" + spoken(f.effective) + "起施行"
	}
	return s + "；现在是否有效没有核实。"
}

// spoken is a date of the front matter as a sentence has it: 2022年3月1日.
func spoken(date string) string {
	s := ""
	for i, part := range strings.Split(date, "-") {
		s += strings.TrimLeft(part, "0") + []string{"年", "月", "日"}[i]
	}
	return s
}

// shortTitle is a title without the place before it: how people call a document.
func shortTitle(title string) string {
	for _, place := range []string{"中华人民共和国", "浙江省", "丽水市", "丽水经济技术开发区"} {
		if short, ok := strings.CutPrefix(title, place); ok && !strings.HasPrefix(short, "人民") && !strings.HasPrefix(short, "关于") {
			return short
		}
	}
	return title
}

// section writes a heading with its anchor, and what stands under it.
func (w *writer) section(s *section) {
	if s.heading != "" {
		fmt.Fprintf(w, "\n%s %s {#%s}\n", strings.Repeat("#", s.level), title(s.heading), s.anchor)
	}
	for _, b := range s.blocks {
		w.block(b)
	}
}

func (w *writer) block(b block.Block) {
	if b.Table != nil {
		w.table(b.Table)
		return
	}
	fmt.Fprintf(w, "\n%s\n", escape(b.Text))
}

// table writes a table; one without rows or with one column is text.
func (w *writer) table(t *block.Table) {
	for _, line := range t.Caption {
		fmt.Fprintf(w, "\n%s\n", escape(line))
	}
	if len(t.Header) < 2 || len(t.Rows) == 0 {
		for _, row := range append([][]string{t.Header}, t.Rows...) {
			for _, line := range block.Lines(strings.Join(row, "\n")) {
				fmt.Fprintf(w, "\n%s\n", escape(line))
			}
		}
		return
	}
	w.WriteByte('\n')
	w.row(t.Header)
	w.WriteString(strings.Repeat("| --- ", len(t.Header)) + "|\n")
	for _, row := range t.Rows {
		w.row(row)
	}
}

func (w *writer) row(cells []string) {
	for _, c := range cells {
		w.WriteString("| " + strings.ReplaceAll(inner(c), "\n", "<br>") + " ")
	}
	w.WriteString("|\n")
}

// left writes the list of what has no place, as a comment: the site does not show it, and it stays with the page.
func (w *writer) left(list []block.Left) {
	if len(list) == 0 {
		return
	}
	w.WriteString("\n<!-- 导入时没有放进正文的文字，核对以后可以删去：\n")
	for _, l := range list {
		fmt.Fprintf(w, "%s：%s\n", l.Why, comment.Replace(l.Text))
	}
	w.WriteString("-->\n")
}
