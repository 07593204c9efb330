package figures

import "strings"

// strayDigits returns the runs of digits outside of all figures, citations and numbers of list items. Find reads every ASCII
// and full-width digit, so these are of other scripts, or fractions such as ½.
func (sc *scanner) strayDigits() []Figure {
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
		if !sc.ignores(i) {
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
