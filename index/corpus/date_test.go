package corpus

import "testing"

func TestParseDate(t *testing.T) {
	for text, want := range map[string]partialDate{
		"2026":       {2026, 0, 0},
		"2026-11":    {2026, 11, 0},
		"2026-11-23": {2026, 11, 23},
		"2024-02-29": {2024, 2, 29},
	} {
		if got, ok := parseDate(text); !ok || got != want {
			t.Errorf("parseDate(%q) = %v, %v, want %v", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "26", "2026-13", "2026-00", "2025-02-29", "2026-1-2", "2026-11-23 ", "2026/11", "2026年", "２０２６"} {
		if got, ok := parseDate(text); ok {
			t.Errorf("parseDate(%q) = %v, want none", text, got)
		}
	}
}

func TestPassed(t *testing.T) {
	now := dayOf(today)
	for _, test := range []struct {
		date           string
		passed, future bool
	}{
		{"2026-11-22", true, false},
		{"2026-11-23", false, false},
		{"2026-11-24", false, true},
		{"2026-10", true, false},
		{"2026-11", false, false},
		{"2026-12", false, true},
		{"2025", true, false},
		{"2026", false, false},
		{"2027", false, true},
		{"", false, false},
		{"never", false, false},
	} {
		if got := passed(test.date, now); got != test.passed {
			t.Errorf("passed(%q) = %v, want %v", test.date, got, test.passed)
		}
		if got := future(test.date, now); got != test.future {
			t.Errorf("future(%q) = %v, want %v", test.date, got, test.future)
		}
	}
}
