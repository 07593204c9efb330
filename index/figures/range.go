package figures

import "strings"

// rangeSeparator is where the second half of a range begins: behind —, –, ~, 至, 到, "to" or a hyphen.
func (sc *scanner) rangeSeparator(i int) (int, bool) {
	at := skipSpace(sc.text, i)
	r, size := runeAt(sc.text, at)
	switch {
	case r == '—' || r == '–' || r == '－' || r == '~' || r == '～' || r == '〜' || r == '‑' || r == '‒' || r == '―':
		at += size
		if again, size := runeAt(sc.text, at); again == '—' && r == '—' {
			at += size
		}
	case r == '至' || r == '到' || r == '-':
		at += size
	case hasAt(sc.lower, at, "to ") && at > i:
		at += len("to ")
	case hasAt(sc.lower, at, "until ") && at > i:
		at += len("until ")
	default:
		return i, false
	}
	return skipSpace(sc.text, at), true
}

// rangeEnd reads the second half of a range that begins with a.
func (sc *scanner) rangeEnd(a term, currency string) (b term, ok bool) {
	at, ok := sc.rangeSeparator(a.end)
	if !ok {
		if at, ok = sc.betweenAnd(a); !ok {
			return b, false
		}
	}
	number, prefix := sc.currencyAt(at)
	if prefix == "" {
		prefix = currency
	}
	r, _ := runeAt(sc.text, number)
	if !isDigit(sc.text, number) && !isNumeral(r) && !(isLetter(sc.text, number) && spelledAt(sc.lower, number)) {
		return b, false
	}
	if _, _, isDay := sc.dayAt(number); isDay && !a.unit.known() {
		return b, false
	}
	b, ok = sc.term(number, prefix)
	if !ok || b.long || !joins(a, b) {
		return b, false
	}
	joined := spanOf(a, b)
	rises := joined.low.float() <= joined.high.float()
	return b, rises && (!joined.chinese() || joined.unit.known())
}

// joins reports whether b can be the other end of a: the units agree, or only one is written.
func joins(a, b term) bool {
	switch {
	case a.of.mantissa > 0 || b.of.mantissa > 0, a.form == pair, b.form == pair, a.form == positional, b.form == positional:
		return false
	case !a.unit.known():
		return a.form != compound || b.unit.known()
	case !b.unit.known():
		return a.prefixed
	}
	rateOfSame := b.unit.rate && strings.HasPrefix(b.unit.name, a.unit.name+"/") // 10元—20元/人
	return a.unit.kind == b.unit.kind && (a.unit.name == b.unit.name || rateOfSame)
}

// spanOf joins both ends. The first takes the unit of the second, and its scale too where that does not turn them round:
// 50—100万元 begins at 50万, 5000—1万元 at 5000.
func spanOf(a, b term) term {
	if !a.unit.known() || b.unit.rate {
		a.unit = b.unit
	}
	if a.scale == 0 && b.scale > 0 && a.low.shift(b.scale).float() <= b.high.float() {
		a.low = a.low.shift(b.scale)
	}
	a.high, a.end, a.digits = b.high, b.end, 0
	if a.bound == Exact {
		a.bound = b.bound
	}
	return a
}

// betweenAnd finds the second half of "between 3% and 5%"; a.start is already at "between".
func (sc *scanner) betweenAnd(a term) (int, bool) {
	at := skipSpace(sc.text, a.end)
	if !hasAt(sc.lower, at, "and ") || !hasAt(sc.lower, a.start, "between ") {
		return 0, false
	}
	return at + len("and "), true
}

// ratio reads 7:3 and 1:7.4, and one third written as 1/3; a is what stands before the sign.
func (sc *scanner) ratio(a term) (end int, ok bool) {
	if a.unit.known() || a.form != arabic || a.scale > 0 || a.bound != Exact {
		return 0, false
	}
	r, size := runeAt(sc.text, a.end)
	if !isDigit(sc.text, a.end+size) || !in(r, ":：∶/") || a.year() > 0 {
		return 0, false
	}
	n, end, ok := arabicAt(sc.text, a.end+size)
	if !ok || n.long || n.low.mantissa == 0 || n.year() > 0 {
		return 0, false
	}
	if next, size := runeAt(sc.text, end); in(next, ":：∶/／") && isDigit(sc.text, end+size) {
		return 0, false
	}
	b := term{number: n, end: end}
	sc.measure(&b)
	if part := sc.partOf(a, b, r); part > 0 {
		return part, true
	}
	if b.unit.known() && b.unit.name != "x" || b.end != end {
		return 0, false
	}
	f := Figure{Kind: Ratio, Unit: ":", Start: a.start, End: end}
	if r == '/' {
		if a.low.float() >= n.low.float() || a.zeros || n.zeros {
			return 0, false
		}
		f.Unit = ""
	} else if a.digits == 2 && n.digits == 2 { // 09:30 is a time
		return sc.add(Figure{Kind: Code, Start: a.start, End: end}, mark{}), true
	}
	f.Value = a.low.float() / n.low.float()
	f.High = f.Value
	return sc.add(f, mark{}), true
}

// partOf reads 1/15 ha, a part of a unit of area, length or weight; elsewhere a slash before a unit makes a list: 3/5年.
func (sc *scanner) partOf(a, b term, sign rune) int {
	if sign != '/' || a.low != (decimal{1, 0}) || b.low.float() <= 1 || b.unit.kind != Area && b.unit.kind != Length && b.unit.kind != Weight {
		return 0
	}
	value := b.unit.apply(a.low).float() / b.low.float()
	return sc.add(Figure{Kind: b.unit.kind, Unit: b.unit.name, Value: value, High: value, Start: a.start, End: b.end}, mark{})
}
