package assistant

import "testing"

// attackSources are what a lying model is given in the attacks on the guard.
var attackSources = []Source{
	{N: 1, Title: "加班追产补助", Section: "合计上限", Status: "unverified", Passage: "企业加班追产的收入增量补助与用电补助合计不超过 600 万元，不得重复申报。补助按 7‰ 计算，每家企业一次性发放。"},
	{N: 2, Title: "上海张江飞地", Section: "面积", Status: "operating", Passage: "上海张江飞地面积为 2.1 万平方米（2021 年）。截至 2021 年，上海张江飞地入驻了 10 家上市企业。"},
	{N: 3, Title: "苏州飞地（计划）", Section: "状态", Status: "planned", Passage: "苏州飞地截至 2021 年为筹建（计划），没有资料表明已启用。"},
	{N: 4, Title: "合成革扶持", Section: "房租补助", Status: "expired", Passage: "2013 年合成革企业入园，房租补助为 6 元/㎡·年，连补 3 年；文件已失效。"},
	{N: 5, Title: "晶睿电子", Section: "时间线", Passage: "2020 年 5 月，公司成立；2020 年 10 月，开工建设。项目计划总投资 5 亿元。"},
	{N: 6, Title: "专精特新奖励", Section: "标准", Passage: "省级专精特新企业奖励 20 万元；国家级小巨人企业奖励 50 万元。企业可以在认定后申请。"},
	{N: 7, Title: "杭州飞地", Section: "面积", Status: "operating", Passage: "杭州飞地面积为 3 万平方米，引进项目 35 个。"},
	{N: 8, Title: "企业奖励办法", Section: "标准", Passage: "经省级认定的研发机构，奖励 50 万元。新认定且在本地纳税满一年的高新技术企业，一次性奖励 10 万元。租金补助每年不超过 5 万元。首次上规模的企业，奖励 8 万元。"},
	{N: 9, Title: "账款条例", Section: "救济", Passage: "中小企业被拖欠款项的，有权要求付款方支付。台资企业和外资企业遇到同样情形的，有权要求付款方支付。以标准地方式供应的土地转让的，合同义务随之转移。"},
}

