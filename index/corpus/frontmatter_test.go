package corpus

import "testing"

func TestSplitFrontMatter(t *testing.T) {
	for _, test := range []struct {
		name, text, front, body string
		line                    int
		ok                      bool
	}{
		{"both", "---\na: 1\n---\nb\n", "a: 1\n", "b\n", 4, true},
		{"no body", "---\na: 1\n---", "a: 1\n", "", 4, true},
		{"empty", "---\n---\nb", "", "b", 3, true},
		{"trailing spaces", "--- \na: 1\n---\t\nb", "a: 1\n", "b", 4, true},
		{"none", "b\n", "", "b\n", 1, false},
		{"not closed", "---\na: 1\n", "", "---\na: 1\n", 1, false},
		{"four hyphens", "----\na: 1\n----\n", "", "----\na: 1\n----\n", 1, false},
		{"empty file", "", "", "", 1, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			front, body, line, ok := splitFrontMatter([]byte(test.text))
			if string(front) != test.front || string(body) != test.body || line != test.line || ok != test.ok {
				t.Errorf("splitFrontMatter(%q) = %q, %q, %d, %v", test.text, front, body, line, ok)
			}
		})
	}
}

func TestYAMLCause(t *testing.T) {
	for _, test := range []struct{ front, want string }{
		{"a: b: c\n", "文字里有冒号和空格"},
		{"a: \"b\n", "引号没有收尾"},
		{"a: [b，c\nd: e\n", "括号没有收尾，或逗号用了全角"},
		{"a: \"b\" c\n", "缩进不齐，或引号后面还有文字"},
		{"a: @b\n", "文字以 @、%、` 或制表符开头，要加引号或改用空格"},
		{"title：b\nsummary: c\n", "冒号是中文的“：”"},
		{"title:b\nsummary: c\n", "冒号后面没有空格"},
		{"sources:\n\t- {id: s1}\n", "行首用了制表符（Tab）"},
		{"sources: [{id: s1，title: x}]\nb: ]\n", "逗号或括号用了全角的"},
		{"# “说明：a: b” \t\n- x\na: b\n", "列表的缩进不齐"}, // what is explained is no slip
		{"a: *b\n", "unknown anchor 'b' referenced"},
	} {
		p := &page{}
		if p.parseFrontMatter([]byte(test.front)) != nil || len(p.faults) != 1 {
			t.Errorf("front matter %q has faults %v, want one", test.front, p.faults)
			continue
		}
		if got, want := p.faults[0].Message, "文件头读不懂："+test.want; got != want {
			t.Errorf("front matter %q: %q, want %q", test.front, got, want)
		}
	}
}
