package figures

import (
	"slices"
	"strings"
)

// Missing returns the figures of statement that passage does not hold, in order. An empty result means that every figure,
// and every other run of digits, has its equal in passage. Bounds are not compared: see Turned. Citations such as [1] and the
// numbers of a list's items are ignored.
//
// A figure is held when the passage has an Equal one, and in these cases, none of which adds information:
//
//   - a date that says less: 2027 where the passage says 2027-12-31;
//   - a period whose two days the passage names;
//   - a range whose two ends stand next to each other: 3%—5% for 由3%提高到5%;
//   - an end of the passage's range, bounded the right way: 最高100万元 for 50—100万元;
//   - a rate whose denominator the other side says in words: 1000万元/年 for 每年投入1000万元;
//   - a document number without its year.
//
// Unlike Find it also reads idioms with a number: 六大产业集群 is missing where the passage says 五大产业集群.
func Missing(statement, passage string) []Figure {
	said, held := scanAll(statement), scanAll(passage)
	support := support{statement: statement, passage: passage, held: held.found}
	var missing []Figure
	for _, f := range said.found {
		if !support.holds(f) {
			missing = append(missing, f)
		}
	}
	for _, f := range without(said.bare, held.bare) {
		if !support.holds(f) {
			missing = append(missing, f)
		}
	}
	for _, f := range without(said.strayDigits(), held.strayDigits()) {
		if !standsIn(passage, f.Text) {
			missing = append(missing, f)
		}
	}
	slices.SortFunc(missing, func(a, b Figure) int { return a.Start - b.Start })
	return missing
}

// without returns the figures whose text none of the others has.
func without(figures, others []Figure) []Figure {
	return slices.DeleteFunc(figures, func(f Figure) bool {
		return slices.ContainsFunc(others, func(g Figure) bool { return f.Text == g.Text })
	})
}

// Turned returns the figures of statement whose equals in passage are all bounded the other way: 达到100万元 for
// 不超过100万元.
func Turned(statement, passage string) []Figure {
	held := Find(passage)
	var turned []Figure
	for _, f := range Find(statement) {
		equal, same := false, false
		for _, g := range held {
			equal, same = equal || f.Equal(g), same || f.Same(g)
		}
		if equal && !same {
			turned = append(turned, f)
		}
	}
	return turned
}

// support is what one passage can hold up.
type support struct {
	statement, passage string
	held               []Figure
}

func (s support) holds(f Figure) bool {
	for i, g := range s.held {
		if f.Equal(g) || f.endOf(g) || s.rateOf(f, g) || i > 0 && s.joined(f, s.held[i-1], g) {
			return true
		}
	}
	switch f.Kind {
	case Date:
		return s.names(f.From)
	case Period:
		return f.Unit == "" && f.From != f.To && s.names(f.From) && s.names(f.To)
	case DocumentNumber, Ordinal:
		return f.From == (Day{}) && s.numbered(f)
	}
	return false
}

// names reports whether the passage has a day that says at least what d says.
func (s support) names(d Day) bool {
	for _, g := range s.held {
		if g.Kind != Date && g.Kind != Period || g.Unit != "" && d.Month > 0 {
			continue
		}
		if d.coarser(g.From) || d.coarser(g.To) {
			return true
		}
	}
	return false
}

// numbered reports whether the passage has the document number f with a year.
func (s support) numbered(f Figure) bool {
	for _, g := range s.held {
		g.From = Day{}
		if g.Kind == DocumentNumber && f.Equal(g) {
			return true
		}
	}
	return false
}

// endOf reports whether f is an end of the range g and bounded accordingly.
func (f Figure) endOf(g Figure) bool {
	if g.Value == g.High || f.Value != f.High {
		return false
	}
	switch {
	case f.Bound.upper():
		g.Value = g.High
	case f.Bound.lower():
		g.High = g.Value
	default:
		return false
	}
	return f.Equal(g)
}

// joined reports whether the range f is a and b, two figures next to each other in one sentence.
func (s support) joined(f, a, b Figure) bool {
	if f.Value == f.High || b.Start-a.End > maxCue || strings.ContainsAny(s.passage[a.End:b.Start], "。；;.\n") {
		return false
	}
	low, high := f, f
	low.High, high.Value = f.Value, f.High
	return low.Equal(a) && high.Equal(b)
}

// rateWords say a denominator in words.
var rateWords = map[string][]string{
	"year":  {"每年", "年均", "年度", "年产", "年销", "年营", "年收", "全年", "一年", "per year", "a year", "annual", "each year", "yearly", "every year"},
	"month": {"每月", "每个月", "月均", "按月", "月销", "月营", "月收", "per month", "a month", "monthly", "each month"},
	"d":     {"每日", "每天", "日均", "按日", "per day", "a day", "daily"},
	"mu":    {"每亩", "亩均", "per mu", "per-mu", "a mu"},
	"m2":    {"每平方米", "每平米", "per square met", "per m²", "per m2"},
	"人":     {"每人", "人均", "per person", "a person", "per capita", "per employee", "each"},
	"户":     {"每户", "户均", "per household", "a household", "each"},
	"家":     {"每家", "per firm", "per company", "each"},
	"hour":  {"每小时", "时速", "per hour", "an hour", "hourly"},
	"kWh":   {"每千瓦时", "每度", "per kwh", "per kilowatt"},
	"t":     {"每吨", "per tonne", "per ton"},
}

// rateOf reports whether f and g differ only by denominators that the other side's text says in words.
func (s support) rateOf(f, g Figure) bool {
	if f.Kind != g.Kind || strings.Contains(f.Unit, "/") == strings.Contains(g.Unit, "/") {
		return false
	}
	rate, text := f.Unit, s.passage
	if strings.Contains(g.Unit, "/") {
		rate, text = g.Unit, s.statement
	}
	text = lowerASCII(text)
	names := strings.Split(rate, "/")
	for _, name := range names[1:] {
		if !slices.ContainsFunc(rateWords[name], func(word string) bool { return strings.Contains(text, word) }) {
			return false
		}
	}
	f.Unit, _, _ = strings.Cut(f.Unit, "/")
	g.Unit, _, _ = strings.Cut(g.Unit, "/")
	return f.Equal(g)
}
