package site

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestErrorsInPlainWords(t *testing.T) {
	p := &project{work: "/w", dir: "/w/project", content: "/w/content"}
	tests := []struct {
		name, report, cause string
		want                string
	}{
		{
			name:   "a template's report",
			report: "Start building sites …\nERROR \"/w/content/a/b.md:12:3\": 链接失效\nWARN slow\n",
			cause:  "error building site: logged 1 error(s)",
			want:   "a/b.md:12: 链接失效",
		},
		{
			name:   "a report without a place",
			report: "ERROR i18n: no word for \"status_x\" in zh\n",
			cause:  "error building site: logged 1 error(s)",
			want:   `i18n: no word for "status_x" in zh`,
		},
		{
			name:  "front matter",
			cause: "error building site: assemble: failed to create page from pageMetaSource /a: \"/w/content/a/b.md:3:10\": [2:10] mapping value is not allowed in this context\n   1 | title: x\n>  2 | y: a: b",
			want:  "a/b.md:3: [2:10] mapping value is not allowed in this context",
		},
		{
			name:  "a template that fails on a page",
			cause: `render of "/w/content/a.md" failed: "/w/project/layouts/baseof.html:4:5": execute of template failed: template: page.html:4:5: executing "page.html" at <partial "head.html" .>: error calling partial: "/w/project/layouts/_partials/head.html:7:3": execute of template failed: template: _partials/head.html:7:3: executing "_partials/head.html" at <first 1 .Params.sources>: error calling first: both limit and seq must be provided`,
			want:  "a.md: error calling first: both limit and seq must be provided (site/layouts/_partials/head.html:7)",
		},
		{
			name:  "an error without a place",
			cause: "failed to load config: /w/project/hugo.toml is odd\nmore",
			want:  "failed to load config: site/hugo.toml is odd",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cause := errors.New(tt.cause)
			err := newError(parseReport(tt.report, p).faults, cause, p)
			if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
				t.Errorf("newError() (-want +got):\n%s", diff)
			}
			if !cmp.Equal(errors.Unwrap(err), cause, cmpopts.EquateErrors()) {
				t.Error("the error does not wrap Hugo's own")
			}
		})
	}
}

func TestWarningsAreKept(t *testing.T) {
	p := &project{dir: "/w/project", content: "/w/content"}
	got := parseReport("WARN  deprecated: x\nERROR \"/w/content/a.md:1:1\": y\n", p)
	want := messages{warnings: []string{"deprecated: x"}, faults: []Fault{{Path: "a.md", Line: 1, Message: "y"}}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(messages{})); diff != "" {
		t.Errorf("parseReport() (-want +got):\n%s", diff)
	}
}
