package figures

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzFind checks what every caller relies on: offsets that cut the text, order, no overlap, and a text that by itself, or
// in its list, reads as the same figure.
func FuzzFind(f *testing.F) {
	for _, line := range goldenLines(f) {
		text, _, _ := strings.Cut(line, " => ")
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found := Find(text)
		end := 0
		for i, g := range found {
			if g.Start < end || g.End <= g.Start || g.End > len(text) || g.Text != text[g.Start:g.End] {
				t.Fatalf("Find(%q)[%d] = %+v: bad offsets after %d", text, i, g, end)
			}
			end = g.End
			if utf8.ValidString(text) && !utf8.ValidString(g.Text) {
				t.Fatalf("Find(%q)[%d] = %q cuts a rune", text, i, g.Text)
			}
			if g.Value > g.High || !g.Equal(g) || !g.Same(g) {
				t.Fatalf("Find(%q)[%d] = %+v is not itself", text, i, g)
			}
			if !Contains(g.Text, g) && !Contains(listOf(text, found, i), g) {
				t.Fatalf("Find(%q)[%d] = %+v, but Find(%q) = %+v", text, i, g, g.Text, Find(g.Text))
			}
		}
		if utf8.ValidString(text) {
			if missing := Missing(text, text); len(missing) > 0 {
				t.Fatalf("Missing(%q, itself) = %+v", text, missing)
			}
		}
		Wanted(text)
	})
}

// listOf is the text of the list that found[i] belongs to: its members share a unit, so that one alone may read differently.
func listOf(text string, found []Figure, i int) string {
	from, to := i, i
	for from > 0 && found[from].Start-found[from-1].End <= maxSeparator {
		from--
	}
	for to+1 < len(found) && found[to+1].Start-found[to].End <= maxSeparator {
		to++
	}
	return text[found[from].Start:found[to].End]
}
