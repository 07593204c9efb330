package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestPersonalNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"请打13800000000联系":                "13800000000",
		"138 0000 0000":                  "138 0000 0000",
		"电话：0578-2012345":                "0578-2012345",
		"（0578）2012345":                  "（0578）2012345",
		"热线 400-123-4567":                "400-123-4567",
		"+86 578 201 2345":               "+86 578 201 2345",
		"证号11010119900307001X。":          "11010119900307001X",
		"索引号 113325000026456894/2022":    "",
		"投资 13800000000.5 元":             "",
		"2012345、12345、12366":            "",
		"2021-05-01至2022-12-31":          "",
		"0.578-2012345":                  "",
		"12345678901234":                 "",
		"28nm、65nm、130nm，2300 6500 1234": "",
	} {
		p := &page{}
		p.checkNumbers(located{text, 1})
		switch {
		case want == "" && len(p.faults) > 0:
			t.Errorf("%q: %v, want no fault", text, p.faults)
		case want != "" && (len(p.faults) != 1 || !strings.Contains(p.faults[0].Message, "“"+want+"”")):
			t.Errorf("%q: %v, want one that names %q", text, p.faults, want)
		}
	}
}

func TestIdentifiers(t *testing.T) {
	for text, want := range map[string]bool{
		"浙ICP备12345678号-1":            true,
		"浙公网安备 33110002000001号":       true,
		"审图号：GS(2019)1822号":           true,
		"浙S（2021）10号":                 true,
		"网站标识码：3311000001":            true,
		"ICP备案号由站点配置提供，不写在页面里":        false,
		"索引号 113325000026456894/2022": false,
		"浙政发〔2021〕10号":                false,
	} {
		p := &page{}
		p.checkNumbers(located{text, 1})
		if got := hasRule(p.faults, RuleIdentifier); got != want {
			t.Errorf("%q: identifier %v, want %v: %v", text, got, want, p.faults)
		}
	}
}

func TestTaxReward(t *testing.T) {
	for text, want := range map[string]bool{
		"按税收贡献给予奖励。":                                             true,
		"按企业缴税额的50%给予补助，不封顶。":                                    true,
		"对地方留成部分给予全额奖励。":                                         true,
		"前两年税收返还，后三年减半。":                                         true,
		"设备增值税先征后返。":                                             true,
		"缴纳税款后三个月内返还。":                                           true,
		"Firms receive a rebate of local tax.":                   true,
		"The tax contribution of a firm earns a reward.":         true,
		"Rewards are based on taxes paid. No limit applies.":     true,
		"不得按税收贡献返还奖励。":                                           false,
		"招商协议写了税收返还算数吗？":                                         false,
		"本站不发布与缴税挂钩的奖励，即税收返还。":                                   false,
		"税收返还的承诺无效。":                                             false,
		"软件产品增值税即征即退。":                                           false,
		"留抵退税按月办理。":                                              false,
		"研发费用按100%加计扣除。":                                         false,
		"企业负责人当年提到税费补贴。":                                         false,
		"亩均税收破30万元。对企业给予奖励。":                                     false,
		"Rewards tied to taxes paid are not allowed.":            false,
		"The export tax rebate follows national law.":            false,
		"Can the zone rebate taxes to us?":                       false,
		"Income tax is reduced; a subsidy for rent is separate.": false,
	} {
		p := &page{}
		p.sentences = []located{{text, 1}}
		p.checkWording()
		if got := hasRule(p.faults, RuleTaxReward); got != want {
			t.Errorf("%q: tax reward %v, want %v", text, got, want)
		}
	}
}

