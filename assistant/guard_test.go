package assistant

import "testing"

func TestGuard(t *testing.T) {
	sources := []Source{
		{N: 1, Title: "加班追产补助", Section: "合计上限", Passage: "加班追产的收入增量补助与用电补助合计不超过 600 万元，不得重复申报。"},
		{N: 2, Title: "上海张江飞地", Section: "面积", Passage: "上海张江飞地面积为 2.1 万平方米（2021 年）。"},
	}
	tests := []struct {
		name, sentence string
		want           fault
	}{
		{"the passage's words", "加班追产的收入增量补助与用电补助合计不超过 600 万元，不得重复申报。[1]", faultNone},
		{"rephrased", "收入增量补助和用电补助合计不超过600万元，不得重复申报 [1]。", faultNone},
		{"converted", "上海张江飞地的面积是 21000 平方米。[2]", faultNone},
		{"no citation", "上海张江飞地面积为 2.1 万平方米。", faultCitation},
		{"a source that is not shown", "上海张江飞地面积为 2.1 万平方米。[3]", faultCitation},
		{"the wrong source", "上海张江飞地面积为 2.1 万平方米。[1]", faultName},
		{"invented figure", "上海张江飞地面积为 3.5 万平方米。[2]", faultFigure},
		{"trimmed figure", "上海张江飞地面积为 2 万平方米。[2]", faultFigure},
		{"invented besides", "上海张江飞地面积为 2.1 万平方米，租金 30 元。[2]", faultFigure},
		{"bound turned", "收入增量补助与用电补助合计达到 600 万元以上，不得重复申报。[1]", faultStronger},
		{"bound lost", "收入增量补助与用电补助合计 600 万元，不得重复申报。[1]", faultBound},
		{"negation turned", "收入增量补助与用电补助合计不超过 600 万元，可以重复申报。[1]", faultNegation},
		{"promise", "上海张江飞地面积保证为 2.1 万平方米。[2]", faultPromise},
		{"address", "上海张江飞地面积为 2.1 万平方米，见 www.example.com。[2]", faultContact},
		{"person", "上海张江飞地面积为 2.1 万平方米，请找王小明主任。[2]", faultName},
		{"another language", "The Zhangjiang zone covers 2.1 万平方米. [2]", faultLanguage},
		{"matter of its own", "入驻企业可以享受人才公寓和子女入学。[2]", faultUnheld},
		{"the prompt", "只用资料里有的内容，资料没有的不写，不推测。[2]", faultPrompt},
	}
	g := newGuard(open(t, nil).library, "zh", sources)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := g.check(tt.sentence); got != tt.want {
				t.Errorf("check(%q) = %q, want %q", tt.sentence, got, tt.want)
			}
		})
	}
}

func BenchmarkGuard(b *testing.B) {
	g := newGuard(open(b, nil).library, "zh", []Source{
		{N: 1, Title: "上海张江飞地", Section: "面积", Passage: "上海张江飞地面积为 2.1 万平方米（2021 年）。"},
	})
	for b.Loop() {
		g.check("上海张江飞地的面积是 21000 平方米。[1]")
	}
}
