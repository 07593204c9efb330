package corpus

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// hugoAnchors are the ids of the headings in testdata/anchors.md as Hugo 0.165 prints them with site/hugo.toml's
// settings, in order; "" is a heading without one.
const hugoAnchors = `a----bs-q--c-d
art-12
foo
foo-1
第12条-a_b-----
bold-code-link

heading
foo-1-1
x
x
alt-img
ab-c
bad-x-asof2021
z
two
in-list
a--b-x4e2d
510和35
quoted
emoji-smile
a--d
12-
heading-1
heading-2
a-x_y-b-
gone-left
spaced---out
tabhere
istanbul-àé`

func TestAnchorsAsHugo(t *testing.T) {
	source, err := os.ReadFile("testdata/anchors.md")
	if err != nil {
		t.Fatal(err)
	}
	p := &page{path: "about/anchors.md", doc: &Document{}}
	p.parseBody(newMarkdown(), source, 1)
	var got []string
	for _, h := range p.headings {
		got = append(got, h.anchor)
	}
	if diff := cmp.Diff(strings.Split(hugoAnchors, "\n"), got); diff != "" {
		t.Errorf("anchors (-want +got):\n%s", diff)
	}
}

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{
		"":          "",
		"  A b-C  ": "a-b-c",
		"第3条（试行）":   "第3条试行",
		"a\tb_c.d":  "ab_cd",
		"①½Ⅻ五":      "五",
	} {
		if got := slug(text); got != want {
			t.Errorf("slug(%q) = %q, want %q", text, got, want)
		}
	}
}
