package assistant

import (
	"testing"

	"lvgu/index/corpus"
)

func testGazetteer() *gazetteer {
	return newGazetteer(&corpus.Corpus{Documents: []*corpus.Document{
		{ID: "enclaves/shanghai-zhangjiang", Lang: "zh", Section: "enclaves", Title: "上海张江飞地", City: "上海", Keywords: []string{"张江飞地", "张江"}},
		{ID: "enclaves/hangzhou", Lang: "zh", Section: "enclaves", Title: "杭州飞地", City: "杭州"},
		{ID: "enclaves/suzhou", Lang: "zh", Section: "enclaves", Title: "苏州飞地", City: "苏州"},
		{ID: "stories/jingrui-electronics", Lang: "zh", Section: "stories", Title: "晶睿电子", Company: "浙江晶睿电子科技有限公司"},
		{ID: "land/industrial-land", Lang: "zh", Section: "land", Title: "工业用地"},
		{ID: "enclaves/shanghai-zhangjiang", Lang: "en", Section: "enclaves", Title: "Zhangjiang offsite zone, Shanghai"},
	}}, "zh")
}

func TestComplete(t *testing.T) {
	tests := []struct {
		name, text string
		history    []string
		want       string
	}{
		{"stands alone", "上海张江飞地有多大？", []string{"苏州飞地启用了吗"}, "上海张江飞地有多大？"},
		{"no history", "那杭州的呢", nil, "那杭州的呢"},
		{"another name", "那杭州的呢", []string{"上海张江飞地有多大？"}, "杭州飞地有多大?"},
		{"pronoun", "它什么时候开工的？", []string{"介绍一下晶睿电子"}, "晶睿电子什么时候开工的？"},
		{"bare question", "多少家企业入驻？", []string{"上海张江飞地有多大？"}, "上海张江飞地 多少家企业入驻"},
		{"a chain of turns", "那苏州呢？", []string{"上海张江飞地有多大？", "那杭州的呢"}, "苏州飞地有多大?"},
		{"a name we do not know", "那广州的呢", []string{"上海张江飞地有多大？"}, "广州飞地有多大?"},
	}
	g := testGazetteer()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var history []Turn
			for _, q := range tt.history {
				history = append(history, Turn{Question: q})
			}
			if got := g.complete(tt.text, corpus.Chinese, history); got != tt.want {
				t.Errorf("complete(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestFindTakesTheLongestName(t *testing.T) {
	g := testGazetteer()
	es := g.find("上海张江飞地和苏州飞地哪个大")
	if len(es) != 2 || es[0].id != "enclaves/shanghai-zhangjiang" || es[1].id != "enclaves/suzhou" {
		t.Errorf("find = %v", es)
	}
	if es := g.find("工业用地"); len(es) != 0 {
		t.Errorf("a page of a section without names is an entity: %v", es)
	}
}

func TestMatterOf(t *testing.T) {
	for question, want := range map[string]string{
		"How is the R&D super deduction calculated?": "R&D super deduction calculated",
		"研发费用加计扣除是多少？":                               "研发费用加计扣除",
		"one-off deduction":                          "one-off deduction",
	} {
		if got := matterOf(question); got != want {
			t.Errorf("matterOf(%q) = %q, want %q", question, got, want)
		}
	}
}
