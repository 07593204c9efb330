package figures

// compoundValue reads 二十一, 两万一千, 三亿零五百万, 一万二 (12,000), 廿一.
func compoundValue(runes []rune) (uint64, bool) {
	var total, section uint64 // done up to the last 万 or 亿; since then
	digit, tail := -1, 0      // the digit that waits for its multiplier; the scale that an elliptic last digit takes
	below := 9                // scales within a section must fall
	for at, r := range runes {
		if d := chineseDigit(r); d >= 0 {
			if digit > 0 || digit == 0 && d == 0 {
				return 0, false
			}
			if d == 0 {
				tail = 0
			}
			digit = d
			continue
		}
		if r == '廿' || r == '卅' {
			if digit > 0 || below <= 1 {
				return 0, false
			}
			section, digit, below, tail = section+20, -1, 1, 0
			if r == '卅' {
				section += 10
			}
			continue
		}
		scale := chineseScale(r)
		if scale < 4 {
			if digit < 0 && (scale != 1 || at > 0 && runes[at-1] != '零' && chineseScale(runes[at-1]) < 4) || scale >= below {
				return 0, false
			}
			section += uint64(max(digit, b2i(scale == 1 && digit < 1))) * pow10(scale)
			digit, below, tail = -1, scale, scale-1
			continue
		}
		section += uint64(max(digit, 0))
		total, section = total+section, 0
		if total == 0 || total > 1e11 {
			return 0, false
		}
		if scale == 4 && total >= 1e8 {
			high := total / 1e8 * 1e8 // 三亿五千万: only what came since 亿 is multiplied
			total = high + (total-high)*1e4
		} else {
			total *= pow10(scale)
		}
		digit, below, tail = -1, 9, scale-1
	}
	if digit > 0 {
		if tail > 0 {
			return total + section + uint64(digit)*pow10(tail), true
		}
		return total + section + uint64(digit), true
	}
	return total + section, digit < 0 || digit == 0 && runes[len(runes)-1] != '零'
}

func pow10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
