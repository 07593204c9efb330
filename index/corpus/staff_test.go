package corpus

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// TestStaffGuideIsComplete holds the guide for authors to the rules: each has its row, in words that its faults use, and none
// is there that is no rule any more.
func TestStaffGuideIsComplete(t *testing.T) {
	text, err := os.ReadFile("../../docs/staff.zh.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]string{} // rule → what its authors see
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		if len(cells) != 3 {
			continue
		}
		if rule := strings.Trim(strings.TrimSpace(cells[2]), "`"); rule != "规则" {
			rows[rule] = cells[0]
		}
	}
	rules := ruleConstants(t)
	for _, rule := range rules {
		if rows[rule] == "" {
			t.Errorf("docs/staff.zh.md does not explain rule %q", rule)
		}
	}
	for rule := range rows {
		if !slices.Contains(rules, rule) {
			t.Errorf("docs/staff.zh.md explains %q, which is no rule", rule)
		}
	}

	// What authors see must be what the faults say.
	files := folderOf(t, "faults.txtar")
	plantBytes(files)
	_, faults := Load(files, today)
	for rule, seen := range rows {
		said := false
		for _, f := range faults {
			said = said || f.Rule == rule && holdsOneOf(f.Message, seen)
		}
		if !said {
			t.Errorf("rule %q: no fault says anything of %q", rule, seen)
		}
	}
}

// holdsOneOf reports whether a message holds one of the wordings that a row gives: parts around … in order.
func holdsOneOf(message, seen string) bool {
	for wording := range strings.SplitSeq(strings.NewReplacer("（提醒）", "", "`", "").Replace(seen), " / ") {
		rest, all := message, true
		for part := range strings.SplitSeq(strings.TrimSpace(wording), "…") {
			_, after, found := strings.Cut(rest, part)
			all = all && found
			rest = after
		}
		if all {
			return true
		}
	}
	return false
}
