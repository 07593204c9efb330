package figures

import (
	"math"
	"strings"
)

// Equal reports whether f and g are the same quantity, whatever their units, languages and bounds: 2.1万平方米 and 21,000 m²,
// 30亿元 and RMB 3 billion, 2021-05 and May 2021, 12个月 and 1年, 35个 and 35 projects. A range equals only a range.
//
// Counts agree when a counter is generic (个) or unknown, or both count the same sort of thing. A plain number equals a
// count, and from ten thousand on an amount of yuan, for which 亿 alone is common.
func (f Figure) Equal(g Figure) bool {
	if f.Kind > g.Kind {
		f, g = g, f
	}
	switch {
	case f.Kind == Code || g.Kind == Code:
		return f.Kind == g.Kind && plainText(f.Text) == plainText(g.Text)
	case f.Kind == Date || f.Kind == Period:
		return (g.Kind == Date || g.Kind == Period) && f.sameTime(g)
	case g.Kind == DocumentNumber || g.Kind == Ordinal:
		return f.sameNumbering(g)
	case f.Kind == g.Kind:
		return f.sameMeasure(g)
	}
	return f.likeKind(g)
}

// Same reports whether f and g are Equal and their bounds are not turned round: 不超过100万元 and 达到100万元 are not the same.
// A figure without a bound is the same as one with; the caller decides whether a lost bound matters.
func (f Figure) Same(g Figure) bool {
	turned := f.Bound.upper() && g.Bound.lower() || f.Bound.lower() && g.Bound.upper()
	return !turned && f.Equal(g)
}

// Contains reports whether some figure of text is Equal to f.
func Contains(text string, f Figure) bool {
	for _, g := range Find(text) {
		if f.Equal(g) {
			return true
		}
	}
	return false
}

func (f Figure) sameValue(g Figure) bool {
	return f.Value == g.Value && f.High == g.High
}

// tolerance of a conversion; the mu is commonly rounded to 667 m².
const (
	tolerance   = 1e-9
	muTolerance = 6e-4
)

// sameMeasure compares two figures of one kind.
func (f Figure) sameMeasure(g Figure) bool {
	if f.Unit == g.Unit {
		return f.sameValue(g)
	}
	if f.Kind == Count {
		return sameCounter(f.Unit, g.Unit) && f.sameValue(g)
	}
	if f.Kind == Ratio {
		return f.Unit != ":" && g.Unit != ":" && f.sameValue(g)
	}
	a, b := measureOf(f.Unit), measureOf(g.Unit)
	if a.dimension != b.dimension || f.Unit == "" || g.Unit == "" {
		return false
	}
	limit := tolerance
	if isMu(f.Unit) != isMu(g.Unit) {
		limit = muTolerance
	}
	return near(f.Value*a.base, g.Value*b.base, limit) && near(f.High*a.base, g.High*b.base, limit)
}

func isMu(unit string) bool {
	return unit == "mu" || strings.HasPrefix(unit, "mu/") || strings.HasSuffix(unit, "/mu") || strings.Contains(unit, "/mu/")
}

func near(a, b, limit float64) bool {
	return math.Abs(a-b) <= limit*max(math.Abs(a), math.Abs(b))
}

// likeKind compares figures of different kinds that can state one quantity; f has the lower kind.
func (f Figure) likeKind(g Figure) bool {
	switch {
	case f.Kind == Number && g.Kind == Count:
		return !strings.Contains(g.Unit, "/") && f.sameValue(g)
	case f.Kind == Number && g.Kind == Money:
		return g.Unit == "CNY" && f.Value >= 1e4 && f.sameValue(g)
	case f.Kind == Percent && g.Kind == Ratio:
		return f.Unit == "%" && g.Unit != ":" && near(f.Value/100, g.Value, tolerance) && near(f.High/100, g.High, tolerance)
	case f.Kind == Duration && g.Kind == Count:
		return f.Unit == "year" && g.Unit == "岁" && f.sameValue(g)
	case f.Kind == Count && g.Kind == Ratio: // "3 times" says both 3次 and 3倍
		return f.Unit == "次" && g.Unit == "x" && f.sameValue(g)
	}
	return false
}

// counterGroups are counters that translate into one another.
var counterGroups = [][]string{
	{"家", "所", "户"}, {"套", "间", "户"}, {"条", "款", "项"}, {"块", "处", "座"}, {"台", "套", "件"}, {"种", "类", "项"}, {"栋", "幢", "座"},
	{"人", "人次"}, {"城", "市"}, {"等", "档", "类"}, {"支", "组", "个"}, {"届", "期", "次", "轮", "批"}, {"份", "件"},
}

// sameCounter reports whether two counters, or two rates of counters, can count the same things.
func sameCounter(a, b string) bool {
	a, restA, _ := strings.Cut(a, "/")
	b, restB, _ := strings.Cut(b, "/")
	if restA != restB {
		return false
	}
	if a == b || generic(a) || generic(b) {
		return true
	}
	for _, group := range counterGroups {
		found := 0
		for _, name := range group {
			if name == a || name == b {
				found++
			}
		}
		if found == 2 {
			return true
		}
	}
	return false
}

func generic(counter string) bool {
	return counter == "个" || counter == "個" || counter == ""
}

// sameTime compares dates and periods by the days they span; a year is not its January.
func (f Figure) sameTime(g Figure) bool {
	if f.From == g.From && f.To == g.To {
		return true
	}
	if f.From.Year == 0 || g.From.Year == 0 {
		return false
	}
	return f.From.first() == g.From.first() && f.To.last() == g.To.last()
}

// first and last are the first and last day of d.
func (d Day) first() Day {
	return Day{d.Year, max(d.Month, 1), max(d.Day, 1)}
}

func (d Day) last() Day {
	if d.Month == 0 {
		return Day{d.Year, 12, 31}
	}
	if d.Day == 0 {
		d.Day = daysIn(d.Year, d.Month)
	}
	return d
}

// sameNumbering compares ordinals and document numbers; an issuer or unit that is not known agrees with any.
func (f Figure) sameNumbering(g Figure) bool {
	if f.Kind < DocumentNumber || !f.sameValue(g) || f.From != g.From {
		return false
	}
	if f.Kind != g.Kind { // No. 743 and 国务院令第743号
		return g.Unit == "号" || f.Unit == "号"
	}
	if f.Kind == Ordinal {
		return f.Unit == g.Unit || generic(f.Unit) || generic(g.Unit)
	}
	return strings.HasSuffix(f.Unit, g.Unit) || strings.HasSuffix(g.Unit, f.Unit)
}

// plainText is s with full-width digits narrowed and letters lowered.
func plainText(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, lowerASCII(s))
}
