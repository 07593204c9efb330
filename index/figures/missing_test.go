package figures

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func texts(found []Figure) []string {
	var all []string
	for _, f := range found {
		all = append(all, f.Text)
	}
	return all
}

func TestMissing(t *testing.T) {
	tests := []struct {
		name, statement, passage string
		want                     []string
	}{
		// Held.
		{"verbatim", "最高奖励600万元。", "合计最高奖励600万元。", nil},
		{"other language", "It covers 21,000 m².", "面积2.1万平方米", nil},
		{"converted", "面积约100亩。", "面积约66,667平方米", nil},
		{"counter translated", "It brought 35 projects worth RMB 5.6 billion.", "上半年引进项目35个，总投资56亿元", nil},
		{"spelled", "twenty per cent over three years", "三年内按百分之二十", nil},
		{"full width", "补助１０％", "补助10%", nil},
		{"citations", "面积2.1万平方米[1][2]，入驻10家[3]。", "面积2.1万平方米，入驻10家", nil},
		{"list markers", "1. 面积2.1万平方米\n2. 入驻10家", "面积2.1万平方米，入驻10家", nil},
		{"no figures", "产业基金与社会资本合作。", "", nil},
		{"year of a full date", "到2027年为止。", "有效期至2027-12-31", nil},
		{"month without its year", "5月开始施行", "2021年5月施行", nil},
		{"period from its two days", "2023-01-01—2027-12-31 期间", "自2023-01-01起施行，至2027-12-31止", nil},
		{"days of a period", "valid until 31 December 2027", "2024-10-01—2027-12-31", nil},
		{"range from neighbours", "由10%至15%", "由10%提高到15%", nil},
		{"upper end of a range", "最高100万元", "按档奖励50—100万元", nil},
		{"lower end of a range", "at least RMB 500,000", "按档奖励50—100万元", nil},
		{"rate said in words", "1000万元/年", "当年计划每年投入1000万元", nil},
		{"rate from words", "每年投入1000万元", "投入：1000万元/年", nil},
		{"tax per mu", "tax per mu of RMB 300,000", "亩均税收30万元/亩", nil},
		{"number of a document without year", "依公告第10号", "依公告2026年第10号", nil},
		{"idiom supports a count", "five industry clusters", "五大产业集群", nil},
		{"idiom in both", "五大产业集群", "五大产业集群", nil},
		{"holiday formula", "two-year exemption, three-year half rate", "两免三减半", nil},
		{"digits of no parser, verbatim", "代码୧୨", "代码୧୨", nil},
		{"identifier", "首班CA1873自北京", "首班 CA1873 自北京", nil},
		{"bare unit, verbatim", "单位：万元", "（单位：万元）", nil},
		{"bare amount, held in digits", "奖励百万", "奖励100万元", nil},
		{"approximate", "more than RMB 44 million", "4400余万元", nil},
		{"article", "see Article 12", "第十二条", nil},

		// Missing.
		{"trimmed decimal", "补助10%", "补助1.0%", []string{"10%"}},
		{"trimmed zero", "共1亿元", "共10亿元", []string{"1亿元"}},
		{"moved point", "撬动166亿元", "撬动16.6亿元", []string{"166亿元"}},
		{"wrong scale", "471.78 billion yuan", "471.78亿元", []string{"471.78 billion yuan"}},
		{"wrong currency", "30亿美元", "30亿元", []string{"30亿美元"}},
		{"wrong unit", "100公顷", "100亩", []string{"100公顷"}},
		{"wrong thing", "35家企业", "35个项目", []string{"35家"}},
		{"invented", "补贴50万元，期限3年", "期限3年", []string{"50万元"}},
		{"several", "50万元、60%、第3条", "期限3年", []string{"50万元", "60%", "第3条"}},
		{"Chinese numerals", "补贴三百万元", "补贴三十万元", []string{"三百万元"}},
		{"spelled number", "three years", "5年", []string{"three years"}},
		{"part of a number", "共56家", "共256家", []string{"56家"}},
		{"part of a date", "共12家", "2027-12-31", []string{"12家"}},
		{"more precise date", "2027-12-31 到期", "2027年到期", []string{"2027-12-31"}},
		{"other year", "2026年", "2027-12-31", []string{"2026年"}},
		{"middle of a range", "80万元", "50—100万元", []string{"80万元"}},
		{"end of a range without its bound", "奖励100万元", "奖励50—100万元", []string{"100万元"}},
		{"end of a range, bound turned round", "至少100万元", "奖励50—100万元", []string{"100万元"}},
		{"range from figures apart", "3%—5%", "税率3%。另有附加，合计最高可达成交价款的5%", []string{"3%—5%"}},
		{"range from two sentences", "3%—5%", "税率3%。合计5%", []string{"3%—5%"}},
		{"month of a half", "2021年6月", "2021年上半年", []string{"2021年6月"}},
		{"period within one date", "2023—2023年", "2023-05-01", []string{"2023—2023年"}},
		{"rate added", "30万元/亩", "投资30万元", []string{"30万元/亩"}},
		{"rate lost", "补贴6000元", "补贴6000元/人·年", []string{"6000元"}},
		{"currency lost", "about 30", "30亿元", []string{"30"}},
		{"other document", "国发〔2020〕9号", "国发〔2020〕8号", []string{"国发〔2020〕9号"}},
		{"document's year", "公告2025年第10号", "公告2026年第10号", []string{"公告2025年第10号"}},
		{"ordinal for amount", "12家", "第12条", []string{"12家"}},
		{"amount for ordinal", "第12条", "12条", []string{"第12条"}},
		{"idiom with another number", "六大产业集群", "五大产业集群", []string{"六"}},
		{"bare amount", "奖励百万", "奖励50万元", []string{"百万"}},
		{"bare unit", "补贴万元", "补贴50万元", []string{"万元"}},
		{"header is no amount", "补贴1万元", "单位：万元", []string{"1万元"}},
		{"a billion", "a billion yuan", "1亿元", []string{"a billion yuan"}},
		{"brackets hide nothing", "补贴[500]万元", "补贴50万元[5]", []string{"500", "万元"}},
		{"decimal without zero", "费率.5%", "费率5%", []string{".5%"}},
		{"digits of no parser", "代码୧୨", "代码୧୨୩", []string{"୧୨"}},
		{"digits of no parser, tail", "代码୧୨", "代码୩୧୨", []string{"୧୨"}},
		{"no citation has three digits", "奖励[100]", "", []string{"100"}},
		{"vulgar fraction", "½ of the cost", "2 of the cost", []string{"½"}},
		{"identifier", "首班CA1874", "首班CA1873", []string{"CA1874"}},
		{"telephone", "电话0578-2091234", "电话0578-2091235", []string{"0578-2091234"}},
		{"long identifier", "113325000026456894", "113325000026456895", []string{"113325000026456894"}},
		{"empty passage", "2021年", "", []string{"2021年"}},
		{"order kept", "9家、8%、第7条", "", []string{"9家", "8%", "第7条"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, texts(Missing(test.statement, test.passage))); diff != "" {
				t.Errorf("Missing(%q, %q) (-want +got):\n%s", test.statement, test.passage, diff)
			}
		})
	}
}

func TestTurned(t *testing.T) {
	tests := []struct {
		statement, passage string
		want               []string
	}{
		{"奖励达到100万元", "奖励不超过100万元", []string{"100万元"}},
		{"at least 5 years", "不超过5年", []string{"5 years"}},
		{"奖励100万元", "奖励不超过100万元", nil},
		{"最高100万元", "奖励不超过100万元", nil},
		{"至少100万元", "不超过100万元；门槛为100万元以上", nil},
		{"至少200万元", "不超过100万元", nil},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, texts(Turned(test.statement, test.passage))); diff != "" {
			t.Errorf("Turned(%q, %q) (-want +got):\n%s", test.statement, test.passage, diff)
		}
	}
}
