package assistant

import (
	"testing"
	"testing/fstest"
	"time"

	"lvgu/assistant/llm"
	"lvgu/index/corpus"
)

// page is a content file with what every page needs.
func page(title, more, body string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("---\ntitle: " + title + "\nsummary: 摘要。\ndate: 2026-11-23\nasOf: \"2021\"\nsources:\n  - id: s1\n    title: 文章\n    publisher: 某报\n    date: \"2021\"\n    confidence: B\n" + more + "---\n" + body)}
}

// fixture is a small content folder: two enclaves, one of them planned; a policy with a gap; a story.
var fixture = fstest.MapFS{
	"enclaves/shanghai-zhangjiang.md": page("上海张江飞地", "keywords: [张江飞地, 张江]\ncity: 上海\nstatus: operating\narea: 2.1 万平方米\nfunctions: [研发]\n",
		"## 面积 {#area asof=\"2021\" source=\"s1\"}\n上海张江飞地面积为 2.1 万平方米（2021 年）。\n\n## 入驻 {#tenants asof=\"2021\" source=\"s1\"}\n截至 2021 年，上海张江飞地入驻了 10 家上市企业。\n"),
	"enclaves/suzhou.md": page("苏州飞地（计划）", "city: 苏州\nstatus: planned\nfunctions: []\nquestions:\n  - clause: status\n    ask: [\"苏州飞地启用了吗？\"]\n",
		"## 状态 {#status asof=\"2021\" source=\"s1\"}\n苏州飞地截至 2021 年为筹建（计划），没有资料表明已启用。\n"),
	"policies/overtime.md": page("加班追产补助", "issuer: 丽水市\nlevel: city\nregion: 丽水市\nstatus: unverified\nstatusNote: 没有核实。\napplies: \"past\"\nquestions:\n  - clause: not-held\n    ask: [\"博士来丽水补多少？\"]\n",
		"### 合计上限 {#cap asof=\"2022\" source=\"s1\"}\n加班追产的收入增量补助与用电补助合计不超过 600 万元，不得重复申报。\n\n### 没有持有 {#not-held kind=\"gap\"}\n博士来丽水的补助标准没有公布的数字。请问人才工作部门。\n"),
	"policies/leather.md": page("合成革扶持", "issuer: 丽水经济开发区\nlevel: zone\nregion: 丽水经开区\nstatus: expired\nstatusNote: 已失效。\napplies: \"no\"\n",
		"### 房租补助 {#rent asof=\"2013\" source=\"s1\"}\n2013 年合成革企业入园，房租补助为 6 元/㎡·年，连补 3 年；文件已失效。\n"),
	"stories/jingrui.md": page("晶睿电子", "company: 浙江晶睿电子科技有限公司\ncluster: semiconductor\nstage: 投产\nmilestones:\n  - {date: \"2020-05\", text: 公司成立, source: s1}\n  - {date: \"2020-10\", text: 开工建设, source: s1}\n",
		"## 做什么 {#product asof=\"2021\" source=\"s1\"}\n晶睿电子制造电子晶圆片和外延片（2021 年）。\n"),
}

// open is an assistant over the fixture whose answers are all called "id".
func open(t testing.TB, model llm.Model) *Assistant {
	t.Helper()
	c, _ := corpus.Load(fixture, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	a, err := New(c, Options{NewID: func() string { return "id" }, Model: model, Producer: "模型名称"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}
