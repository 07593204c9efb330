package assistant

import (
	"testing"

	"lvgu/index/corpus"
)

func TestStatusClaimed(t *testing.T) {
	tests := []struct {
		text            string
		states, denies  bool
		leaves          string
		status          corpus.Status
		says            string
		wantContradicts bool
	}{
		{"博士补贴取消了吧", true, true, "博士补贴 吧", "", "补贴为 5 万元。", true},
		{"张江飞地不是还没启用吗", true, true, "张江飞地 启用吗", "", "入驻了 10 家企业。", true},
		{"张江飞地不是还没启用吗", true, true, "张江飞地 启用吗", "", "没有资料表明已启用。", false},
		{"苏州飞地已经启用了吧", true, false, "苏州飞地 吧", corpus.Planned, "为筹建（计划）。", true},
		{"张江飞地已经启用了吧", true, false, "张江飞地 吧", "", "入驻了 10 家企业。", false},
		{"张江飞地启用了吗", false, false, "张江飞地启用了吗", "", "没有启用。", false},
	}
	for _, tt := range tests {
		q := analyse(tt.text, corpus.Chinese)
		if got := q.status.words != nil; got != tt.states || q.status.denied != tt.denies {
			t.Errorf("%q states %v, denies %v, want %v, %v", tt.text, got, q.status.denied, tt.states, tt.denies)
		}
		if got := q.status.without(tt.text); got != tt.leaves {
			t.Errorf("%q without its claim is %q, want %q", tt.text, got, tt.leaves)
		}
		p := &corpus.Passage{Status: tt.status, Document: &corpus.Document{Lang: corpus.Chinese}}
		s := statement{sentence: sentence{text: tt.says}, weighing: &weighing{passage: p}}
		if got := q.status.contradictedBy(s); got != tt.wantContradicts {
			t.Errorf("%q contradicted by %q: %v, want %v", tt.text, tt.says, got, tt.wantContradicts)
		}
	}
}

func TestHoldsOffice(t *testing.T) {
	tests := []struct {
		question, sentence string
		want               bool
	}{
		{"丽水市委书记是谁", "时任（2021 年）丽水市委书记某某提出驻点招引。", false},
		{"丽水市委书记是谁", "丽水市委书记是某某。", true},
		{"丽水市委书记是谁", "丽水市长是某某。", false},
	}
	for _, tt := range tests {
		if got := holdsOffice(tt.question, tt.sentence); got != tt.want {
			t.Errorf("holdsOffice(%q, %q) = %v, want %v", tt.question, tt.sentence, got, tt.want)
		}
	}
}
