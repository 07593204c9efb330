package assistant

import (
	"slices"
	"strings"
	"testing"
)

func TestAsk(t *testing.T) {
	tests := []struct {
		name, question string
		history        []string
		outcome        Outcome
		holds, lacks   string
		url, notice    string
	}{
		{name: "quantity", question: "上海张江飞地有多大？", outcome: Answered, holds: "2.1 万平方米", url: "/enclaves/shanghai-zhangjiang/#area", notice: NoticeAsOf},
		{name: "planned", question: "苏州飞地启用了吗", outcome: Answered, holds: "筹建（计划）", url: "/enclaves/suzhou/#status", notice: NoticePlanned},
		{name: "planned has no area", question: "苏州飞地有多大？", outcome: Declined, lacks: "2.1", url: "/enclaves/suzhou/"},
		{name: "gap", question: "博士来丽水补多少", outcome: Declined, holds: "没有公布的数字", url: "/policies/overtime/#not-held"},
		{name: "off topic", question: "红烧肉怎么做", outcome: Declined},
		{name: "another place", question: "广州飞地启用了吗", outcome: Declined},
		{name: "milestone", question: "晶睿电子什么时候开工的？", outcome: Answered, holds: "2020-10", lacks: "2020-05", url: "/stories/jingrui/#milestones"},
		{name: "follow-up by name", question: "那苏州的呢", history: []string{"上海张江飞地启用了吗？"}, outcome: Answered, holds: "筹建（计划）"},
		{name: "follow-up by pronoun", question: "它什么时候开工的？", history: []string{"介绍一下晶睿电子"}, outcome: Answered, holds: "2020-10"},
		{name: "false premise", question: "张江飞地有5万平方米吧？", outcome: Answered, holds: "2.1 万平方米", lacks: "5", notice: NoticePremise},
		{name: "expired is history", question: "2013年合成革的房租补助是多少？", outcome: Answered, holds: "6 元", notice: NoticeExpired},
		{name: "expired is no offer", question: "合成革企业现在能拿房租补助吗？", outcome: Declined, url: "/policies/leather/#rent", notice: NoticeExpired},
		{name: "unverified", question: "加班追产补助最高多少？", outcome: Answered, holds: "不超过 600 万元", notice: NoticeUnverified},
		{name: "part of it", question: "张江飞地有多大？租金多少？", outcome: Answered, holds: "2.1 万平方米", notice: NoticePartial},
		{name: "traditional characters", question: "上海張江飛地面積多大？", outcome: Answered, holds: "2.1 万平方米"},
		{name: "only question words", question: "是什么？", outcome: Declined},
		{name: "only marks", question: "？？？", outcome: Declined},
		{name: "not UTF-8", question: "\xff\xfe", outcome: Declined},
	}
	a := open(t, nil)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q := Question{Text: tt.question}
			for _, h := range tt.history {
				q.History = append(q.History, Turn{Question: h})
			}
			got, err := a.Ask(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			if got.Outcome != tt.outcome || !strings.Contains(got.Text, tt.holds) || tt.lacks != "" && strings.Contains(got.Text, tt.lacks) {
				t.Errorf("Ask(%q) = %s %q, want %s with %q", tt.question, got.Outcome, got.Text, tt.outcome, tt.holds)
			}
			shown := append(slices.Clone(got.Sources), got.Nearest...)
			if tt.url != "" && !slices.ContainsFunc(shown, func(s Source) bool { return strings.HasPrefix(s.URL, tt.url) }) {
				t.Errorf("no source at %s among %+v", tt.url, shown)
			}
			if tt.notice != "" && !slices.ContainsFunc(got.Notices, func(n Notice) bool { return n.Code == tt.notice }) {
				t.Errorf("no notice %q among %+v", tt.notice, got.Notices)
			}
			if (got.Outcome == Declined) != (len(got.Sources) == 0) {
				t.Errorf("%s with %d sources", got.Outcome, len(got.Sources))
			}
		})
	}
}

func TestAnswerStreamsItsSourcesFirst(t *testing.T) {
	var kinds []EventKind
	var text strings.Builder
	var done *Answer
	for event, err := range open(t, nil).Answer(t.Context(), Question{Text: "上海张江飞地有多大？"}) {
		if err != nil {
			t.Fatal(err)
		}
		kinds = append(kinds, event.Kind)
		text.WriteString(event.Text)
		done = event.Answer
	}
	if want := []EventKind{EventSources, EventDelta, EventDone}; !slices.Equal(kinds, want) {
		t.Errorf("events = %v, want %v", kinds, want)
	}
	if done == nil || text.String() != done.Text {
		t.Errorf("deltas = %q, done = %+v", text.String(), done)
	}
}

func TestSearchMarksWhatWasFound(t *testing.T) {
	got, err := open(t, nil).Search(t.Context(), SearchQuery{Text: "张江飞地面积"})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Hits) == 0 || got.Hits[0].URL != "/enclaves/shanghai-zhangjiang/#area" {
		t.Fatalf("Search = %+v, want the area first", got)
	}
	if !slices.ContainsFunc(got.Hits[0].Text, func(s Segment) bool { return s.Mark }) {
		t.Errorf("nothing is marked in %+v", got.Hits[0].Text)
	}
}
