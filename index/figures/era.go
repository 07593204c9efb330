package figures

import (
	"slices"
	"strings"
)

// A year that 年 follows is one from earliestYear on; 12年 and 800年 are terms.
const earliestYear = 1000

// era reads a century or a decade that begins with digits or a Chinese numeral at i: 20世纪60年代, 18世纪, 1990年代, 1990s.
// It says when as a period; 世纪初 and 世纪末 are not narrowed.
func (sc *scanner) era(i int) (end int, ok bool) {
	value, digits, end, ok := sc.smallAt(i)
	if !ok || value < 1 {
		return i, false
	}
	at := skipSpace(sc.text, end)
	switch {
	case digits <= 2 && value <= maxCentury && hasAt(sc.text, at, "世纪"):
		return sc.century(i, value, at+len("世纪")), true
	case digits == 4 && value%10 == 0 && hasAt(sc.text, at, "年代"):
		return sc.years(i, value, value+9, at+len("年代")), true
	case digits == 4 && value%10 == 0 && value >= earliestYear && hasAt(sc.lower, end, "s") && !isLetter(sc.text, end+1):
		return sc.years(i, value, value+9, end+1), true
	}
	if after := sc.ordinalSuffix(end); after > end && value <= maxCentury {
		if hasAt(sc.text, after, " ") || hasAt(sc.text, after, "-") {
			after++
		}
		if stop := wordEnd(sc.lower, after); sc.lower[after:stop] == "century" {
			return sc.years(i, 100*value-100, 100*value-1, stop), true
		}
	}
	return i, false
}

// maxCentury keeps 90世纪 out, which is no time.
const maxCentury = 21

// century reads the decade that may stand behind a century.
func (sc *scanner) century(i, century, end int) int {
	from := 100*century - 100
	decade, digits, next, ok := sc.smallAt(skipSpace(sc.text, end))
	if ok && digits <= 2 && decade%10 == 0 && decade < 100 && hasAt(sc.text, skipSpace(sc.text, next), "年代") {
		return sc.years(i, from+decade, from+decade+9, skipSpace(sc.text, next)+len("年代"))
	}
	return sc.years(i, from, from+99, end)
}

func (sc *scanner) years(i, from, to, end int) int {
	return sc.add(Figure{Kind: Period, From: Day{Year: from}, To: Day{Year: to}, Start: i, End: end}, mark{})
}

// yearWords stand before a year in English.
var yearWords = []string{"in", "since", "by", "until", "around", "before", "after", "from", "between", "circa"}

// dated reads years as English tells them, without a sign of their own: in 1817, from 1870 to 1939, between 2005 and 2010.
// b is the other end of a range, if it is one.
func (sc *scanner) dated(a, b term, isRange bool) (end int, ok bool) {
	from := a.oldYear()
	before := sc.lower[:a.start]
	if hasAt(sc.lower, a.start, "between ") {
		before = sc.lower[:a.start+len("between ")]
	}
	before = strings.TrimRight(before, " ")
	start := wordStart(sc.lower, 0, len(before))
	word := before[start:]
	if from == 0 || !slices.Contains(yearWords, word) {
		return 0, false
	}
	if !isRange {
		d := Day{Year: from}
		return sc.add(Figure{Kind: Date, From: d, To: d, Start: start, End: a.end}, mark{}), true
	}
	if to := b.oldYear(); to > from {
		return sc.years(start, from, to, b.end), true
	}
	return 0, false
}

// oldYear is t as a year from earliestYear on, or 0.
func (t term) oldYear() int {
	if t.unit.known() || t.form != arabic || t.digits != 4 || t.bound != Exact || t.low.exp != 0 || t.low.mantissa < earliestYear || t.low.mantissa > 2100 {
		return 0
	}
	return int(t.low.mantissa)
}
