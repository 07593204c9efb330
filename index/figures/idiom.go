package figures

import "strings"

// idioms begin with a numeral and would read as quantities.
var idioms = []string{
	"一事一议", "一号工程", "一号文件", "三个代表", "三个一批", "四个全面", "四个自信", "四个意识", "两个维护", "两个确立", "两个健康", "五位一体", "三位一体",
	"四位一体", "四处", "一年一度", "一年四季", "一年之计", "八项规定", "百家争鸣", "千家万户", "三人行", "三下乡", "十年树木", "四个一",
}

// idiom skips an idiom at i, a numeral: its end, or 0.
func (sc *scanner) idiom(i int) int {
	for _, text := range idioms {
		if hasAt(sc.text, i, text) {
			return i + len(text)
		}
	}
	n, end, ok := numeralAt(sc.text, i)
	if !ok {
		return 0
	}
	switch {
	case hasAt(sc.text, end, "大") && n.form >= oneDigit:
		if sc.weak {
			sc.add(Figure{Kind: Count, Unit: "个", Value: n.low.float(), High: n.high.float(), Start: i, End: end}, mark{})
		}
		return end + len("大")
	case hasAt(sc.text, end, "免"):
		return sc.holiday(i, n, end)
	}
	return 0
}

// holiday skips the tax-holiday formula 两免三减半; weakly it says two years, three years and a half.
func (sc *scanner) holiday(i int, free number, end int) int {
	half, next, ok := numeralAt(sc.text, end+len("免"))
	if !ok || !hasAt(sc.text, next, "减半") {
		return 0
	}
	stop := next + len("减半")
	if sc.weak {
		sc.add(Figure{Kind: Duration, Unit: "year", Value: free.low.float(), High: free.low.float(), Start: i, End: end}, mark{})
		sc.add(Figure{Kind: Duration, Unit: "year", Value: half.low.float(), High: half.low.float(), Start: end, End: next}, mark{})
		sc.add(Figure{Kind: Ratio, Value: 0.5, High: 0.5, Start: next, End: stop}, mark{})
	}
	return stop
}

// stands reports whether a is a figure and no part of a word. Arabic digits always are; a Chinese numeral needs a unit or
// more than one digit. It may widen a to the word that makes it one: 近 of 近亿元, 以上 of 亿元以上.
func (sc *scanner) stands(a *term) bool {
	before, _ := runeBefore(sc.text, a.start)
	switch a.form {
	case oneDigit:
		return a.of.mantissa > 0 || a.prefixed || sc.digitStands(a, before)
	case pair:
		return a.unit.known() && a.unit.kind != Ordinal
	case positional:
		if a.prefixed {
			return true
		}
		a.low.exp, a.high.exp = a.low.exp-1, a.high.exp-1 // 八五折
		return a.unit.kind == Percent && a.digits == 2 && strings.HasSuffix(sc.text[:a.end], "折")
	case multiplier:
		return a.prefixed || sc.multiplierStands(a, before)
	case compound:
		if a.unit.known() {
			return true
		}
		next, _ := runeAt(sc.text, a.end)
		if in(next, "、）)") && sc.beginsLine(a.start) { // the number of a heading or item
			return false
		}
		return a.low.exp != 1 && before != '双' && !in(next, "大假黄国长足字")
	}
	return true
}

// digitStands decides on a single Chinese digit.
func (sc *scanner) digitStands(a *term, before rune) bool {
	if a.scale > 0 { // 一个亿
		return true
	}
	if !a.unit.known() || a.low.mantissa == 0 {
		return false
	}
	if a.low.mantissa == 1 {
		switch a.unit.kind {
		case Count, Percent, Ordinal:
			return a.unit.name == "期" && before != '同'
		}
		return !in(before, "统同唯单专之任某每这那逐合归首其另万")
	}
	return a.unit.kind != Count || !hasAt(sc.text, a.start, "二") // 二 counts nothing: 二次创业, 二类
}

// multiplierCues before 百, 千, 万 or 亿 make it an amount: 近亿元, 上百家.
const multiplierCues = "近超上逾过达破约"

// multiplierStands decides on 亿元, 百万元 and 百亿级, numerals without a digit.
func (sc *scanner) multiplierStands(a *term, before rune) bool {
	single := a.low.exp <= 4 || a.low.exp == 8
	switch {
	case !a.unit.known():
		if hasAt(sc.text, a.end, "级") && !single {
			a.end += len("级")
			return true
		}
		return false
	case !single || a.bound != Exact:
		return true
	}
	if b, end := boundAfter(sc.text, sc.lower, a.end, a.unit.kind); b == AtLeast || b == AtMost {
		a.bound, a.end = b, end
		return true
	}
	if hasAt(sc.text, a.end, "级") {
		a.end += len("级")
		return true
	}
	if in(before, multiplierCues) && a.start > sc.floor() {
		_, size := runeBefore(sc.text, a.start)
		cue := sc.text[a.start-size : a.start]
		a.start -= size
		a.bound = map[string]Bound{"近": Below, "约": About, "上": AtLeast, "达": AtLeast}[cue]
		if a.bound == Exact {
			a.bound = Above
		}
		if hasAt(sc.text, a.start-len("不"), "不") && a.start-len("不") >= sc.floor() && a.bound == Above {
			a.bound = AtMost
		}
		return true
	}
	return false
}