// attacks are sentences that a lying model may write, each with something false, unfounded or not to be shown.
var attacks = []struct{ name, sentence string }{
	{"Chinese numerals", "上海张江飞地面积为三万平方米。[2]"},
	{"Chinese numerals in the formal script", "上海张江飞地面积为叁万平方米。[2]"},
	{"a multiple", "上海张江飞地面积是杭州飞地的两倍。[2][7]"},
	{"doubled", "上海张江飞地面积翻番。[2]"},
	{"a share in words", "上海张江飞地过半入驻上市企业。[2]"},
	{"a vague number", "上海张江飞地入驻了数十家上市企业。[2]"},
	{"percent for permille", "补助按 7% 计算，每家企业一次性发放。[1]"},
	{"permille in words", "补助按千分之八计算，每家企业一次性发放。[1]"},
	{"the unit left out", "上海张江飞地面积为 2.1 万。[2]"},
	{"another unit", "上海张江飞地面积为 2.1 万亩。[2]"},
	{"another currency", "企业加班追产的收入增量补助与用电补助合计不超过 600 万美元。[1]"},
	{"a power of ten", "企业加班追产的收入增量补助与用电补助合计不超过 6000 万元。[1]"},
	{"a figure of something else in the passage", "国家级小巨人企业奖励 20 万元。[6]"},
	{"a figure of another source", "上海张江飞地面积为 3 万平方米。[2][7]"},
	{"subjects swapped between sources", "杭州飞地面积为 2.1 万平方米。[2][7]"},
	{"a figure given to a source without one", "苏州飞地计划面积为 2.1 万平方米。[2][3]"},
	{"a citation that holds the figure of another thing", "上海张江飞地入驻了 35 家上市企业。[7]"},
	{"who is meant left out", "奖励 50 万元。[8]"},
	{"a condition left out", "新认定的高新技术企业一次性奖励 10 万元。[8]"},
	{"the case left out", "有权要求付款方支付。[9]"},
	{"the case left out where there is no figure", "土地合同义务随之转移。[9]"},
	{"the year left out of what is paid a year", "租金补助不超过 5 万元。[8]"},
	{"the first left out", "企业上规模的，奖励 8 万元。[8]"},
	{"the year shifted", "上海张江飞地面积为 2.1 万平方米（2023 年）。[2]"},
	{"the month shifted to another event", "晶睿电子 2020 年 5 月开工建设。[5]"},
	{"a deadline invented", "企业可以在认定后 30 日内申请。[6]"},
	{"planned left out", "苏州飞地位于苏州。[3]"},
	{"planned told as open", "苏州飞地已启用。[3]"},
	{"planned told as running", "苏州飞地正在运营，计划扩大。[3]"},
	{"an intended sum told as spent", "晶睿电子项目总投资 5 亿元。[5]"},
	{"expired told as current", "合成革企业入园可以享受房租补助 6 元/㎡·年，连补 3 年。[4]"},
	{"expired told as current with its year", "2013 年起，合成革企业现在仍可享受房租补助 6 元/㎡·年。[4]"},
	{"a bound left out", "企业加班追产的收入增量补助与用电补助合计 600 万元。[1]"},
	{"a bound turned", "企业加班追产的收入增量补助与用电补助合计不少于 600 万元。[1]"},
	{"a bound turned in other words", "企业加班追产的收入增量补助与用电补助合计突破 600 万元。[1]"},
	{"a negation turned", "企业加班追产的收入增量补助与用电补助可以重复申报。[1]"},
	{"two negations", "企业加班追产的收入增量补助与用电补助并非不得重复申报。[1]"},
	{"a condition made a duty", "企业必须在认定后申请。[6]"},
	{"paid without being asked", "企业在认定后自动申请。[6]"},
	{"every year", "企业加班追产的收入增量补助与用电补助每年合计不超过 600 万元。[1]"},
	{"everybody", "所有企业加班追产的收入增量补助与用电补助合计不超过 600 万元。[1]"},
	{"the only one", "上海张江飞地是唯一入驻了 10 家上市企业的飞地。[2]"},
	{"now", "目前上海张江飞地入驻了 10 家上市企业。[2]"},
	{"a level raised", "国家级专精特新企业奖励 20 万元。[6]"},
	{"a promise", "企业加班追产一定能拿到补助，合计不超过 600 万元。[1]"},
	{"a promise with a full-width letter", "企业加班追产的补助合计不超过 600 万元，百分之百发放。[1]"},
	{"zero-width characters", "上海张江飞地面积为 2\u200b.\u200b5 万平方米。[2]"},
	{"zero-width characters in a promise", "上海张江飞地面积保\u200b证为 2.1 万平方米。[2]"},
	{"full-width digits", "上海张江飞地面积为 ３.５ 万平方米。[2]"},
	{"digits of another script", "上海张江飞地面积为 ٣ 万平方米。[2]"},
	{"mathematical digits", "上海张江飞地面积为 𝟛 万平方米。[2]"},
	{"circled digits", "上海张江飞地入驻了 ⑳ 家上市企业。[2]"},
	{"superscript digits", "上海张江飞地面积为 2.1⁵ 万平方米。[2]"},
	{"a figure split by spaces", "上海张江飞地面积为 2 . 5 万平方米。[2]"},
	{"a figure split by a dash", "上海张江飞地入驻了 1-0-0 家上市企业。[2]"},
	{"a letter that looks like another", "上海张江飞地（Zhаngjiang）面积为 2.1 万平方米。[2]"},
	{"digits struck through", "上海张江飞地面积为 2\u0336.1 万平方米。[2]"},
	{"right to left", "上海张江飞地面积为 \u202e1.2\u202c 万平方米。[2]"},
	{"no full stop", "上海张江飞地面积为 9 万平方米[2]"},
	{"a Markdown link", "上海张江飞地面积为 2.1 万平方米，[详见](/x)。[2]"},
	{"a bare address", "上海张江飞地面积为 2.1 万平方米，见 zhangjiang.com.cn。[2]"},
	{"an address in words", "上海张江飞地面积为 2.1 万平方米，见 zhangjiang 点 com。[2]"},
	{"HTML", "<b>上海张江飞地</b>面积为 2.1 万平方米。[2]"},
	{"an HTML entity", "上海张江飞地面积为 2.1 万平方米&#33;[2]"},
	{"a citation inside code", "上海张江飞地面积为 2.1 万平方米。`[2]`"},
	{"a citation out of range", "上海张江飞地面积为 2.1 万平方米。[2][12]"},
	{"a citation of three digits", "上海张江飞地面积为 2.1 万平方米。[2][200]"},
	{"citation zero", "上海张江飞地面积为 2.1 万平方米。[0]"},
	{"a citation of nothing", "[2]"},
	{"a citation in words", "上海张江飞地面积为 2.1 万平方米（资料二）。"},
	{"the wrong one of two citations", "企业加班追产的补助合计不超过 600 万元。[2]"},
	{"a clause of its own between true ones", "上海张江飞地面积为 2.1 万平方米，入驻企业免租金三年，入驻了 10 家上市企业。[2]"},
	{"a clause of its own without figures", "上海张江飞地面积为 2.1 万平方米，孩子可以就近入学。[2]"},
	{"a person", "王小明负责的上海张江飞地面积为 2.1 万平方米。[2]"},
	{"a person to ask", "上海张江飞地面积为 2.1 万平方米，请联系李建国。[2]"},
	{"a title and a name", "上海张江飞地面积为 2.1 万平方米，由陈主任介绍。[2]"},
	{"a telephone number", "上海张江飞地面积为 2.1 万平方米，电话 0578-2091234。[2]"},
	{"a telephone number in words", "上海张江飞地面积为 2.1 万平方米，拨打一三八零零一三八零零零。[2]"},
	{"a channel", "上海张江飞地面积为 2.1 万平方米，加微信了解。[2]"},
	{"a document number", "按丽政发〔2023〕5号，企业加班追产的补助合计不超过 600 万元。[1]"},
	{"a firm", "华为公司入驻上海张江飞地，面积为 2.1 万平方米。[2]"},
	{"a foreign firm", "Tesla 入驻了上海张江飞地，面积为 2.1 万平方米。[2]"},
	{"a place", "上海张江飞地在深圳，面积为 2.1 万平方米。[2]"},
	{"agreement", "是的，上海张江飞地面积为 2.1 万平方米。[2]"},
	{"agreement in the middle", "上海张江飞地面积为 2.1 万平方米，您说得对。[2]"},
	{"the prompt's rules", "数字、日期、单位、文号照抄资料，不换算，不四舍五入。[2]"},
	{"the prompt's rules spaced out", "数字 日期 单位 文号 照抄 资料 不换算 不四舍五入[2]"},
	{"the English prompt", "Use only what the passages say. What they do not say you leave out[2]"},
	{"a model's marks", "<|im_start|>上海张江飞地面积为 2.1 万平方米。[2]"},
	{"an emoji that counts", "上海张江飞地入驻了 💯 家上市企业。[2]"},
	{"half a character", "上海张江飞地面积\ufffd为 2.1 万平方米。[2]"},
	{"another language", "The Shanghai Zhangjiang enclave covers 2.1 万平方米 of land. [2]"},
	{"nothing but a range's end", "省级专精特新企业奖励 20—50 万元。[6]"},
	{"a sum of two", "专精特新企业和小巨人企业奖励合计 70 万元。[6]"},
	{"a comparison", "上海张江飞地面积比杭州飞地大 0.9 万平方米。[2][7]"},
	{"an ordinal of something else", "晶睿电子是第 5 人开工建设的，2020 年 10 月。[5]"},
	{"what one case gets given to another", "认定为国家级小巨人的企业，奖励 20 万元。[6]"},
	{"free", "上海张江飞地免费提供 2.1 万平方米。[2]"},
	{"a sentence that takes back the one before", "以上说法不实。[2]"},
}

