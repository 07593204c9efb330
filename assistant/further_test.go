package assistant

import (
	"maps"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"lvgu/index/corpus"
)

// furtherPage has five clauses with typical questions: one is a gap, and one question is answered by nothing.
const furtherPage = `## 面积 {#area asof="2021" source="s1"}
杭州飞地面积为 3 万平方米（2021 年）。

## 企业 {#tenants asof="2021" source="s1"}
截至 2021 年，杭州飞地入驻了 12 家企业。

## 班车 {#bus asof="2021" source="s1"}
杭州飞地到丽水每周有班车（2021 年）。

## 租金 {#rent kind="gap"}
杭州飞地的租金没有资料。

## 成果 {#results asof="2021" source="s1"}
杭州飞地 2021 年引进了 4 个项目。
`

const furtherQuestions = `city: 杭州
status: operating
functions: []
questions:
  - {clause: area, ask: ["杭州飞地多大？"]}
  - {clause: tenants, ask: ["杭州飞地入驻了几家企业？"]}
  - {clause: bus, ask: ["杭州飞地班车多少钱？"]}
  - {clause: rent, ask: ["杭州飞地租金多少？"]}
  - {clause: results, ask: ["杭州飞地引进了几个项目？"]}
`

func openFurther(t *testing.T) *Assistant {
	t.Helper()
	content := maps.Clone(fixture)
	content["enclaves/hangzhou.md"] = page("杭州飞地", furtherQuestions, furtherPage)
	c, _ := corpus.Load(fstest.MapFS(content), time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	a, err := New(c, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

func TestSuggestions(t *testing.T) {
	a := openFurther(t)
	tests := []struct {
		name    string
		q       Question
		outcome Outcome
		want    []string
	}{
		{"what follows on the page, then what stands before", Question{Text: "杭州飞地入驻了几家企业？"}, Answered, []string{"杭州飞地引进了几个项目？", "杭州飞地多大？"}},
		{"not what was asked before", Question{Text: "杭州飞地入驻了几家企业？", History: []Turn{{Question: "杭州飞地多大？"}}}, Answered, []string{"杭州飞地引进了几个项目？"}},
		{"of a declined question, what is near", Question{Text: "杭州飞地租金多少？"}, Declined, []string{"杭州飞地引进了几个项目？", "杭州飞地入驻了几家企业？", "杭州飞地多大？"}},
		{"a page without questions", Question{Text: "晶睿电子做什么？"}, Answered, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := a.Ask(t.Context(), test.q)
			if err != nil {
				t.Fatal(err)
			}
			if got.Outcome != test.outcome {
				t.Errorf("Ask(%q) is %s, want %s: %s", test.q.Text, got.Outcome, test.outcome, got.Text)
			}
			if diff := cmp.Diff(test.want, got.Suggestions); diff != "" {
				t.Errorf("suggestions after %q (-want +got):\n%s", test.q.Text, diff)
			}
			for _, text := range got.Suggestions {
				if next, err := a.Ask(t.Context(), Question{Text: text}); err != nil || next.Outcome != Answered {
					t.Errorf("Ask(%q), which was suggested, is %+v, %v; want it answered", text, next, err)
				}
			}
		})
	}
}

func TestPage(t *testing.T) {
	a := openFurther(t)
	got, ok := a.Page(t.Context(), "/enclaves/hangzhou/")
	want := Page{Title: "杭州飞地", URL: "/enclaves/hangzhou/", Questions: []string{"杭州飞地多大？", "杭州飞地入驻了几家企业？", "杭州飞地引进了几个项目？"}}
	if diff := cmp.Diff(want, got); !ok || diff != "" {
		t.Errorf("Page, %t (-want +got):\n%s", ok, diff)
	}
	for _, url := range []string{"", "/", "/no/such/", "//other.example/"} {
		if page, ok := a.Page(t.Context(), url); ok {
			t.Errorf("Page(%q) = %+v, want none", url, page)
		}
	}
}
