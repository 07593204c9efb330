package eval

import "testing"

func TestAnswersReference(t *testing.T) {
	tests := []struct {
		sentence  string
		reference string
		want      bool
	}{
		{"他于 1903 年建成该线。", "1903年", true},
		{"返还上年度实际缴纳失业保险费的50%，期限一年。", "返还上年度实际缴纳失业保险费的百分之五十", true},
		{"返还失业保险费。", "对不裁员的参保企业返还失业保险费；对困难企业按六个月返还；对小微企业放宽裁员率", true}, // a part of it and nothing else
		{"今天天气很好。", "返还失业保险费", false},
		{"", "返还", false},
	}
	for _, test := range tests {
		if got := AnswersReference(test.sentence, []string{test.reference}); got != test.want {
			t.Errorf("AnswersReference(%q, %q) = %v", test.sentence, test.reference, got)
		}
	}
}

func TestLearnChooser(t *testing.T) {
	choice := func(question string) Choice {
		return Choice{question, []Choosable{{[]float64{1, 0}, false}, {[]float64{0, 1}, true}, {[]float64{1, 0.1}, false}}}
	}
	c := LearnChooser([]ChoiceSet{{1, []Choice{choice("a"), choice("b")}}}, -1)
	if c.Score([]float64{0, 1}) <= c.Score([]float64{1, 0}) {
		t.Errorf("LearnChooser = %v prefers the sentence that does not answer", c)
	}
}
