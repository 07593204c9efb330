package site

import "testing"

func TestAlone(t *testing.T) {
	const page = "---\ntitle: 题\n---\n开头。\n\n## 一 {#one}\n正文。\n\n| 年 | 数 |\n|---|---|\n| 1 | 2 |\n"
	tests := []struct {
		name, before, after string
		want                bool
	}{
		{"text", page, page + "新的一句。\n", true},
		{"a row", page, page + "| 3 | 4 |\n", true},
		{"the front matter", page, "---\ntitle: 新题\n---\n" + page[len("---\ntitle: 题\n---\n"):], false},
		{"a heading more", page, page + "\n### 二\n", false},
		{"a heading's attributes", page, page[:len(page)-1] + "\n## 一 {#two}\n", false},
		{"an empty heading", page, page + "\n#\n", false},
		{"an indented heading", page, page + "\n   # 二\n", false},
		{"text that a line makes a heading", page, page + "\n二\n---\n", false},
		{"text above a line that was there", page + "\n二\n===\n", page + "\n三\n===\n", false},
		{"headings change places", page + "## a\n## b\n", page + "## b\n## a\n", false},
		{"no front matter", "正文。\n", "新的正文。\n", true},
		{"front matter that does not end", "---\ntitle: 题\n", "---\ntitle: 新题\n", false},
	}
	for _, test := range tests {
		if got := alone([]byte(test.before), []byte(test.after)); got != test.want {
			t.Errorf("%s: alone() = %v, want %v", test.name, got, test.want)
		}
	}
}
