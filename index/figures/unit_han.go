package figures

import "strings"

// hanUnit is a unit in Chinese writing.
type hanUnit struct {
	text string
	unit
	not    string // runes that may not follow: 家 is no counter in 家具
	digits bool   // only behind Arabic digits: 一县 and 十分 are words
}

// hanUnitAt reads the longest Chinese unit at i.
func hanUnitAt(text string, i int, f form) (unit, int) {
	first, size := runeAt(text, i)
	if size < 2 {
		return unit{}, i
	}
	for _, u := range hanUnits[first] {
		if !hasAt(text, i, u.text) || u.digits && f >= oneDigit {
			continue
		}
		end := i + len(u.text)
		if next, _ := runeAt(text, end); in(next, u.not) {
			continue
		}
		if u.text == "个" {
			return counterOf(text, end), end
		}
		return u.unit, end
	}
	return unit{}, i
}

// counterOf refines 个 by the noun behind it.
func counterOf(text string, i int) unit {
	rest := text[i:]
	for _, noun := range hanNouns {
		if strings.HasPrefix(rest, noun.text) {
			return unit{kind: Count, name: noun.counter}
		}
	}
	return unit{kind: Count, name: "个"}
}

// hanNouns are the nouns that people count by 个 although they have a counter of their own.
var hanNouns = []struct{ text, counter string }{
	{"项目", "项"}, {"工业项目", "项"}, {"产业项目", "项"}, {"制造业项目", "项"}, {"半导体项目", "项"}, {"企业", "家"}, {"公司", "家"}, {"人", "人"},
}

// hanUnits holds the units by their first rune, the longer before the shorter.
var hanUnits = hanTable(
	measure(Money, "CNY", "元人民币", "人民币元", "块钱"),
	[]hanUnit{{text: "元", unit: unit{kind: Money, name: "CNY"}, not: "素旦器件化首宵音老月"}},
	measure(Money, "USD", "美元", "美金"),
	measure(Money, "HKD", "港元", "港币"),
	measure(Money, "EUR", "欧元"),
	measure(Money, "JPY", "日元"),
	measure(Money, "GBP", "英镑"),

	measure(Percent, "pp", "个百分点", "百分点"),
	measure(Percent, "%", "个点"),
	[]hanUnit{
		{text: "成", unit: unit{kind: Percent, name: "%", exp: 1}, not: "员立功果本就为品熟长都效交语分套"},
		{text: "折", unit: unit{kind: Percent, name: "%", exp: 1}, not: "旧合算叠扣射"},
	},

	measure(Area, "m2", "平方米", "平米", "平方公尺"),
	measure(Area, "km2", "平方公里", "平方千米"),
	measure(Area, "mu", "亩"),
	measure(Area, "ha", "公顷"),

	measure(Length, "km", "公里", "千米"),
	measure(Length, "cm", "厘米", "公分"),
	measure(Length, "mm", "毫米"),
	measure(Length, "um", "微米"),
	measure(Length, "nm", "纳米"),
	measure(Length, "in", "英寸"),
	measure(Length, "m", "公尺"),
	[]hanUnit{{text: "米", unit: unit{kind: Length, name: "m"}, not: "兰粉饭"}},

	measure(Weight, "tce", "吨标煤", "吨标准煤"),
	measure(Weight, "t", "吨", "公吨"),
	measure(Weight, "kg", "公斤", "千克"),
	[]hanUnit{{text: "克", unit: unit{kind: Weight, name: "g"}, not: "服隆制拉"}},

	measure(Duration, "year", "周年", "个年度", "个纳税年度"),
	measure(Duration, "month", "个月", "個月"),
	measure(Duration, "workday", "个工作日", "工作日"),
	measure(Duration, "d", "个自然日", "自然日", "个日历日"),
	measure(Duration, "hour", "小时", "个小时"),
	measure(Duration, "minute", "分钟"),
	measure(Duration, "second", "秒"),
	[]hanUnit{
		{text: "年", unit: unit{kind: Duration, name: "year"}, not: "级代轻龄糕"},
		{text: "天", unit: unit{kind: Duration, name: "d"}, not: "然津气空线"},
		{text: "日", unit: unit{kind: Duration, name: "d"}, not: "本元报程"},
		{text: "周", unit: unit{kind: Duration, name: "d", factor: 7}, not: "期边围转岁年长"},
		{text: "星期", unit: unit{kind: Duration, name: "d", factor: 7}, not: "一二三四五六日天"},
		{text: "个星期", unit: unit{kind: Duration, name: "d", factor: 7}},
		{text: "季度", unit: unit{kind: Duration, name: "month", factor: 3}, digits: true},
		{text: "个季度", unit: unit{kind: Duration, name: "month", factor: 3}},
	},

	measure(Quantity, "kWh", "千瓦时", "度电"),
	measure(Quantity, "kW", "千瓦"),
	measure(Quantity, "MW", "兆瓦"),
	measure(Quantity, "kV", "千伏"),
	measure(Quantity, "m3", "立方米"),
	measure(Quantity, "mL", "毫升"),
	measure(Quantity, "°C", "摄氏度"),
	[]hanUnit{
		{text: "瓦时", unit: unit{kind: Quantity, name: "kWh", exp: -3}},
		{text: "瓦", unit: unit{kind: Quantity, name: "kW", exp: -3}, not: "解房片"},
		{text: "升", unit: unit{kind: Quantity, name: "L"}, not: "级至到高降学格值"},
	},

	measure(Ratio, "x", "倍"),
	hanCounters,
)

// measure lists plain spellings of one unit.
func measure(kind Kind, name string, texts ...string) []hanUnit {
	units := make([]hanUnit, len(texts))
	for i, text := range texts {
		units[i] = hanUnit{text: text, unit: unit{kind: kind, name: name}}
	}
	return units
}
