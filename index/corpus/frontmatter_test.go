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
		{"a: b: c\n", "文字里有冒号，要给整段文字加引号"},
		{"a: \"b\n", "引号没有收尾"},
		{"a: [b，c\nd: e\n", "括号没有收尾，或逗号用了全角"},
		{"a: \"b\" c\n", "缩进不齐，或引号后面还有文字"},
		{"a: @b\n", "文字以 @、%、` 或制表符开头，要加引号或改用空格"},
		{"a: *b\n", "unknown anchor 'b' referenced"},
	} {
		p := &page{}
		if p.parseFrontMatter([]byte(test.front)) != nil || len(p.faults) != 1 {
			t.Errorf("front matter %q has faults %v, want one", test.front, p.faults)
			continue
		}
		if got, want := p.faults[0].Message, "文件头不是合格的 YAML："+test.want; got != want {
			t.Errorf("front matter %q: %q, want %q", test.front, got, want)
		}
	}
}
