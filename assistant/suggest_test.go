package assistant

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestSuggest(t *testing.T) {
	a := open(t, nil)
	tests := []struct {
		name string
		q    SuggestQuery
		want []string
	}{
		{"beginning of a title", SuggestQuery{Text: "上海"}, []string{"上海张江飞地"}},
		{"within a title, and a question", SuggestQuery{Text: "飞地"}, []string{"上海张江飞地", "苏州飞地（计划）", "苏州飞地启用了吗？"}},
		{"questions only", SuggestQuery{Text: "苏州", Kind: SuggestQuestion}, []string{"苏州飞地启用了吗？"}},
		{"a question without an answer leads to whom to ask", SuggestQuery{Text: "博士"}, []string{"博士来丽水补多少？"}},
		{"and is not offered to be asked", SuggestQuery{Text: "博士", Kind: SuggestQuestion}, []string{}},
		{"a heading", SuggestQuery{Text: "入驻"}, []string{"入驻"}},
		{"words apart", SuggestQuery{Text: "张江 上海"}, []string{"上海张江飞地"}},
		{"pinyin initials", SuggestQuery{Text: "shzj", Lang: "zh"}, []string{"上海张江飞地"}},
		{"initials from within", SuggestQuery{Text: "zjfd", Lang: "zh"}, []string{"上海张江飞地"}},
		{"one letter is too little", SuggestQuery{Text: "s", Lang: "zh"}, []string{}},
		{"full-width and spaces", SuggestQuery{Text: " 上海　"}, []string{"上海张江飞地"}},
		{"nothing", SuggestQuery{Text: "  "}, []string{}},
		{"unknown", SuggestQuery{Text: "红烧肉"}, []string{}},
		{"another language", SuggestQuery{Text: "上海", Lang: "en"}, []string{}},
		{"a limit", SuggestQuery{Text: "飞地", Limit: 1}, []string{"上海张江飞地"}},
		{"a gap's heading is no destination", SuggestQuery{Text: "没有持有"}, []string{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := []string{}
			for _, s := range a.Suggest(test.q) {
				if s.URL == "" || s.Kind == "" {
					t.Errorf("Suggest(%+v) gives %+v, want an address and a kind", test.q, s)
				}
				got = append(got, s.Text)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("Suggest(%+v) (-want +got):\n%s", test.q, diff)
			}
		})
	}
}

func FuzzSuggest(f *testing.F) {
	a := open(f, nil)
	for _, seed := range []string{"上海", "zj", "\xff", "İ", strings.Repeat("飞", 600)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range a.Suggest(SuggestQuery{Text: text, Lang: "zh"}) {
			if !utf8.ValidString(s.Text) {
				t.Errorf("Suggest(%q) gives %q", text, s.Text)
			}
		}
	})
}
