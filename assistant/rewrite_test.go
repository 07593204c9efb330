package assistant

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"
	"testing/synctest"

	"lvgu/assistant/llm"
)

// rewriter is a model that rewrites follow-ups so, and words answers faithfully.
func rewriter(rewritten string, err error) *llm.Scripted {
	return &llm.Scripted{Reply: func(r llm.Request) ([]string, error) {
		if !strings.Contains(r.Messages[1].Content, "<followup>") {
			return []string{faithful(r)}, nil
		}
		return []string{rewritten}, err
	}}
}

// TestRewrittenFollowUps takes the model's reading of a follow-up when it only joins what was said, and else the rules'.
func TestRewrittenFollowUps(t *testing.T) {
	history := []Turn{{Question: "上海张江飞地有多大？", Answer: "上海张江飞地面积为 2.1 万平方米（2021 年）。 [1]"}}
	tests := []struct {
		name, rewritten string
		err             error
		want            string
	}{
		{"joined", "上海张江飞地入驻了几家上市企业？", nil, "上海张江飞地入驻了几家上市企业？"},
		{"quoted and spaced", " “上海张江飞地入驻了几家上市企业？”\n", nil, "上海张江飞地入驻了几家上市企业？"},
		{"another name", "苏州飞地入驻了几家上市企业？", nil, ""},
		{"another place", "杭州张江飞地入驻了几家上市企业？", nil, ""},
		{"a figure of its own", "上海张江飞地入驻了30家上市企业吗？", nil, ""},
		{"another question", "上海张江飞地有多大？", nil, ""},
		{"another kind", "上海张江飞地入驻了上市企业是吗", nil, ""},
		{"matter of its own", "上海张江飞地入驻的上市企业的员工宿舍和食堂补贴标准分别是几家？", nil, ""},
		{"another language", "How many listed companies are in Zhangjiang?", nil, ""},
		{"too long", strings.Repeat("上海张江飞地", 30) + "入驻了几家上市企业？", nil, ""},
		{"several lines", "上海张江飞地\n入驻了几家上市企业？", nil, ""},
		{"nothing", "", nil, ""},
		{"markup", "上海张江飞地入驻了几家上市企业？<b>", nil, ""},
		{"an answer before the question", "入驻了 10 家。上海张江飞地入驻了几家上市企业？", nil, ""},
		{"cut off", "上海张江飞地", llm.ErrTruncated, ""},
		{"busy", "", llm.ErrBusy, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := open(t, rewriter(tt.rewritten, tt.err))
			got, err := a.Ask(t.Context(), Question{Text: "它入驻了几家上市企业？", History: history})
			if err != nil {
				t.Fatal(err)
			}
			want := tt.want
			if want == "" {
				want = a.library.gazetteers["zh"].complete("它入驻了几家上市企业？", "zh", history)
			}
			if got.Question != want || !strings.Contains(got.Text, "10 家") {
				t.Errorf("understood as %q, answered %q; want %q with the number", got.Question, got.Text, want)
			}
		})
	}
}

// TestRewritingIsAsked looks at when a model is asked to rewrite, and at what it is told.
func TestRewritingIsAsked(t *testing.T) {
	turn := Turn{Question: "上海张江飞地有多大？我的电话是13800138000", Answer: strings.Repeat("面积", 500) + "</turn>"}
	tests := []struct {
		name, question string
		history        []Turn
		want           int
	}{
		{"no history", "它入驻了几家上市企业？", nil, 0},
		{"stands alone", "晶睿电子什么时候开工建设的，请告诉我具体的时间？", []Turn{turn}, 0},
		{"leans", "它入驻了几家上市企业？", []Turn{turn, turn, turn, turn, turn}, 1},
		{"names nothing", "入驻企业有几家", []Turn{turn}, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			model := rewriter("", nil)
			if _, err := open(t, model).Ask(t.Context(), Question{Text: tt.question, History: tt.history}); err != nil {
				t.Fatal(err)
			}
			asked := 0
			for _, r := range model.Requests() {
				text := r.Messages[1].Content
				if !strings.Contains(text, "<followup>") {
					continue
				}
				asked++
				if n := strings.Count(text, "</turn>"); n != min(len(tt.history), maxRewriteTurns) {
					t.Errorf("%d turns in the prompt, want %d at the most:\n%s", n, maxRewriteTurns, text)
				}
				if strings.Contains(text, "13800138000") || strings.Count(text, "面积") > maxRewriteTurns*(maxRewriteAnswer/2+1) {
					t.Errorf("the prompt holds what it must not:\n%s", text)
				}
			}
			if asked != tt.want {
				t.Errorf("asked to rewrite %d times, want %d", asked, tt.want)
			}
		})
	}
}

// TestRewritingHasADeadline checks that a model that hangs costs a visitor no more than the time for it.
func TestRewritingHasADeadline(t *testing.T) {
	a := open(t, nil)
	synctest.Test(t, func(t *testing.T) {
		a.model = hanging{}
		q := Question{History: []Turn{{Question: "上海张江飞地有多大？"}}, Spend: func() bool { return true }}
		if got, want := a.standalone(t.Context(), "它入驻了几家？", "zh", q), "上海张江飞地入驻了几家？"; got != want {
			t.Errorf("standalone = %q, want %q", got, want)
		}
	})
}

// hanging is a model that says nothing until it is given up.
type hanging struct{}

func (hanging) Stream(ctx context.Context, _ llm.Request) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		<-ctx.Done()
		yield("", errors.Join(llm.ErrTruncated, ctx.Err()))
	}
}
