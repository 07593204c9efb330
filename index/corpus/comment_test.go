package corpus

import (
	"testing"
	"testing/fstest"
)

// TestComments checks that comments are no HTML, however many lines they have, and that what follows them is looked at.
func TestComments(t *testing.T) {
	const page = "---\ntitle: 一\nsummary: 一\ndate: 2026-11-23\nasOf: \"2021\"\nsources: [{id: s1, title: 报道, publisher: 日报, confidence: B}]\n---\n"
	for text, want := range map[string]bool{
		"<!-- 一行 -->\n":                   false,
		"<!-- 一行\n     又一行 -->\n":         false,
		"<!-- 一行\n\n又一行\n-->\n\n正文。\n":    false,
		"<!-- 一行 --><b>粗</b>\n":           true,
		"<!-- 一行\n又一行 --><b>粗</b>\n":      true,
		"<div>\n<!-- 一行 -->\n</div>\n":    true,
		"正文<!-- 一句 -->正文<br>正文。\n":        false,
		"<script>\nalert(1)\n</script>\n": true,
	} {
		_, faults := Load(fstest.MapFS{"about/x.md": {Data: []byte(page + text)}}, today)
		if got := hasRule(faults, RuleHTML); got != want {
			t.Errorf("%q: HTML %v, want %v: %v", text, got, want, faults)
		}
	}
}
