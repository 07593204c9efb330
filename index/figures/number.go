package figures

import "math"

// maxDigits is how many significant digits a float64 keeps apart. A longer run is an identifier, compared as text.
const maxDigits = 15

// decimal is mantissa × 10^exp, so that 16.6亿, 1,660 million and 1660000000 become the very same float64.
type decimal struct {
	mantissa uint64
	exp      int
}

func (d decimal) float() float64 {
	if d.exp < 0 {
		return float64(d.mantissa) / math.Pow10(-d.exp)
	}
	return float64(d.mantissa) * math.Pow10(d.exp)
}

func (d decimal) shift(n int) decimal {
	return decimal{d.mantissa, d.exp + n}
}

// plus adds; ok is false when a sum is not exact.
func (d decimal) plus(e decimal) (decimal, bool) {
	if d.exp < e.exp {
		d, e = e, d
	}
	for ; d.exp > e.exp; d.exp-- {
		if d.mantissa > 1e14 {
			return decimal{}, false
		}
		d.mantissa *= 10
	}
	return decimal{d.mantissa + e.mantissa, d.exp}, true
}

// number is a numeral as written, before its unit.
type number struct {
	low, high decimal // equal, but for 两三 and 数十
	bound     Bound   // said inside the numeral: 4400余万
	scale     int     // power of ten of the scale words: 4 for 万, 6 for million
	digits    int     // of a run of digits without separators, decimals and scale; 0 otherwise
	form      form
	zeros     bool // a leading zero: 0578
	long      bool // more than maxDigits
}

// form says how a numeral is written, for that decides how much it takes to be a figure.
type form int

const (
	arabic     form = iota // 21, ２１, 1,053.8
	spelled                // twenty-one
	oneDigit               // 三
	pair                   // 两三
	positional             // 二〇二一
	multiplier             // 百, 千万: no digit
	compound               // 二十一, 十
	vague                  // 数十
)

func (n number) chinese() bool { return n.form >= oneDigit }

func (n number) times(exp int) number {
	n.low, n.high = n.low.shift(exp), n.high.shift(exp)
	return n
}

// year is n as a bare year, such as 2021, or 0. Outside of these years four digits are an amount.
func (n number) year() int {
	if n.digits == 4 && n.low.mantissa >= 1900 && n.low.mantissa <= 2100 {
		return int(n.low.mantissa)
	}
	return 0
}

// run reads ASCII and full-width digits. The value stops growing past maxDigits.
func run(s string, i int) (value uint64, count, end int) {
	for {
		d, size := digitAt(s, i)
		if size == 0 {
			return value, count, i
		}
		if value < 1e15 {
			value = value*10 + d
		}
		count++
		i += size
	}
}

// arabicAt reads digits with separators and decimals: 21, 1,053.8, ２１. A dot before i makes them decimals: .5
func arabicAt(s string, i int) (n number, end int, ok bool) {
	value, count, end := run(s, i)
	if count == 0 {
		return number{}, i, false
	}
	n.digits = count
	first, _ := digitAt(s, i)
	n.zeros = first == 0 && count > 1
	for count <= 3 || n.digits == 0 {
		group, next, ok := groupAt(s, end)
		if !ok || value > 1e12 {
			break
		}
		value, end, n.digits = value*1000+group, next, 0
	}
	n.low = decimal{value, 0}
	if point := pointAt(s, end); point > 0 {
		if fraction, places, next := run(s, end+point); places > 0 {
			n.digits, n.zeros = 0, false
			n.long = places+count > maxDigits
			end = next
			if !n.long {
				n.low = decimal{value*uint64(math.Pow10(places)) + fraction, -places}
			}
		}
	}
	n.long = n.long || n.low.mantissa >= 1e15
	n.high = n.low
	return n, end, true
}

// groupAt reads a thousands separator with exactly three digits. A plain space separates only 000, for no number begins so.
func groupAt(s string, i int) (value uint64, end int, ok bool) {
	r, size := runeAt(s, i)
	if !in(r, ",\u00a0\u2009\u202f") && !hasAt(s, i, " 000") {
		return 0, i, false
	}
	end = i + size
	for range 3 {
		d, size := digitAt(s, end)
		if size == 0 {
			return 0, i, false
		}
		value, end = value*10+d, end+size
	}
	return value, end, !isDigit(s, end)
}

// pointAt is the size of a decimal point at i that has a digit behind it, or 0.
func pointAt(s string, i int) int {
	if r, size := runeAt(s, i); (r == '.' || r == '．') && isDigit(s, i+size) {
		return size
	}
	return 0
}
