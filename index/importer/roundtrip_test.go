package importer_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	textunicode "golang.org/x/text/encoding/unicode"

	"lvgu/index/corpus"
	"lvgu/index/importer"
	"lvgu/index/importer/block"
	. "lvgu/index/importer/importertest"
)

// pieces are what random documents are made of: marks of every kind, and characters that Markdown, HTML, YAML or Hugo read.
var pieces = []string{
	"第一条 ", "第二条　", "第三条之一 ", "第十条、", "第一章 ", "第二节 ", "第一编 ", "一、", "（一）", "1. ", "1.5万元", "附件", "附件1", "附件：", "目录", "抄送：", "2023年4月3日",
	"某市人民政府", "总则", "为了促进发展，", "给予50万元补助；", "如下：", "。", "“引号”", "#", "##", "- ", "+ ", "* ", "**粗**", "_斜_", "~~删~~", "`码`", "<b>", "</b>", "<!--",
	"-->", "&amp;", "&", "{{< x >}}", "{{% y %}}", "{#art-1}", "[链](http://a.cn)", "![图]", "[^1]", "www.a.cn", "https://a.cn/x_y", "a@b.cn", "|", "\\", "---", "===", ": ", "> ", "12) ", "\"", "'", "$", "%", "　",
}

// randomLines is a document of so many paragraphs.
func randomLines(r *rand.Rand, n int) []string {
	lines := []string{"某市园区管理办法"}
	for range n {
		line := ""
		for range 1 + r.IntN(6) {
			line += pieces[r.IntN(len(pieces))]
		}
		lines = append(lines, line)
	}
	return lines
}

// TestNothingIsLost imports random documents of every kind that needs no PDFium and looks for every character in the passages
// that the corpus makes of the page, and in the list of what was left.
func TestNothingIsLost(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 1))
		lines := randomLines(r, 4+r.IntN(30))
		for name, data := range files(t, lines) {
			checkPage(t, name, data, strings.Join(lines, "\n"))
		}
		if t.Failed() {
			t.Fatalf("seed %d: %q", seed, lines)
		}
	}
}

// files are the same paragraphs as files of several kinds.
func files(t *testing.T, lines []string) map[string][]byte {
	t.Helper()
	text := strings.Join(lines, "\n")
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := textunicode.UTF16(textunicode.LittleEndian, textunicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	body, page := "", "<!doctype html><meta charset=utf-8><body>"
	for _, line := range lines {
		body += P("", line)
		page += "<p>" + Text(line) + "</p>\n"
	}
	return map[string][]byte{"a.txt": []byte(text), "gb.txt": []byte(gb), "wide.txt": []byte(wide), "a.docx": Docx(Parts{"document": body}), "a.html": []byte(page)}
}

// checkPage imports a file and looks whether the page keeps the rules of the content but for what is to be filled in, and whether
// every character of the text is there.
func checkPage(t *testing.T, name string, data []byte, text string) {
	t.Helper()
	im := importer.New(today)
	defer im.Close()
	page, err := im.Import(t.Context(), name, data)
	if err != nil {
		if _, ok := errors.AsType[*block.Fault](err); !ok {
			t.Errorf("%s: Import: %v, want a fault", name, err)
		}
		return
	}
	c, faults := corpus.Load(fstest.MapFS{"policies/x.md": {Data: page.Markdown}}, today)
	checkFaults(t, name, page, faults)
	have := map[rune]int{}
	add := func(text string) {
		for _, r := range text {
			have[r]++
		}
	}
	for _, d := range c.Documents {
		add(d.Title)
	}
	seen := map[string]bool{}
	for _, p := range c.Passages {
		if !seen[p.Anchor] {
			add(p.Heading)
		}
		if p.Kind == corpus.Row && !seen[p.Anchor+"|"+p.Header] {
			add(p.Header)
		}
		seen[p.Anchor], seen[p.Anchor+"|"+p.Header] = true, true
		add(p.Text)
	}
	for _, h := range emptyHeadings(string(page.Markdown), seen) {
		add(h)
	}
	for _, l := range page.Left {
		add(l.Text)
	}
	for _, r := range text {
		if !unicode.IsSpace(r) && !block.Invisible(r) {
			if have[r]--; have[r] == -1 {
				t.Errorf("%s: %q is lost:\n%s", name, r, page.Markdown)
			}
		}
	}
}

// emptyHeadings are the headings without a passage of their own, as chapters are: the corpus gives them as breadcrumbs only.
func emptyHeadings(markdown string, seen map[string]bool) []string {
	var list []string
	for line := range strings.Lines(markdown) {
		heading, anchor, ok := strings.Cut(line, " {#")
		if ok && strings.HasPrefix(line, "##") && !seen[strings.TrimRight(anchor, "}\n")] {
			list = append(list, heading)
		}
	}
	return list
}

// checkFaults wants no fault but of what the page says is to be filled in, of what its text says, and of what it may not say.
func checkFaults(t *testing.T, name string, page *importer.Page, faults corpus.Faults) {
	t.Helper()
	want, got := map[string]bool{}, map[string]bool{}
	for _, d := range page.Doubts {
		if d.Must {
			want[d.Field] = true
		}
	}
	if want["issuer"] {
		want["sources.1.publisher"] = true
	}
	for _, f := range faults {
		switch {
		case f.Warning, f.Rule == corpus.RulePersonal, f.Rule == corpus.RuleIdentifier, f.Rule == corpus.RuleTaxReward:
		case f.Rule == corpus.RuleFigure && want["asOf"]: // there is no date for its figures
		case f.Rule == corpus.RuleDateOrder, f.Rule == corpus.RuleFuture: // as the text has it
		case f.Rule == corpus.RuleMissing:
			_, field, _ := strings.Cut(f.Message, "“")
			field, _, _ = strings.Cut(field, "”")
			got[field] = true
		default:
			t.Errorf("%s: the page breaks a rule: %v", name, f)
		}
	}
	if !maps.Equal(want, got) {
		t.Errorf("%s: to fill in: %v, the rules want %v", name, slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got)))
	}
}

// FuzzText looks for texts that lose a character or make a page that breaks a rule.
func FuzzText(f *testing.F) {
	for seed := range uint64(5) {
		f.Add(strings.Join(randomLines(rand.New(rand.NewPCG(seed, 2)), 12), "\n"))
	}
	f.Add("某市条例\n（2019年6月1日通过）\n第一条 甲\n第二条【乙】丙\n1. 丁")
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) && !strings.Contains(text, "\x00") { // other bytes are another text once decoded
			checkPage(t, "a.txt", []byte(text), text)
		}
	})
}
