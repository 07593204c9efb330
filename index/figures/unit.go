package figures

import (
	"slices"
	"strings"
)

// unit is what a number counts: its value is the number × factor × 10^exp in the canonical unit name.
type unit struct {
	kind   Kind
	name   string
	factor uint64 // 0 means 1
	exp    int
	rate   bool // name has denominators
}

func (u unit) known() bool { return u.name != "" }

func (u unit) apply(d decimal) decimal {
	if u.factor > 1 {
		d.mantissa *= u.factor
	}
	return d.shift(u.exp)
}

// unitAt reads the unit at i, behind at most maxSpaces, with its denominators: 元/㎡·年, RMB per mu.
func unitAt(text, lower string, i int, f form) (unit, int) {
	u, end := simpleUnitAt(text, lower, skipSpace(text, i), f)
	if !u.known() {
		return unit{}, i
	}
	return rateAt(text, lower, u, end)
}

// simpleUnitAt reads a unit without denominators at i exactly.
func simpleUnitAt(text, lower string, i int, f form) (unit, int) {
	if i >= len(text) {
		return unit{}, i
	}
	if u, end := hanUnitAt(text, i, f); u.known() {
		return u, end
	}
	if u, end := symbolAt(text, i); u.known() {
		return u, end
	}
	if text[i] != '-' {
		return wordUnitAt(lower, i)
	}
	i++ // 60-day, 8-inch, 28-nm
	if i < len(text) {
		if u, end := symbolAt(text, i); u.kind == Length {
			return u, end
		}
	}
	return wordUnitAt(lower, i)
}

// maxDenominators bounds 元/㎡·年.
const maxDenominators = 3

// rateAt reads the denominators behind a unit that ends at i.
func rateAt(text, lower string, u unit, i int) (unit, int) {
	var names []string
	end := i
	for len(names) < maxDenominators {
		at := perAt(text, lower, end, len(names) > 0)
		if at < 0 {
			break
		}
		d, next := simpleUnitAt(text, lower, at, arabic)
		if !d.known() {
			d, next = denominatorAt(text, lower, at)
		}
		if !d.known() || d.kind == Money || d.kind == Percent {
			break
		}
		names, end = append(names, d.name), next
	}
	if len(names) == 0 {
		return u, i
	}
	return u.per(names), end
}

// per gives the rate's unit. Denominators are sorted, so that 元/人·日 and 元/日·人 are one.
func (u unit) per(names []string) unit {
	slices.Sort(names)
	if u.kind == Length {
		u.kind = Quantity // a speed
	}
	u.name, u.rate = u.name+"/"+strings.Join(names, "/"), true
	return u
}

// perAt is where the denominator begins that a "/", 每, "·" or "per" at i announces, or -1.
func perAt(text, lower string, i int, more bool) int {
	if hasAt(text, i, "每") { // behind a space it belongs to what follows
		return i + len("每")
	}
	i = skipSpace(text, i)
	r, size := runeAt(text, i)
	switch {
	case r == '/' || r == '／' || more && (r == '·' || r == '•' || r == '⋅'):
		return skipSpace(text, i+size)
	case hasAt(lower, i, "per ") || hasAt(lower, i, "each "):
		return i + strings.IndexByte(lower[i:], ' ') + 1
	case hasAt(lower, i, "a ") || hasAt(lower, i, "an "):
		at := i + strings.IndexByte(lower[i:], ' ') + 1
		u, _ := wordUnitAt(lower, at)
		noun := nouns[lower[at:wordEnd(lower, at)]]
		if u.kind == Duration || u.kind == Area || noun == "人" || noun == "户" {
			return at
		}
	}
	return -1
}

// denominatorAt reads units that stand only behind a "/" or "per": 元/月, per person.
func denominatorAt(text, lower string, i int) (unit, int) {
	if hasAt(text, i, "月") { // 12月 is a date, so 月 alone is no unit
		return unit{kind: Duration, name: "month"}, i + len("月")
	}
	if end := wordEnd(lower, i); end > i {
		if name, ok := nouns[lower[i:end]]; ok {
			return unit{kind: Count, name: name}, end
		}
	}
	return unit{}, i
}
