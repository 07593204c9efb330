package figures

import "strings"

// hanTimes ask for a date; "when" alone also takes a term.
var hanTimes = []asking{
	{[]string{"哪年", "哪一年", "哪天", "哪一天", "哪一日", "哪个月", "几月", "几号", "什么日期", "截止日期", "有效期到", "到期日", "到什么时候", "到何时"}, []Kind{Date, Period}},
	{[]string{"什么时候", "什么时间", "何时", "啥时候", "几时"}, []Kind{Date, Period, Duration}},
}

// hanAskings are tried in order; the first that fits answers for its clause. Each holds the interrogative and its measure.
var hanAskings = []asking{
	{[]string{"文号", "几号文"}, []Kind{DocumentNumber}},
	{[]string{"电话", "号码", "邮编", "邮箱", "热线", "编号", "代码"}, []Kind{Code, Number}},
	{[]string{"第几", "哪一条", "第多少"}, []Kind{Ordinal}},
	{[]string{"排第", "排名", "排多少", "名次", "位次"}, []Kind{Ordinal, Number, Count}},
	{[]string{"多大年纪", "多大年龄", "多大岁数", "年龄多大", "时多大", "几岁", "多少岁"}, []Kind{Count, Duration, Number}},
	{[]string{"百分之", "几个点", "多少个点", "百分点", "几成", "几折", "千分之几", "万分之几", "占比", "比例", "比重", "税率", "费率", "利率", "率多少", "率是", "率要", "率为", "率最", "占多少", "占几", "增速", "百分比"},
		[]Kind{Percent, Ratio}},
	{[]string{"几倍", "多少倍", "几番"}, []Kind{Ratio}},
	{[]string{"多少钱", "多少元", "多少万", "多少亿", "几亿", "几万元", "几块钱", "多少资金", "多少美元", "什么价"}, []Kind{Money}},
	{[]string{"多少亩", "几亩", "多少平", "多少公顷", "多少面积", "面积", "占地多", "占多大地", "多少地", "多少土地", "多少用地"}, []Kind{Area}},
	{[]string{"跑道", "全长", "长度", "里程", "多少公里", "几公里", "多少米", "几米", "多远", "距离", "多高", "多宽", "多深", "多少纳米", "多少英寸", "几英寸", "几寸", "铁路多长", "公路多长", "线路多长", "隧道多长"},
		[]Kind{Length}},
	{[]string{"多快", "时速", "速度"}, []Kind{Quantity, Duration}},
	{[]string{"多重", "多少吨", "几吨", "多少公斤"}, []Kind{Weight}},
	{[]string{"有多长", "约多长"}, []Kind{Duration, Length, Date, Period}},
	{[]string{"多久", "多长", "几年", "几个月", "几天", "几日", "几周", "几小时", "几个工作日", "多少年", "多少天", "多少日", "多少个月", "多少个工作日", "多少小时", "年限", "期限"},
		[]Kind{Duration, Date, Period}},
	{hanCounts(), []Kind{Count, Number}},
	{[]string{"基金多大", "资金多大", "规模多大"}, []Kind{Money, Area}},
	{[]string{"多大"}, []Kind{Area}},
}

// hanCounts are 几 and 多少 with every counter that people use in questions.
func hanCounts() []string {
	words := []string{"多少企业", "多少项目", "多少公司", "人数", "几险"}
	for _, counter := range strings.Split("家 个 人 名 位 项 套 条 种 类 次 座 处 块 户 张 级 档 所 片 份 支 只 批 栋 层 件", " ") {
		words = append(words, "几"+counter, "多少"+counter)
	}
	return words
}

// hanPrices are words for what is measured in money alone, hanShares those that a share or a multiple measures as well.
var (
	hanPrices = []string{"投多少", "价", "租金", "金额", "投资", "产值", "营收", "gdp", "市值", "资金", "规模", "外资", "成本", "资本", "起征点"}
	hanShares = []string{"补", "奖", "罚", "税", "抵", "扣", "加计", "费", "返", "贷", "赔", "资助", "津贴", "工资", "薪", "收入", "额度", "保证金", "给多少", "分多少"}
)

func wantedHan(clause string) []Kind {
	kinds := firstOf(hanTimes, clause, nil)
	clause = uncounted.Replace(withoutSome(clause))
	if kinds != nil || !asksHan(clause) {
		return kinds
	}
	if kinds = firstOf(hanAskings, clause, nil); kinds != nil {
		return kinds
	}
	switch {
	case counts(clause):
		return append([]Kind{Count}, amounts...)
	case hasAny(clause, hanShares...):
		return []Kind{Money, Percent, Ratio}
	case hasAny(clause, hanPrices...):
		return []Kind{Money}
	}
	return amounts
}

// uncounted writes out of a clause what begins like a counter and is none.
var uncounted = strings.NewReplacer("多少人才", "多少", "多少个税", "多少税", "多少个人所得税", "多少税", "多少所得税", "多少税")

// asksHan reports whether a Chinese clause asks for an amount rather than for yes or no: by an interrogative, or by naming
// nothing but a measure (契税税率？).
func asksHan(clause string) bool {
	if hasAny(clause, "多少", "多大", "多长", "多久", "多高", "多远", "多宽", "多深", "多快", "多重", "几", "哪一条", "什么价") {
		return true
	}
	measure := hasAny(clause, "比例", "占比", "比重", "税率", "费率", "利率", "增速", "面积", "年限", "期限", "上限", "下限", "门槛", "封顶", "时速", "人数", "文号", "金额", "价格")
	if !measure || hasAny(clause, "吗", "能不能", "有没有", "是否", "怎么", "谁", "哪") {
		return false
	}
	return len(clause) <= maxNoun || hasAny(clause, "是什么", "什么文号")
}

// maxShare is how many bytes may stand between 多少 and the word for what is paid; further off, that word describes what is
// counted: 多少可在网上办理的涉税事项.
const maxShare = 12

// counts reports whether 多少 stands before a long noun, and so counts it.
func counts(clause string) bool {
	_, after, found := strings.Cut(clause, "多少")
	return found && len(after) > 2*maxShare && !hasAny(after[:maxShare], hanShares...) && !hasAny(after[:maxShare], hanPrices...)
}

// maxNoun is how many bytes a question may have that only names what it wants.
const maxNoun = 36

// withoutSome removes the 几 that asks for no number: 哪几个 asks for names, 这几年 and 几乎 ask for nothing.
func withoutSome(clause string) string {
	if !strings.Contains(clause, "几") && !strings.Contains(clause, "多大学") {
		return clause
	}
	return some.Replace(clause)
}

var some = strings.NewReplacer("多大学", "", "哪几", "", "这几", "", "那几", "", "近几", "", "前几", "", "后几", "", "好几", "", "十几", "", "过去几", "", "几乎", "")
