package figures

import "strings"

// listSeparator is behind a separator of a list at i: "、", "／", "和", ", ", "and"; when there is none, no further than i.
func (sc *scanner) listSeparator(i int) int {
	if hasAt(sc.lower, i, "- and ") || hasAt(sc.lower, i, "- or ") { // 6- and 8-inch
		i++
	}
	at := skipSpace(sc.text, i)
	r, size := runeAt(sc.text, at)
	if in(r, "、／/和及与或,，") {
		at = skipSpace(sc.text, at+size)
		for _, word := range [...]string{"and ", "or "} {
			if r == ',' && hasAt(sc.lower, at, word) {
				at += len(word)
			}
		}
		return at
	}
	for _, word := range [...]string{"and ", "or "} {
		if at > i && hasAt(sc.lower, at, word) {
			return skipSpace(sc.text, at+len(word))
		}
	}
	return i
}

// shareUnits gives the numbers of a list the unit that only the last one carries: 1／2／6个月, 200、400万元.
func (sc *scanner) shareUnits() {
	for k := len(sc.found) - 2; k >= 0; k-- {
		f, g, m := &sc.found[k], &sc.found[k+1], &sc.marks[k]
		from := sc.marks[k+1]
		if !from.unit.known() || m.unit.known() || m.number == (number{}) || m.number.form != arabic || g.Start-f.End > maxSeparator {
			continue
		}
		between := strings.TrimSpace(sc.text[f.End:g.Start])
		// 2000、3000元 are two amounts, 2021、35个 are not.
		year := f.Kind == Date && from.unit.kind != Duration && from.number.digits == 4 && in(firstRune(between), "、／/")
		if f.Kind != Number && !year || sc.listSeparator(f.End) != g.Start || strings.HasPrefix(between, "，") {
			continue
		}
		if m.number.scale == 0 && from.number.scale > 0 {
			m.number = m.number.times(from.number.scale)
			m.number.scale = from.number.scale
		}
		m.unit = from.unit
		f.Kind, f.Unit, f.From, f.To = m.unit.kind, m.unit.name, Day{}, Day{}
		f.Value, f.High = m.unit.apply(m.number.low).float(), m.unit.apply(m.number.high).float()
	}
}

// maxSeparator is the most bytes between two members of a list: ", and " with spaces to spare.
const maxSeparator = 8

func firstRune(s string) rune {
	r, _ := runeAt(s, 0)
	return r
}
