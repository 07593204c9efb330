package figures

import "strings"

// perWords are the denominators that 每 may name before an amount: 每亩30万元.
var perWords = []struct{ text, name string }{
	{"平方米", "m2"}, {"亩", "mu"}, {"公顷", "ha"}, {"人", "人"}, {"名", "人"}, {"户", "户"}, {"家", "家"}, {"年", "year"}, {"个月", "month"}, {"月", "month"},
	{"日", "d"}, {"天", "d"}, {"吨", "t"}, {"千瓦时", "kWh"}, {"小时", "hour"}, {"台", "台"}, {"套", "套"}, {"项", "项"}, {"次", "次"}, {"件", "件"},
}

// perBefore gives an amount the denominators right before it, or before its bound: 每人每年最高6000元 is 6000元/人·年.
func (sc *scanner) perBefore(a *term) {
	if a.unit.rate || a.unit.kind != Money && a.unit.kind != Area && a.unit.kind != Weight {
		return
	}
	floor := sc.floor()
	if a.start < floor {
		return
	}
	text := sc.text[floor:a.start]
	names, begin := persBefore(text)
	if names == nil {
		b, at := boundBefore(text, sc.lower[floor:a.start], a.unit.kind)
		if b == Exact {
			return
		}
		if names, begin = persBefore(text[:at]); names == nil {
			return
		}
		a.bound = b
	}
	a.start = floor + begin
	a.unit = a.unit.per(names)
}

// persBefore reads denominators at the end of text.
func persBefore(text string) (names []string, begin int) {
	begin = len(text)
	for len(names) < maxDenominators {
		rest := strings.TrimRight(text[:begin], " ")
		found := false
		for _, word := range perWords {
			if strings.HasSuffix(rest, word.text) && strings.HasSuffix(rest[:len(rest)-len(word.text)], "每") {
				names, begin, found = append(names, word.name), len(rest)-len(word.text)-len("每"), true
				break
			}
		}
		if !found {
			break
		}
	}
	return names, begin
}
