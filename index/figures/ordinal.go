package figures

// ordinalUnits are what 第N numbers. Behind a Chinese numeral only they make an ordinal: 第一时间 is none.
const ordinalUnits = "条條款项章节批届期年次个名位号家版页类级等轮天日月周组场代季张份"

// numbered reads 第12条, 第46、48条, 第1—3年, 第四批, 第三季度, 国务院令第743号; i is at 第.
func (sc *scanner) numbered(i int) int {
	at := i + len("第")
	if n, end, ok := sc.quarterAt(i); ok {
		return sc.add(Figure{Kind: Period, Unit: "quarter", From: Day{Month: 3*n - 2}, To: Day{Month: 3 * n}, Start: i, End: end}, mark{})
	}
	first, end, ok := sc.serial(at)
	if !ok {
		return max(end, at)
	}
	group, unit, groupEnd := sc.serials(first, i, end)
	if unit == "" {
		if first.chinese() && (!sc.weak || first.low == (decimal{1, 0})) { // 第一时间
			return end
		}
		return sc.add(Figure{Kind: Ordinal, Value: first.low.float(), High: first.high.float(), Start: i, End: end}, mark{})
	}
	if len(group) == 1 && unit == "号" {
		if word := sc.decreeBefore(i); word != "" {
			value := first.low.float()
			return sc.add(Figure{Kind: DocumentNumber, Unit: word, Value: value, High: value, Start: i - len(word), End: groupEnd}, mark{})
		}
	}
	for _, f := range group {
		f.Unit = unit
		sc.add(f, mark{})
	}
	return groupEnd
}

// serial reads a number without scale; its form tells how it was written.
func (sc *scanner) serial(i int) (n number, end int, ok bool) {
	i = skipSpace(sc.text, i)
	if isDigit(sc.text, i) {
		n, end, ok = arabicAt(sc.text, i)
		return n, end, ok && !n.long
	}
	n, end, ok = numeralAt(sc.text, i)
	return n, end, ok && n.form != multiplier && n.form != pair
}

// maxSerials bounds 第3、33条.
const maxSerials = 16

// serials reads the rest of a list or range of ordinals whose first number ends at i, up to their unit, which is empty when
// there is none.
func (sc *scanner) serials(first number, start, i int) (group []Figure, unit string, end int) {
	group = append(group, Figure{Kind: Ordinal, Value: first.low.float(), High: first.high.float(), Start: start, End: i})
	for range maxSerials {
		if unit, end := sc.ordinalUnitAt(i); unit != "" {
			group[len(group)-1].End = end
			return group, unit, end
		}
		last := &group[len(group)-1]
		if at, ok := sc.rangeSeparator(i); ok {
			if hasAt(sc.text, at, "第") {
				at += len("第")
			}
			n, next, ok := sc.serial(at)
			if !ok || n.low.float() < last.Value {
				break
			}
			last.High, last.End, i = n.low.float(), next, next
			continue
		}
		at := sc.listSeparator(i)
		if at == i {
			break
		}
		n, next, ok := sc.serial(at)
		if !ok {
			break
		}
		group = append(group, Figure{Kind: Ordinal, Value: n.low.float(), High: n.low.float(), Start: at, End: next})
		i = next
	}
	return group, "", i
}

// ordinalUnitAt reads the unit of an ordinal.
func (sc *scanner) ordinalUnitAt(i int) (unit string, end int) {
	i = skipSpace(sc.text, i)
	r, size := runeAt(sc.text, i)
	if !in(r, ordinalUnits) {
		return "", i
	}
	if r == '條' {
		return "条", i + size
	}
	return sc.text[i : i+size], i + size
}
