package assistant

import (
	"strings"
	"testing"
	"unicode/utf8"

	"lvgu/index/figures"
)

// FuzzWhole cuts a text into sentences as it comes, in pieces of any size: nothing is lost, and the cuts do not depend on
// the pieces unless a citation may be on its way.
func FuzzWhole(f *testing.F) {
	for _, text := range []string{"面积为 2.1 万平方米。[1]租金", "A. [1] B.", "1. 第一。[1]\n2. 第二。【2】", "。。。", "[1", "“是。”[1][2] x", "\n\n", "no. 5 is. x"} {
		f.Add(text, uint8(1))
	}
	f.Fuzz(func(t *testing.T, text string, size uint8) {
		if !utf8.ValidString(text) || len(text) > 2000 {
			return
		}
		var lines []string
		rest := ""
		runes := []rune(text)
		for len(runes) > 0 {
			n := min(len(runes), int(size)+1)
			var more []string
			more, rest = whole(rest + string(runes[:n]))
			lines, runes = append(lines, more...), runes[n:]
		}
		if got, want := lettersOf(strings.Join(lines, "")+rest), lettersOf(text); got != want {
			t.Errorf("of %q is left %q + %q", text, lines, rest)
		}
	})
}

// FuzzTidy tidies a line: to tidy it again changes nothing that the guard would not see.
func FuzzTidy(f *testing.F) {
	for _, line := range []string{"**面积**【1】", "- 1. 面积[^1]", "[[1]]", "[1, 2，3]", "\u200b２．１\u202e", "# *a*", "***", "__x__"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		tidied := tidy(line)
		if strings.ContainsAny(tidied, "\u200b\u202e\u0000\u2066\ufeff") {
			t.Errorf("tidy(%q) = %q", line, tidied)
		}
		if utf8.ValidString(line) && len(tidied) > 3*len(line)+8 {
			t.Errorf("tidy(%q) has grown to %q", line, tidied)
		}
	})
}

// FuzzGuard reads any sentence: what is let through cites what is shown, and has no figure that is not there.
func FuzzGuard(f *testing.F) {
	for _, a := range attacks {
		f.Add(a.sentence, false)
	}
	for _, a := range englishAttacks {
		f.Add(a.sentence, true)
	}
	for _, s := range attackSources {
		f.Add(s.Passage+"[1]", false)
	}
	library := open(f, nil).library
	zh, en := newGuard(library, "zh", attackSources), newGuard(library, "en", englishSources)
	f.Fuzz(func(t *testing.T, sentence string, english bool) {
		g := zh
		if english {
			g = en
		}
		line := tidy(sentence)
		if g.check(line) != faultNone {
			return
		}
		passages := ""
		for _, m := range citation.FindAllStringSubmatch(line, -1) {
			for i := range g.sources {
				if m[1] == string(rune('1'+i)) {
					passages += g.sources[i].text + "\n"
				}
			}
		}
		if passages == "" || len(figures.Missing(citation.ReplaceAllString(line, ""), passages)) > 0 || strings.ContainsAny(line, "<>`\u200b") {
			t.Errorf("let through: %q", line)
		}
	})
}