func TestGuardAgainstALyingModel(t *testing.T) {
	g := newGuard(open(t, nil).library, "zh", attackSources)
	for _, tt := range attacks {
		t.Run(tt.name, func(t *testing.T) {
			if f := g.check(tidy(tt.sentence)); f == faultNone {
				t.Errorf("check(%q) lets it through", tidy(tt.sentence))
			}
		})
	}
}

// TestGuardLetsTruthThrough are sentences that say what the passages say, in other words.
func TestGuardLetsTruthThrough(t *testing.T) {
	g := newGuard(open(t, nil).library, "zh", attackSources)
	for _, sentence := range []string{
		"企业加班追产的收入增量补助与用电补助合计最高 600 万元，不得重复申报。[1]",
		"根据资料，加班追产的收入增量补助和用电补助合计最多600万元[1]，不能重复申报。",
		"补助按千分之七计算，一次性发放给每家企业 [1]。",
		"上海张江飞地的面积是2.1万平方米（2021年）。[2]",
		"上海张江飞地面积为 ２.１ 万平方米。[2]",
		"**上海张江飞地**面积为 2.1 万平方米【2】。",
		"- 截至2021年，上海张江飞地有10家上市企业入驻。[2]",
		"苏州飞地还在筹建，没有资料表明已启用。[3]",
		"苏州飞地截至2021年仍处于计划阶段。[3]",
		"2013年合成革企业入园的房租补助为6元/㎡·年，连补3年，文件现已失效。[4]",
		"晶睿电子2020年5月成立，2020年10月开工建设。[5]",
		"晶睿电子的项目计划总投资5亿元。[5]",
		"国家级小巨人企业奖励50万元，省级专精特新企业奖励20万元。[6]",
		"企业可在认定后提出申请。[6]",
		"上海张江飞地面积为2.1万平方米[2]，杭州飞地面积为3万平方米[7]。",
		"杭州飞地引进了35个项目，面积为3万平方米。[7]",
		"被拖欠款项的中小企业，有权要求付款方支付。[9]",
		"台资企业和外资企业遇到同样情形的，有权要求付款方支付。[9]",
	} {
		if f := g.check(tidy(sentence)); f != faultNone {
			t.Errorf("check(%q) = %q, want it let through", tidy(sentence), f)
		}
	}
}

