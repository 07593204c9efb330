package figures

// scaled reads what may stand between the digits that end at i and their unit: 余, 多, 万, 亿, million, and a second part
// (3亿5000万).
func (sc *scanner) scaled(n number, i int, money bool) (number, int, bool) {
	n, i = sc.more(n, i)
	exp, end := sc.scaleAt(i, n.form)
	if exp == 0 && n.form <= spelled {
		exp, end = sc.englishScaleAt(i, money)
	}
	if exp == 0 {
		return n, i, true
	}
	plain := n.low.exp == 0 && n.form == arabic && n.bound == Exact
	n = n.times(exp)
	n.scale, n.digits, n.zeros = n.scale+exp, 0, false
	if plain {
		if m, next, ok := sc.secondPart(n, end); ok {
			return m, next, true
		}
	}
	n, end = sc.more(n, end)
	return n, end, true
}

// more reads 余, 多 and 几 behind digits or a scale, where a unit or scale still follows: 4400余万元, 十几家.
func (sc *scanner) more(n number, i int) (number, int) {
	at := skipSpace(sc.text, i)
	r, size := runeAt(sc.text, at)
	end := at + size
	switch {
	case r == '几' && n.chinese() && n.low.mantissa%10 != 0 && n.low != (decimal{1, 1}), r == '来' && !n.chinese():
		return n, i
	case r == '几' && n.chinese():
		ones := n.low.mantissa
		if n.low.exp == 1 {
			ones *= 10
		}
		n.low, n.high, n.bound = decimal{ones + 1, 0}, decimal{ones + 9, 0}, About
		return n, end
	case r == '余' || r == '多' || r == '来':
		if n.form == oneDigit || n.form == positional || !sc.countable(end, n.form) {
			return n, i
		}
		n.bound, n.digits = Above, 0
		return n, end
	}
	return n, i
}

// countable reports whether a unit or scale stands at i, so that a 多 before it belongs to a number.
func (sc *scanner) countable(i int, f form) bool {
	if exp, _ := sc.scaleAt(i, f); exp > 0 {
		return true
	}
	u, _ := simpleUnitAt(sc.text, sc.lower, skipSpace(sc.text, i), f)
	return u.known()
}

// maxScale is the most runes of a scale: 万亿, 百万.
const maxScale = 3

// scaleAt reads 百, 千, 万, 亿, 万亿 at i, also 个亿.
func (sc *scanner) scaleAt(i int, f form) (exp, end int) {
	at := skipSpace(sc.text, i)
	if hasAt(sc.text, at, "个亿") {
		return 8, at + len("个亿")
	}
	if f > arabic && f < compound {
		return 0, i
	}
	for range maxScale {
		r, size := runeAt(sc.text, at)
		scale := chineseScale(r)
		if scale < 2 {
			break
		}
		exp, at, end = exp+scale, at+size, at+size
	}
	// The 千 of 千瓦时 and of 千米 is read as a scale too; 瓦时 and 米 stand in the units' table.
	if exp == 0 || hasAt(sc.text, end, "分之") {
		return 0, i
	}
	return exp, end
}

// secondPart reads 5000万 of 3亿5000万 and 2千 of 1万2千.
func (sc *scanner) secondPart(n number, i int) (number, int, bool) {
	if !isDigit(sc.text, i) {
		return n, i, false
	}
	m, end, ok := arabicAt(sc.text, i)
	if !ok || m.long {
		return n, i, false
	}
	exp, next := sc.scaleAt(end, arabic)
	if exp == 0 || exp >= n.scale || m.times(exp).low.float() >= (decimal{1, n.scale}).float() {
		return n, i, false
	}
	sum, ok := n.low.plus(m.times(exp).low)
	n.low, n.high, n.scale = sum, sum, exp
	return n, next, ok
}

// englishScales are powers of ten. Those of "tight" need a currency and no space: RMB 3bn, $5m.
var englishScales = map[string]int{
	"hundred": 2, "thousand": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9, "trillion": 12, "bn": 9, "mn": 6, "mln": 6, "bln": 9, "tn": 12,
}

var tightScales = map[string]int{"m": 6, "k": 3, "b": 9}

// englishScaleAt reads million, bn, and behind a currency m and k.
func (sc *scanner) englishScaleAt(i int, money bool) (exp, end int) {
	end = i
	for range maxScale {
		at := skipSpace(sc.text, end)
		if hasAt(sc.text, at, "-") {
			at++
		}
		next := wordEnd(sc.lower, at)
		if isDigit(sc.text, next) {
			break
		}
		scale := englishScales[sc.lower[at:next]]
		if scale == 0 && money {
			scale = tightScales[sc.lower[at:next]]
		}
		if scale == 0 {
			break
		}
		exp, end = exp+scale, next
	}
	return exp, end
}
