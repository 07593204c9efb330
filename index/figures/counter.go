package figures

import (
	"slices"
	"unicode/utf8"
)

// hanCounters are the counters of Chinese. People are counted by 人, 名 and 位 alike, so all three are "人".
var hanCounters = slices.Concat(
	[]hanUnit{
		counter("个", ""), counter("個", ""), counter("家", "电居庭长具用属乡禽畜纺园政"),
		counter("项", ""), alias("项目", "项", ""), alias("部门", "个", ""), alias("部委", "个", ""),
		counter("人次", ""), alias("人", "人", "才工民员口均力事生大数体文类为"), alias("位", "人", "一于置"), alias("名", "人", "单称义录额誉牌校"),
		counter("套", "用现期利内"), counter("条", "件例文约"), alias("条款", "条", ""), counter("块", ""), counter("座", "谈"),
		counter("处", "理罚于置分长"), counter("张", "江家贴"), counter("种", "植子业养"), counter("类", "似别比"),
		counter("次", "年日月要品生序"), counter("批", "准复量次发评示"), counter("件", ""), counter("份", "额子"),
		counter("台", "湾州账商胞资企"), alias("台套", "台", ""), alias("台（套）", "台", ""), counter("所", "有得需在属以谓用"),
		counter("栋", ""), counter("幢", ""), counter("间", "隔接"), counter("户", "籍口型外"), counter("支", "持付出撑援行部"),
		counter("只", "能要有需是限"), counter("层", "次级面"), counter("届", "满时"), counter("轮", "岗换廓"), counter("辆", ""),
		counter("款", "项"), counter("枚", ""), counter("颗", ""), counter("组", "织成建合长"), counter("场", "所地景馆面"), counter("岁", ""), alias("周岁", "岁", ""),
		ordinal("期", "间限满望权货初末"),
	},
	afterDigits(
		counter("片", "区面"), counter("分", "配别开段类为享布成析期公解散步支摊层红工厂管区级离之档"), counter("国", "家有内外际务企资土民产"),
		counter("县", "级域政城"), counter("市", "场级政民值区委"), counter("省", "级份内外政委"), counter("城", "市区镇乡建中"), counter("区", "域县级间"),
		counter("镇", ""), counter("村", ""), counter("站", "点位"), counter("强", "化制度调"), counter("等", "级待于同"),
		counter("章", "程"), counter("节", "能约假"), counter("档", "案"), counter("证", "书明据券照"), counter("门", "槛口户"), counter("口", "岸头径述"),
		counter("股", "权东份票改本"), counter("人日", ""), counter("床", ""),
		ordinal("级", ""), ordinal("号", "码称召"), ordinal("版", "本权图"), ordinal("页", "面岩"),
	),
)

func counter(text, not string) hanUnit { return alias(text, text, not) }

// alias is a counter whose canonical name is another's.
func alias(text, name, not string) hanUnit {
	return hanUnit{text: text, unit: unit{kind: Count, name: name}, not: not}
}

// ordinal is a counter that numbers rather than counts: 二期, 3号.
func ordinal(text, not string) hanUnit {
	return hanUnit{text: text, unit: unit{kind: Ordinal, name: text}, not: not}
}

// afterDigits marks units that mean something else behind a Chinese numeral: 十分, 一级, 四川省.
func afterDigits(units ...hanUnit) []hanUnit {
	for i := range units {
		units[i].digits = true
	}
	return units
}

// hanTable groups units by first rune, the longer before the shorter.
func hanTable(lists ...[]hanUnit) map[rune][]hanUnit {
	table := make(map[rune][]hanUnit)
	for _, list := range lists {
		for _, u := range list {
			r, _ := utf8.DecodeRuneInString(u.text)
			table[r] = append(table[r], u)
		}
	}
	for _, units := range table {
		slices.SortStableFunc(units, func(a, b hanUnit) int { return len(b.text) - len(a.text) })
	}
	return table
}
