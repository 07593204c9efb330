package site

import (
	"html/template"
	"strings"
	"testing"
)

// stub fills one blank.
type stub struct{}

func (stub) blank(name, argument string) any {
	if name == "name" {
		return "A & B" + argument
	}
	return nil
}

func TestFill(t *testing.T) {
	tests := []struct {
		name  string
		form  template.HTML
		pairs []any
		want  template.HTML // empty: an error
	}{
		{"no blank", "<p>x</p>", nil, "<p>x</p>"},
		{"text is escaped", "<p>${name}</p>", nil, "<p>A &amp; B</p>"},
		{"an argument", "<p>${name: <}</p>", nil, "<p>A &amp; B &lt;</p>"},
		{"markup is not", "<p>${body}</p>", []any{"body", template.HTML("<b>x</b>")}, "<p><b>x</b></p>"},
		{"pairs come first", "${name}", []any{"name", 7}, "7"},
		{"what looks like a blank in what goes in", "${body}", []any{"body", "${name}"}, "${name}"},
		{"unknown", "<p>${nobody}</p>", nil, ""},
	}
	for _, tt := range tests {
		got, err := functions{}.Fill(t.Context(), tt.form, stub{}, tt.pairs...)
		if got != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("%s: Fill(%s) = %s, %v, want %s", tt.name, tt.form, got, err, tt.want)
		}
	}
}

// TestFormsAreOfNoPage checks that what a template makes once for many pages is not given one of them, whose words all the
// others would then show.
func TestFormsAreOfNoPage(t *testing.T) {
	forms := 0
	for name, text := range readAll(t, "layouts") {
		for _, call := range strings.Split(text, "fn.Fill (partialCached ")[1:] {
			forms++
			arguments, _, _ := strings.Cut(call, ")")
			if of := strings.Fields(arguments)[1]; of == "." && !strings.HasSuffix(arguments, " .Key") {
				t.Errorf("%s: the form %s is given a page", name, arguments)
			}
		}
	}
	if forms < 5 {
		t.Errorf("%d forms found", forms)
	}
}
