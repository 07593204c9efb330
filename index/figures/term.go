package figures

// fractionUnit is the name of "no unit" while a fraction is read; a Figure shows it as an empty Unit.
const fractionUnit = "1"

// term is a number with its unit.
type term struct {
	number
	unit       unit
	of         decimal // a fraction's denominator; zero otherwise
	start, end int
	negative   bool
	prefixed   bool // the unit stands before the number: RMB, 百分之
}

// term reads a number and its unit. When ok is false the end is still behind what cannot begin a figure.
func (sc *scanner) term(i int, currency string) (t term, ok bool) {
	t = term{start: i}
	if t.number, t.end, ok = sc.number(i, currency != ""); !ok {
		return t, false
	}
	if t.chinese() && hasAt(sc.text, t.end, "分之") {
		return sc.fraction(t)
	}
	if currency != "" {
		return sc.priced(t, currency), true
	}
	sc.measure(&t)
	return t, true
}

// number reads digits, a Chinese numeral or number words, with the scale behind them.
func (sc *scanner) number(i int, money bool) (n number, end int, ok bool) {
	switch {
	case i < len(sc.text) && sc.text[i] == '.':
		n, end, ok = arabicAt(sc.text, i+1)
		if ok {
			n.low.exp -= n.digits
			n.high, n.digits, n.zeros = n.low, 0, false
		}
	case isDigit(sc.text, i):
		n, end, ok = arabicAt(sc.text, i)
	case isLetter(sc.text, i):
		n, end, ok = wordNumberAt(sc.lower, i)
	default:
		n, end, ok = numeralAt(sc.text, i)
	}
	if !ok || n.long {
		return n, end, ok
	}
	return sc.scaled(n, end, money)
}

// measure reads the unit of t, and 半 and 多 behind it.
func (sc *scanner) measure(t *term) {
	if t.long {
		return
	}
	if sc.looseUnit(t) {
		return
	}
	u, end := unitAt(sc.text, sc.lower, t.end, t.form)
	if !u.known() && t.form <= spelled {
		u, end = sc.nounOf(t)
	}
	switch {
	case t.year() > 0 && in(firstRune(u.name), yearNotCounted): // 2022 省重点
		return
	case u.name == "级" && t.scale > 0: // 20亿级 is an amount
		t.end = end
	case u.known():
		t.unit, t.end = u, end
	}
}

// nounOf finds what English text counts. Four digits that may be a year count only a plural right behind them: 2000 firms, but
// not "the 2021 article" or "in 2021 firms …".
func (sc *scanner) nounOf(t *term) (unit, int) {
	u, end := nounAt(sc.lower, t.end)
	if t.year() == 0 || !u.known() {
		return u, end
	}
	next := wordEnd(sc.lower, t.end+1)
	before := sc.lower[wordStart(sc.lower, 0, max(t.start-1, 0)):max(t.start-1, 0)]
	if hasAt(sc.lower, t.end, "-") || next != end || stopWords[before] || sc.lower[end-1] != 's' && u.name != "人" {
		return unit{}, t.end
	}
	return u, end
}

// yearNotCounted are counters that no four digits of a year count.
const yearNotCounted = "省市县区国城页版证门口章节级"

// looseUnits are units with more said inside: a half, or "and some".
var looseUnits = []struct {
	text string
	half bool
	unit unit
}{
	{text: "年半", half: true, unit: unit{kind: Duration, name: "year"}},
	{text: "个半月", half: true, unit: unit{kind: Duration, name: "month"}},
	{text: "个半小时", half: true, unit: unit{kind: Duration, name: "hour"}},
	{text: "个多月", unit: unit{kind: Duration, name: "month"}},
	{text: "个多小时", unit: unit{kind: Duration, name: "hour"}},
}

// looseUnit reads 年半 of 两年半 and 个多月 of 七个多月.
func (sc *scanner) looseUnit(t *term) bool {
	i := skipSpace(sc.text, t.end)
	for _, loose := range looseUnits {
		if !hasAt(sc.text, i, loose.text) {
			continue
		}
		t.unit, t.end = loose.unit, i+len(loose.text)
		if !loose.half {
			t.bound = Above
			return true
		}
		half := decimal{5, -1}
		low, ok := t.low.plus(half)
		high, _ := t.high.plus(half)
		if ok {
			t.low, t.high = low, high
		}
		return true
	}
	return false
}

// priced gives t its currency and reads what may follow the number: 元, "m", the denominators.
func (sc *scanner) priced(t term, currency string) term {
	t.prefixed = true
	t.unit = unit{kind: Money, name: currency}
	if u, end := simpleUnitAt(sc.text, sc.lower, skipSpace(sc.text, t.end), t.form); u.kind == Money {
		t.end = end
		if u.name != "CNY" || currency != "CNY" {
			t.unit.name = u.name // ¥100日元
		}
	}
	t.unit, t.end = rateAt(sc.text, sc.lower, t.unit, t.end)
	return t
}

// fraction reads 百分之二十, 万分之零点五, 三分之一; t is what stands before 分之.
func (sc *scanner) fraction(t term) (term, bool) {
	of := t.low
	n, end, ok := sc.number(t.end+len("分之"), false)
	if !ok || of.mantissa == 0 || n.form == spelled {
		t.end += len("分之")
		return t, false
	}
	t.number, t.end, t.prefixed = n, end, true
	if of.mantissa == 1 && of.exp >= 2 {
		t.unit = unit{kind: Percent, name: "%", exp: 2 - of.exp}
		if u, end := rateAt(sc.text, sc.lower, t.unit, t.end); u.rate {
			t.unit, t.end = u, end
		}
		return t, true
	}
	t.unit, t.of = unit{kind: Ratio, name: fractionUnit}, of
	return t, true
}
