package analysis

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestBackground(t *testing.T) {
	for line := range dataLines(backgroundData) {
		number, terms, _ := strings.Cut(line, " ")
		if share, err := strconv.ParseFloat(number, 64); err != nil || share <= 0 || share > 1 {
			t.Errorf("share %q, want a number above 0, at most 1", number)
		}
		for term := range strings.FieldsSeq(terms) {
			if n := utf8.RuneCountInString(term); n < 1 || n > 2 || len(Tokenize(term)) != n {
				t.Errorf("%q is no character or pair", term)
			}
		}
	}
	if common, rare := Commonness("我们"), Commonness("飞地"); common < 10*rare || common > 1 {
		t.Errorf("Commonness(我们) = %v, (飞地) = %v", common, rare)
	}
}

func TestIsStopPair(t *testing.T) {
	for text, want := range map[string]bool{"的是": true, "可以": true, "飞地": false, "的": false, "": false} {
		if IsStopPair(text) != want {
			t.Errorf("IsStopPair(%q) = %v", text, !want)
		}
	}
	for pair := range stopPairs() {
		if utf8.RuneCountInString(pair) != 2 {
			t.Errorf("stop.zh.txt: %q is no pair", pair)
		}
	}
}
