package corpus

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/text"
)

func TestLines(t *testing.T) {
	for _, test := range []struct{ name, markdown, want string }{
		{"emphasis, link and code", "a **b** *c* [d](/x.md) `e*f` <https://g.cn>", "a b c d e*f https://g.cn"},
		{"soft break between Chinese", "补助\n标准", "补助标准"},
		{"soft break after a full stop", "甲。\n2027 年", "甲。2027 年"},
		{"soft break before Latin", "补助\nR&D", "补助 R&D"},
		{"soft break in English", "one\ntwo", "one two"},
		{"soft break in a quotation", "> one\n> two", "one two"},
		{"hard break by spaces", "a  \nb", "a\nb"},
		{"hard break by backslash", "a\\\nb", "a\nb"},
		{"hard break by tag", "a<br>b<br />c<BR/>d", "a\nb\nc\nd"},
		{"other tags go, their text stays", "a<b>b</b>c", "abc"},
		{"comments", "a<!-- b -->c\n\n<!-- d\ne -->\n\nf", "ac\nf"},
		{"HTML block", "<div>\na\n</div>\n\nb", "b"},
		{"entities and escapes", `&amp; &#20013; \* \&amp; a\b`, `& 中 * & a\b`},
		{"bullets", "- a\n- b\n\n  c\n- d\n  - e", "a\nb\nc\nd\ne"},
		{"numbers go on from the first", "7. a\n8. b\n   - c", "7. a\n8. b\nc"},
		{"loose numbers", "1. a\n\n   b\n\n2. c", "1. a\nb\n2. c"},
		{"task list", "- [x] a\n- [ ] b", "a\nb"},
		{"struck out", "a ~~b~~ c", "a  c"},
		{"image", "a ![b](c.png) d", "a  d"},
		{"code block", "```\na  b\n\nc\n```\n\n    d", "a  b\nc\nd"},
		{"definition list", "a\n: b\n: c", "a\nb\nc"},
		{"footnote", "a[^1]\n\n[^1]: b", "a"},
		{"table is left out", "a\n\n| b |\n|---|\n| c |\n\nd", "a\nd"},
		{"rule", "a\n\n---\n\nb", "a\nb"},
		{"reference", "[a]\n\n[a]: /b.md", "a"},
		{"linkified", "https://a.cn/b", "https://a.cn/b"},
		{"quotation marks stand as written", `"a" -- 'b'...`, `"a" -- 'b'...`},
	} {
		t.Run(test.name, func(t *testing.T) {
			source := []byte(test.markdown)
			root := newMarkdown().Parser().Parse(text.NewReader(source))
			got := strings.Join(newBody(source, 1, root).lines(root), "\n")
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("lines of %q (-want +got):\n%s", test.markdown, diff)
			}
		})
	}
}

func TestSoftBreakInInline(t *testing.T) {
	source := []byte("**甲**\n乙")
	root := newMarkdown().Parser().Parse(text.NewReader(source))
	if got := newBody(source, 1, root).inline(root.FirstChild()); got != "甲乙" {
		t.Errorf("inline = %q, want %q", got, "甲乙")
	}
}

func TestRows(t *testing.T) {
	source := []byte("| 档 | 补助 |\n|---|---:|\n| 一 | 10%<br>封顶 |\n| 二 | |\n| 三 | a \\| b | 多余 |\n|  |  |\n\n> | x |\n> |---|\n> | y |\n")
	root := newMarkdown().Parser().Parse(text.NewReader(source))
	b := newBody(source, 10, root)
	var got []row
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		for _, t := range b.tables(n, nil) {
			got = append(got, t.rows...)
		}
	}
	want := []row{
		{[]Cell{{"档", "一"}, {"补助", "10% 封顶"}}, 12},
		{[]Cell{{"档", "二"}}, 13},
		{[]Cell{{"档", "三"}, {"补助", "a | b"}}, 14},
		{[]Cell{{"x", "y"}}, 19},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(row{})); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}
