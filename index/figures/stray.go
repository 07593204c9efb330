package figures

import "strings"

// strayDigits returns the runs of digits outside of all figures that do not stand in passage.
func (sc *scanner) strayDigits(passage string) []Figure {
	var stray []Figure
	next := 0
	for i := 0; i < len(sc.text); {
		if next < len(sc.found) && i >= sc.found[next].Start {
			i = max(i, sc.found[next].End)
			next++
			continue
		}
		r, size := runeAt(sc.text, i)
		if !isAnyDigit(r) {
			i += size
			continue
		}
		end := digitsEnd(sc.text, i)
		if !sc.ignores(i) && !standsIn(passage, sc.text[i:end]) {
			stray = append(stray, Figure{Kind: Number, Text: sc.text[i:end], Start: i, End: end})
		}
		i = end
	}
	return stray
}

func digitsEnd(s string, i int) int {
	for {
		r, size := runeAt(s, i)
		if !isAnyDigit(r) {
			return i
		}
		i += size
	}
}

// standsIn reports whether digits stand in passage with no digit, point or separator on either side.
func standsIn(passage, digits string) bool {
	for from := 0; ; {
		at := strings.Index(passage[from:], digits)
		if at < 0 {
			return false
		}
		from += at
		before, _ := runeBefore(passage, from)
		after, size := runeAt(passage, from+len(digits))
		next, _ := runeAt(passage, from+len(digits)+size)
		if !isAnyDigit(before) && !in(before, ".,．") && !isAnyDigit(after) && !(in(after, ".,．") && isAnyDigit(next)) {
			return true
		}
		from += len(digits)
	}
}

// bareIn reports whether text, a unit or multiplier such as 万元, stands in passage without a number before it.
func bareIn(passage, text string) bool {
	for from := 0; ; {
		at := strings.Index(passage[from:], text)
		if at < 0 {
			return false
		}
		from += at
		before := strings.TrimRight(passage[:from], " ")
		r, _ := runeBefore(before, len(before))
		if !isAnyDigit(r) && !isNumeral(r) && !in(r, "余多来几数") {
			return true
		}
		from += len(text)
	}
}
