package site

import (
	"html/template"
	"testing"

	"github.com/gohugoio/hugo/markup/tableofcontents"
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
		want   template.HTML
	}{
		{"2.1 万平方米", `2.1 <span class="unit">万平方米</span>`},
		{"more than RMB 44 million", `<span class="unit">more than RMB</span> 44 <span class="unit">million</span>`},
		{"约 12 个月", `约 12 <span class="unit">个月</span>`},
		{2026, "2026"},
		{"RMB 1.66 billion (16.6 亿元)", `<span class="unit">RMB</span> 1.66 <span class="unit">billion</span> <small>(16.6 亿元)</small>`},
		{"未公布", "未公布"},
		{"< 1 & more", `<span class="unit">&lt;</span> 1 <span class="unit">&amp; more</span>`},
	}
	for _, tt := range tests {
		if got := (functions{}).Quantity(tt.figure); got != tt.want {
			t.Errorf("Quantity(%v) = %s, want %s", tt.figure, got, tt.want)
		}
	}
}

func TestContents(t *testing.T) {
	headings := tableofcontents.Headings{
		{ID: "a", Title: "甲 &amp; 乙", Headings: tableofcontents.Headings{{ID: "b", Title: "<b>"}}},
		{Headings: tableofcontents.Headings{{ID: "c", Title: "丙"}}}, // as where a page begins with a heading of the third level
	}
	const want = `<li><a href="#a">甲 &amp; 乙</a><ol><li><a href="#b">&lt;b&gt;</a></li></ol></li><li><a href="#c">丙</a></li>`
	if got := contents(headings); string(got) != want {
		t.Errorf("contents = %s, want %s", got, want)
	}
}

func TestTighten(t *testing.T) {
	const template = "<ul>\n  {{- range . }}  \n    <li\n      class=\"a\">{{ . }}  b</li>\n  {{- end }}\n</ul>\n"
	const want = "<ul>\n{{- range . }}\n<li\nclass=\"a\">{{ . }}  b</li>\n{{- end }}\n</ul>\n"
	if got := string(tighten([]byte(template))); got != want {
		t.Errorf("tighten(%q) = %q, want %q", template, got, want)
	}
}
