package web_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/text/encoding/simplifiedchinese"

	"lvgu/index/importer/block"
	"lvgu/index/importer/web"
)

// page is what a government site serves: menus, the description of the document, the text in nested frames, tools, a footer.
func page(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("testdata/page.html")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestRead(t *testing.T) {
	doc, err := web.Read([]byte(page(t)))
	if err != nil {
		t.Fatal(err)
	}
	want := &block.Document{
		Blocks: []block.Block{
			{Text: "某市关于支持研发机构的若干意见", Title: true},
			{Table: &block.Table{Header: []string{"发文机关", "某市人民政府", "成文日期", "2023年4月3日"}, Rows: [][]string{{"发文字号", "某政发〔2023〕9号", "有效性", "有效"}}}},
			{Text: "各县（市、区）人民政府："},
			{Text: "一、总体要求", Heading: 1},
			{Text: "坚持公开透明。"},
			{Text: "二、补助标准"},
			{Text: "1. 工业企业"},
			{Text: "2. 服务业企业"},
			{Table: &block.Table{Header: []string{"类别", "投入", "补助"}, Rows: [][]string{{"工业", "500万元", "50万元"}, {"工业", "100万元", "5万元\n一次付清"}}}},
			{Text: "某市人民政府"},
			{Text: "2023年4月3日"},
		},
		Left: []block.Left{
			{Why: "导航", Text: "首页 政务公开"}, {Why: "正文以外", Text: "您的位置： 首页 > 文件"}, {Why: "正文以外", Text: "相关链接 解读"},
			{Why: "页脚", Text: "主办单位 某市政府办"}, {Why: "按钮和表单", Text: "打印"}, {Why: "隐藏的文字", Text: "草稿"},
		},
		Meta: block.Meta{Title: "某市关于支持研发机构的若干意见", Published: "2023-04-10"},
	}
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Errorf("Read (-want +got):\n%s", diff)
	}
}

func TestReadGBK(t *testing.T) {
	data, err := simplifiedchinese.GBK.NewEncoder().String(strings.Replace(page(t), "utf-8", "gbk", 1))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := web.Read([]byte(data))
	if err != nil || doc.Meta.Title != "某市关于支持研发机构的若干意见" {
		t.Errorf("Read = %+v, %v, want the same page as in UTF-8", doc, err)
	}
}

// TestNothingIsLost holds the reader to its promise: each character that a browser would show is in a block or in the list.
func TestNothingIsLost(t *testing.T) {
	checkKept(t, page(t))
}

func checkKept(t *testing.T, source string) {
	t.Helper()
	doc, err := web.Read([]byte(source))
	if err != nil {
		if _, ok := errors.AsType[*block.Fault](err); !ok {
			t.Errorf("Read: %v, want a fault", err)
		}
		return
	}
	have := map[rune]int{}
	add := func(text string) {
		for _, r := range text {
			have[r]++
		}
	}
	for _, b := range doc.Blocks {
		add(b.Text)
		if b.Table != nil {
			for _, row := range append([][]string{b.Table.Caption, b.Table.Header}, b.Table.Rows...) {
				add(strings.Join(row, ""))
			}
		}
	}
	for _, l := range doc.Left {
		add(l.Text)
	}
	for _, r := range shown(source) {
		if !unicode.IsSpace(r) && !block.Invisible(r) {
			if have[r]--; have[r] == -1 {
				t.Errorf("%q is in the page, and neither in a block nor in the list of what was left", r)
			}
		}
	}
}

// shown is all text of a page but that of scripts and the head, by the tokenizer alone.
func shown(source string) string {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return ""
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch n.Data {
		case "head", "script", "style", "noscript", "template", "iframe", "object", "svg", "title":
			if n.Type == html.ElementNode {
				return
			}
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for k := range n.ChildNodes() {
			walk(k)
		}
	}
	walk(root)
	return b.String()
}

func TestFaults(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"empty", "<!doctype html><title>无</title>", block.CodeEmpty},
		{"script only", "<html><body><script>text</script></body></html>", block.CodeEmpty},
		{"no text", "<html>\x00\xff\xff", block.CodeEncoding},
		{"spans", "<table><tr><td colspan=1000 rowspan=1000>a<td>c" + strings.Repeat("<tr><td>b", 200) + "</table>", block.CodeTooLarge},
		{"too deep", strings.Repeat("<div>", 5000) + "a", block.CodeCorrupt},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := web.Read([]byte(tt.data))
			fault, ok := errors.AsType[*block.Fault](err)
			if !ok || fault.Code != tt.want || doc != nil {
				t.Errorf("Read returned a document: %t, %v, want a fault with code %q", doc != nil, err, tt.want)
			}
		})
	}
}

// FuzzRead looks for pages that lose a character, or fail in another way than by a fault.
func FuzzRead(f *testing.F) {
	f.Add("<nav>甲</nav><div><p>第一条 乙</p><table><tr><td rowspan=2>丙<td>丁<tr><td>戊</table></div><footer>己</footer>")
	f.Add("<table><tr><td><table><tr><td>甲<td>乙</table></table><ol start=3><li>丙<p>丁</ol>")
	f.Add("<h1>题</h1><header><h1>名</h1></header><span>甲<div>乙</div></span><button>丙</button>")
	f.Fuzz(func(t *testing.T, source string) {
		if utf8.ValidString(source) && !strings.Contains(source, "\x00") { // other bytes are another text once decoded
			checkKept(t, source)
		}
	})
}
