package figures

import "unicode/utf8"

// Chinese numerals. A run of numeral runes is read whole or not at all: 十四五 is no number, so it is no figure.

// chineseDigit is the value of a Chinese digit, -1 for another rune.
func chineseDigit(r rune) int {
	switch r {
	case '零', '〇', '○':
		return 0
	case '一', '壹':
		return 1
	case '二', '两', '兩', '贰', '貳':
		return 2
	case '三', '叁', '參':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆', '陸':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

// chineseScale is the power of ten of a multiplier, 0 for another rune.
func chineseScale(r rune) int {
	switch r {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	case '万', '萬':
		return 4
	case '亿', '億':
		return 8
	}
	return 0
}

func isNumeral(r rune) bool {
	return r >= 0x3007 && (chineseDigit(r) >= 0 || chineseScale(r) > 0 || r == '廿' || r == '卅') || r == '○'
}

// maxNumeral is more runes than any real numeral has; a longer run is skipped.
const maxNumeral = 24

// numeralAt reads the whole run of Chinese numerals at i, with decimals (三点五亿). When ok is false, end is still the end of
// the run.
func numeralAt(s string, i int) (n number, end int, ok bool) {
	var buf [maxNumeral]rune
	runes := buf[:0]
	end = i
	for {
		r, size := runeAt(s, end)
		if !isNumeral(r) {
			break
		}
		if len(runes) < maxNumeral {
			runes = append(runes, r)
		}
		end += size
	}
	if len(runes) == maxNumeral || len(runes) == 0 {
		return number{}, end, false
	}
	if r, size := runeAt(s, end); r == '点' || r == '點' {
		if next, _ := runeAt(s, end+size); chineseDigit(next) >= 0 {
			return decimalNumeral(s, runes, end+size)
		}
	}
	n, ok = readNumeral(runes)
	return n, end, ok
}

// decimalNumeral reads what follows the point of 三点五亿.
func decimalNumeral(s string, whole []rune, i int) (n number, end int, ok bool) {
	n, ok = readNumeral(whole)
	end = i
	for places := 0; ; places++ {
		r, size := runeAt(s, end)
		d := chineseDigit(r)
		if d < 0 {
			break
		}
		end += size
		if places > 8 {
			ok = false
		}
		if ok {
			n.low = decimal{n.low.mantissa*10 + uint64(d), n.low.exp - 1}
			ok = n.low.mantissa < 1e15
		}
	}
	for {
		r, size := runeAt(s, end)
		scale := chineseScale(r)
		if scale < 2 {
			break
		}
		n.low, n.scale, end = n.low.shift(scale), n.scale+scale, end+size
		ok = ok && n.scale < 20
	}
	n.high, n.form = n.low, compound
	return n, end, ok
}

// readNumeral gives the runes' value and form.
func readNumeral(runes []rune) (number, bool) {
	digits := 0
	for _, r := range runes {
		if chineseDigit(r) >= 0 {
			digits++
		}
	}
	switch {
	case digits == len(runes):
		return digitString(runes)
	case digits == 0 && runes[0] != '廿' && runes[0] != '卅':
		return multipliers(runes)
	}
	if len(runes) > 2 {
		if a, b := chineseDigit(runes[0]), chineseDigit(runes[1]); b == a+1 && a > 0 {
			return pairOf(a, b, runes[2:])
		}
	}
	value, ok := compoundValue(runes)
	return number{low: decimal{value, 0}, high: decimal{value, 0}, form: compound}, ok
}

// digitString reads 三, 两三 and 二〇二一.
func digitString(runes []rune) (number, bool) {
	if len(runes) > maxDigits {
		return number{}, false
	}
	var value uint64
	for _, r := range runes {
		value = value*10 + uint64(chineseDigit(r))
	}
	n := number{low: decimal{value, 0}, high: decimal{value, 0}, form: positional, digits: len(runes)}
	switch len(runes) {
	case 1:
		n.form = oneDigit
		// Alone, a banker's digit is a name: 陆家嘴, 伍家岗.
		return n, !in(runes[0], "壹贰貳叁參肆伍陆陸柒捌玖")
	case 2:
		if a, b := chineseDigit(runes[0]), chineseDigit(runes[1]); b == a+1 && a > 0 {
			return pairOf(a, b, nil)
		}
	}
	return n, true
}

// pairOf reads two neighbouring digits as a range: 两三年, 七八十家.
func pairOf(a, b int, scale []rune) (number, bool) {
	n := number{low: decimal{uint64(a), 0}, high: decimal{uint64(b), 0}, bound: About, form: pair}
	if len(scale) == 0 {
		n.digits = 2
		return n, true
	}
	m, ok := multipliers(scale)
	return n.times(m.low.exp), ok
}

// multipliers reads 十, 千万, 万亿: multipliers without a digit, the lower before the higher.
func multipliers(runes []rune) (number, bool) {
	exp, last := 0, 0
	for _, r := range runes {
		scale := chineseScale(r)
		if scale <= last && !(scale == 8 && last == 4) || scale < 4 && last > 0 {
			return number{}, false
		}
		exp, last = exp+scale, scale
	}
	n := number{low: decimal{1, exp}, high: decimal{1, exp}, form: multiplier, scale: exp}
	if exp == 1 {
		n.form, n.scale = compound, 0
	}
	return n, true
}

// vagueAt reads 数十, 几百 as 20—90, 200—900.
func vagueAt(s string, i int) (n number, end int, ok bool) {
	_, size := runeAt(s, i)
	n, end, ok = numeralAt(s, i+size)
	if !ok || n.low.mantissa != 1 || n.low.exp == 0 || hasAt(s, end, "分之") {
		return number{}, i + size, false
	}
	if before, _ := runeBefore(s, i); hasAt(s, i, "数") && in(before, "人总參参系函次多少户位件倍个岁天年月指基整复倒点台家套项条") {
		return number{}, i + utf8.RuneLen('数'), false
	}
	n.low.mantissa, n.high.mantissa = 2, 9
	n.form, n.bound = vague, About
	return n, end, true
}
