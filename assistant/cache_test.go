package assistant

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"lvgu/assistant/llm"
	"lvgu/index/corpus"
)

// openCached is an assistant over the fixture that keeps size answers, and numbers those it gives.
func openCached(t *testing.T, size int, model llm.Model) *Assistant {
	t.Helper()
	given := 0
	newID := func() string { given++; return fmt.Sprint("id", given) }
	c, _ := corpus.Load(fixture, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	a, err := New(c, Options{NewID: newID, Cache: size, Model: model})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

func mustAsk(t *testing.T, a *Assistant, q Question) *Answer {
	t.Helper()
	answer, err := a.Ask(t.Context(), q)
	if err != nil {
		t.Fatalf("Ask(%q) = %v", q.Text, err)
	}
	return answer
}

func TestCachedAnswerIsTheSame(t *testing.T) {
	a := openCached(t, 10, nil)
	for _, text := range []string{"上海张江飞地有多大？", "苏州飞地启用了吗", "博士来丽水补多少", "红烧肉怎么做"} {
		first := mustAsk(t, a, Question{Text: text})
		again := mustAsk(t, a, Question{Text: "  " + text + "\n"})
		if first.Cached || !again.Cached {
			t.Errorf("%s: cached %v, then %v; want only the second", text, first.Cached, again.Cached)
		}
		if first.ID == again.ID {
			t.Errorf("%s: both answers are called %s", text, again.ID)
		}
		if diff := cmp.Diff(first, again, cmpopts.IgnoreFields(Answer{}, "ID", "Cached")); diff != "" {
			t.Errorf("%s (-first +again):\n%s", text, diff)
		}
	}
}

// TestCacheTellsQuestionsApart asks what differs in one thing only.
func TestCacheTellsQuestionsApart(t *testing.T) {
	turns := func(texts ...string) (out []Turn) {
		for _, text := range texts {
			out = append(out, Turn{Question: text})
		}
		return out
	}
	a := openCached(t, 100, nil)
	for _, q := range []Question{
		{Text: "有多大？"},
		{Text: "有多大？", Lang: "zh"},
		{Text: "有多大？", Lang: "en"},
		{Text: "有多大"},
		{Text: "有多大？", History: turns("张江飞地")},
		{Text: "有多大？", History: turns("张江", "飞地")},
		{Text: "有多大？", History: turns("张", "江飞地")},
		{Text: "有多大？", History: []Turn{{Question: "张江", Answer: "飞地"}}},
	} {
		if mustAsk(t, a, q).Cached {
			t.Errorf("Ask(%+v) is the answer to another question", q)
		}
	}
}

func TestCacheIsBounded(t *testing.T) {
	a := openCached(t, 2, nil)
	ask := func(text string) bool { return mustAsk(t, a, Question{Text: text}).Cached }
	ask("张江")
	ask("苏州")
	if !ask("张江") {
		t.Error("the second of two answers put the first out of a cache of two")
	}
	ask("晶睿")
	if !ask("张江") || ask("苏州") {
		t.Error("the third answer did not put out the one asked for longest ago")
	}
}

func TestNoCache(t *testing.T) {
	a := openCached(t, 0, nil)
	mustAsk(t, a, Question{Text: "张江"})
	if mustAsk(t, a, Question{Text: "张江"}).Cached {
		t.Error("a cache of 0 keeps answers")
	}
}

// TestCacheKeepsQuotations lets a model word an answer badly: what is kept is the quotation, without the model's notice.
func TestCacheKeepsQuotations(t *testing.T) {
	a := openCached(t, 10, &llm.Scripted{Reply: func(llm.Request) ([]string, error) { return nil, llm.ErrTruncated }})
	for i := range 3 {
		answer := mustAsk(t, a, Question{Text: "上海张江飞地有多大？"})
		if answer.Cached != (i > 0) || answer.Mode != Extract {
			t.Errorf("answer %d: cached %v, mode %s", i+1, answer.Cached, answer.Mode)
		}
		said := 0
		for _, notice := range answer.Notices {
			if notice.Code == NoticeModelUnavailable {
				said++
			}
		}
		if said != 1 {
			t.Errorf("answer %d says %d times that the model was not to be had, want once", i+1, said)
		}
	}
	follow := Question{Text: "有多大？", History: []Turn{{Question: "张江飞地"}}}
	mustAsk(t, a, follow)
	if mustAsk(t, a, follow).Cached {
		t.Error("a follow-up that a model may complete is kept")
	}
}