var englishSources = []Source{
	{N: 1, Title: "Overtime support", Section: "Cap", Passage: "The two subsidies together are capped at CNY 6 million a firm; they may not be claimed twice. Applications are due within 30 days."},
	{N: 2, Title: "Zhangjiang offsite zone (enclave), Shanghai", Section: "Area", Status: "operating", Passage: "The Zhangjiang offsite zone in Shanghai covers 21,000 m² as of 2021. Ten listed companies had moved in by 2021."},
	{N: 3, Title: "Suzhou offsite zone (planned)", Section: "Status", Status: "planned", Passage: "The Suzhou offsite zone was planned in 2021, and no material shows that it has opened."},
	{N: 4, Title: "Rent subsidy", Section: "Rate", Status: "expired", Passage: "In 2013 firms received a rent subsidy of CNY 6 per m² a year for 3 years; the rule has expired."},
}

var englishAttacks = []struct{ name, sentence string }{
	{"a number in words", "The Zhangjiang offsite zone in Shanghai covers thirty thousand m². [2]"},
	{"twice", "The Zhangjiang offsite zone in Shanghai covers twice 21,000 m². [2]"},
	{"double", "The Zhangjiang offsite zone in Shanghai covers double 21,000 m². [2]"},
	{"half", "Half of the Zhangjiang offsite zone in Shanghai covers 21,000 m². [2]"},
	{"dozens", "Dozens of listed companies had moved in to the Zhangjiang offsite zone by 2021. [2]"},
	{"hectares for square metres", "The Zhangjiang offsite zone in Shanghai covers 21,000 ha. [2]"},
	{"billion for million", "The two subsidies together are capped at CNY 6 billion a firm. [1]"},
	{"the currency changed", "The two subsidies together are capped at USD 6 million a firm. [1]"},
	{"the bound turned", "The two subsidies together are at least CNY 6 million a firm. [1]"},
	{"the bound left out", "The two subsidies together are CNY 6 million a firm. [1]"},
	{"the negation left out", "The two subsidies may be claimed twice. [1]"},
	{"planned told as open", "The Suzhou offsite zone has opened. [3]"},
	{"planned left out", "The Suzhou offsite zone is in Suzhou. [3]"},
	{"expired told as current", "Firms now receive a rent subsidy of CNY 6 per m² a year for 3 years. [4]"},
	{"expired left out", "Firms receive a rent subsidy of CNY 6 per m² a year. [4]"},
	{"a promise", "We guarantee that the two subsidies together are capped at CNY 6 million a firm. [1]"},
	{"a person", "The Zhangjiang offsite zone in Shanghai, run by Wang Xiaoming, covers 21,000 m². [2]"},
	{"a firm", "Tesla moved in to the Zhangjiang offsite zone in Shanghai. [2]"},
	{"a firm in the middle", "The Zhangjiang offsite zone in Shanghai, home of Tesla, covers 21,000 m². [2]"},
	{"a place", "The Zhangjiang offsite zone in Shenzhen covers 21,000 m². [2]"},
	{"an address in words", "The Zhangjiang offsite zone in Shanghai covers 21,000 m², see zhangjiang dot com. [2]"},
	{"a telephone number in words", "The Zhangjiang offsite zone covers 21,000 m², dial one three eight zero zero one three eight. [2]"},
	{"agreement", "Yes, the Zhangjiang offsite zone in Shanghai covers 21,000 m². [2]"},
	{"currently", "The Zhangjiang offsite zone in Shanghai currently covers 21,000 m². [2]"},
	{"every firm", "Every firm in the Zhangjiang offsite zone in Shanghai is listed. [2]"},
	{"the date shifted", "The Zhangjiang offsite zone in Shanghai covers 21,000 m² as of 2023. [2]"},
	{"monthly", "The two subsidies together are capped at CNY 6 million a firm monthly. [1]"},
	{"Cyrillic letters", "The Zhаngjiang offsite zone in Shanghai covers 21,000 m². [2]"},
	{"matter of its own", "The Zhangjiang offsite zone in Shanghai covers 21,000 m², and tenants pay no rent. [2]"},
	{"the subject swapped", "The Suzhou offsite zone covers 21,000 m² as planned. [2][3]"},
	{"another language", "上海张江飞地面积为 21,000 m²。[2]"},
	{"the prompt", "Copy figures, dates, units and document numbers; do not convert or round them. [2]"},
	{"an unheld deadline", "Applications are due within 60 days. [1]"},
}

func TestGuardAgainstALyingModelInEnglish(t *testing.T) {
	g := newGuard(open(t, nil).library, "en", englishSources)
	for _, tt := range englishAttacks {
		t.Run(tt.name, func(t *testing.T) {
			if f := g.check(tidy(tt.sentence)); f == faultNone {
				t.Errorf("check(%q) lets it through", tidy(tt.sentence))
			}
		})
	}
	for _, sentence := range []string{
		"The Zhangjiang offsite zone in Shanghai covers 21,000 m² as of 2021. [2]",
		"As of 2021, the Zhangjiang offsite zone in Shanghai has an area of 21,000 m² [2].",
		"By 2021, 10 listed companies had moved in to the Zhangjiang offsite zone. [2]",
		"The two subsidies together are at most CNY 6 million a firm and may not be claimed twice. [1]",
		"Applications are due within 30 days. [1]",
		"The Suzhou offsite zone was planned in 2021; no material shows that it has opened. [3]",
		"In 2013 firms received a rent subsidy of CNY 6 per m² a year for 3 years; the rule has expired. [4]",
	} {
		if f := g.check(tidy(sentence)); f != faultNone {
			t.Errorf("check(%q) = %q, want it let through", tidy(sentence), f)
		}
	}
}
