package assistant

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lvgu/index/corpus"
)

func TestSentences(t *testing.T) {
	tests := []struct {
		name string
		text string
		kind corpus.PassageKind
		want []string
	}{
		{"chinese stops", "面积为 2.1 万平方米（2021 年）。企业名单没有资料。", corpus.Prose, []string{"面积为 2.1 万平方米（2021 年）。", "企业名单没有资料。"}},
		{"semicolon stays", "新增 240 套；在建 500 套。", corpus.Prose, []string{"新增 240 套；在建 500 套。"}},
		{"quotation closes", "他说：“能开工。”后来开工了。", corpus.Prose, []string{"他说：“能开工。”", "后来开工了。"}},
		{"english", "It covers 21,000 m². It opened in 2021.", corpus.Prose, []string{"It covers 21,000 m².", "It opened in 2021."}},
		{"decimal", "It pays 2.5 percent. Then 3.5.", corpus.Prose, []string{"It pays 2.5 percent.", "Then 3.5."}},
		{"abbreviation", "See Art. 12 of Co. Ltd. rules, e.g. No. 8 here.", corpus.Prose, []string{"See Art. 12 of Co. Ltd. rules, e.g. No. 8 here."}},
		{"lines", "第一行\n\n第二行。", corpus.Prose, []string{"第一行", "第二行。"}},
		{"row is whole", "指标：跑道长。；数值：2800 m", corpus.Row, []string{"指标：跑道长。；数值：2800 m"}},
		{"empty", "", corpus.Prose, nil},
		{"no end", "没有句号", corpus.Prose, []string{"没有句号"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range sentences(&corpus.Passage{Kind: tt.kind, Text: tt.text}) {
				got = append(got, s.text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("sentences(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestSentencesOfAListThatThePageMarks(t *testing.T) {
	p := &corpus.Passage{Text: "要带的材料：\n申请书。原件。\n章程\n没有别的：\n就这些。", Lists: []corpus.Lines{{Start: 1, End: 3}}}
	got := sentences(p)
	want := []sentence{{"申请书。", "要带的材料：", 1, 1}, {"原件。", "要带的材料：", 1, 1}, {"章程", "要带的材料：", 1, 2}, {"没有别的：", "", 0, 3}, {"就这些。", "", 0, 4}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(sentence{})); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
}

func TestSentencesRememberTheLeadOfAList(t *testing.T) {
	p := &corpus.Passage{Text: "七种招商模式：\n- 基金招商\n- 飞地招商\n此外没有别的。"}
	got := sentences(p)
	want := []sentence{{"- 基金招商", "七种招商模式：", 1, 1}, {"- 飞地招商", "七种招商模式：", 1, 2}, {"此外没有别的。", "", 0, 3}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(sentence{})); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
}