func TestSuperlatives(t *testing.T) {
	two := []Source{{ID: "a"}, {ID: "b"}}
	for _, test := range []struct {
		text    string
		sources []Source
		source  string
		want    bool
	}{
		{"全国最大的基地。", two, "", true},
		{"The largest plant.", two, "", true},
		{"全省首家、行业领先。", two, "", true},
		{"全国最大的基地。", two, "a", false},
		{"全国最大的基地。", two[:1], "", false},
		{"补助最大不超过设备款的一半，最大限度方便企业。", two, "", false},
		{"并不是全国最大。", two, "", false},
		{"The leading group decides.", two, "", false},
	} {
		p := &page{doc: &Document{Sources: test.sources}, passages: []*Passage{{Anchor: "x", Text: test.text}}}
		p.headings, p.anchored = []heading{{attributes: map[string]string{"source": test.source}}}, map[string]int{"x": 0}
		p.checkSuperlatives()
		if got := hasRule(p.faults, RuleSuperlative); got != test.want {
			t.Errorf("%q with source %q of %d: superlative %v, want %v", test.text, test.source, len(test.sources), got, test.want)
		}
	}
}

func TestPlanned(t *testing.T) {
	for text, want := range map[string]bool{
		"飞地已启用。":                               true,
		"The zone has opened.":                 true,
		"飞地已经入驻12家企业。":                         true,
		"飞地尚未启用。":                              false,
		"飞地是否已启用，没有资料。":                        false,
		"飞地计划2022年建成。":                         false,
		"The zone will be in operation later.": false,
	} {
		p := &page{doc: &Document{Status: Planned}, sentences: []located{{text, 1}}}
		p.checkPlanned()
		if got := hasRule(p.faults, RulePlanned); got != want {
			t.Errorf("%q: planned %v, want %v", text, got, want)
		}
		p = &page{doc: &Document{Status: Operating}, sentences: []located{{text, 1}}}
		if p.checkPlanned(); len(p.faults) > 0 {
			t.Errorf("%q of an operating enclave: %v", text, p.faults)
		}
	}
}

func TestPublicHost(t *testing.T) {
	for host, want := range map[string]bool{
		"www.zj.gov.cn": true, "ZJ.people.com.cn": true, "8.8.8.8": true, "2001:db8::1": true, "gov.cn.": true,
		"": false, "localhost": false, "intranet": false, "10.0.0.1": false, "192.168.1.1": false, "127.0.0.1": false,
		"::1": false, "fe80::1": false, "fd00::1": false, "x.local": false, "x.internal": false, "site.test": false,
	} {
		if got := publicHost(host); got != want {
			t.Errorf("publicHost(%q) = %v, want %v", host, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	for word, want := range map[string]string{
		"inforce": "in-force", "In-Force": "in-force", "expire": "expired", "unverifed": "unverified", "x": "", "失效": "",
	} {
		if got := nearest(word, Keys(KindStatus)); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestSentences(t *testing.T) {
	text := "甲。乙！丙？丁；e 1.5 f. G? h"
	want := []string{"甲。", "乙！", "丙？", "丁；", "e 1.5 f.", "G?", "h"}
	var got []string
	for s := range sentences(text) {
		got = append(got, s)
	}
	if !slices.Equal(got, want) {
		t.Errorf("sentences(%q) = %q, want %q", text, got, want)
	}
	for s := range sentences(text) {
		if s != "甲。" {
			t.Errorf("first sentence = %q", s)
		}
		break
	}
}

// TestHeadingLevels: our own words have two levels of headings, a full text those of its document, and neither skips one.
func TestHeadingLevels(t *testing.T) {
	for _, tt := range []struct {
		full         bool
		above, level int
		want         bool
	}{{false, 2, 3, false}, {false, 3, 4, true}, {true, 3, 4, false}, {true, 5, 6, false}, {true, 2, 4, true}, {true, 1, 1, true}} {
		p := &page{doc: &Document{FullText: tt.full}}
		p.checkLevel(heading{text: "标题", anchor: "a", explicit: true, level: tt.level}, tt.above)
		if got := hasRule(p.faults, RuleHeading); got != tt.want {
			t.Errorf("full text %t, level %d under %d: fault %t, want %t: %v", tt.full, tt.level, tt.above, got, tt.want, p.faults)
		}
	}
}
