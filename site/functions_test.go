package site

import (
	"testing"

	"github.com/gohugoio/hugo/markup/tableofcontents"
	"github.com/google/go-cmp/cmp"
)

func TestStatus(t *testing.T) {
	tests := []struct {
		name            string
		status, expires any
		want            any
	}{
		{"no last day", "in-force", nil, "in-force"},
		{"no status", nil, nil, nil},
		{"a day long past", "in-force", "2001-12-31", "expired"},
		{"a month long past", "unverified", "2001-12", "expired"},
		{"a year long past", "in-force", "2001", "expired"},
		{"a day far ahead", "in-force", "2999-01-01", "in-force"},
		{"a year far ahead", "in-force", "2999", "in-force"},
		{"no date", "in-force", "until further notice", "in-force"},
	}
	for _, tt := range tests {
		if got := (functions{}).Status(tt.status, tt.expires); got != tt.want {
			t.Errorf("%s: Status(%v, %v) = %v, want %v", tt.name, tt.status, tt.expires, got, tt.want)
		}
	}
}

func TestQuantity(t *testing.T) {
	tests := []struct {
		figure any
		want   *quantity
	}{
		{"2.1 万平方米", &quantity{"", "2.1", "万平方米"}},
		{"more than RMB 44 million", &quantity{"more than RMB", "44", "million"}},
		{"约 12 个月", &quantity{"", "约 12", "个月"}},
		{2026, &quantity{"", "2026", ""}},
		{"未公布", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, (functions{}).Quantity(tt.figure)); diff != "" {
			t.Errorf("Quantity(%v) (-want +got):\n%s", tt.figure, diff)
		}
	}
}

func TestContents(t *testing.T) {
	headings := tableofcontents.Headings{
		{ID: "a", Title: "甲 &amp; 乙", Headings: tableofcontents.Headings{{ID: "b", Title: "<b>"}}},
		{Headings: tableofcontents.Headings{{ID: "c", Title: "丙"}}}, // as where a page begins with a heading of the third level
	}
	const want = `<li><a href="#a">甲 &amp; 乙</a><ol><li><a href="#b">&lt;b&gt;</a></li></ol></li><li><a href="#c">丙</a></li>`
	if got := (functions{}).Contents(headings); string(got) != want {
		t.Errorf("Contents = %s, want %s", got, want)
	}
}

func TestTighten(t *testing.T) {
	const template = "<ul>\n  {{- range . }}  \n    <li\n      class=\"a\">{{ . }}  b</li>\n  {{- end }}\n</ul>\n"
	const want = "<ul>\n{{- range . }}\n<li\nclass=\"a\">{{ . }}  b</li>\n{{- end }}\n</ul>\n"
	if got := string(tighten([]byte(template))); got != want {
		t.Errorf("tighten(%q) = %q, want %q", template, got, want)
	}
}
