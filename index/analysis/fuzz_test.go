package analysis

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzTokenize(f *testing.F) {
	for _, seed := range []string{"", "飛地 Zone’s 2.1万", "\xff\xc0", "e\u0301\u20dd", "ﬁ㎡㍿", "\u200b\u202e", "가각", "ไทย", strings.Repeat("\u0301", 100)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens := Tokenize(text)
		end := 0
		for _, tok := range tokens {
			if tok.Start < 0 || tok.End > len(text) || tok.Start >= tok.End || tok.Text == "" || len(tok.Text) > maxWord+utf8.UTFMax {
				t.Fatalf("Tokenize(%q): token %+v", text, tok)
			}
			if tok.End < end {
				t.Fatalf("Tokenize(%q): token %+v ends before %d", text, tok, end)
			}
			end = tok.End
		}
		for _, term := range Terms(Subject(tokens)) {
			if term.Text == "" || term.End > len(text) || term.Start >= term.End {
				t.Fatalf("Terms(%q): %+v", text, term)
			}
		}
	})
}
