package figures

// quantity reads the figure whose digits or numeral begin at i.
func (sc *scanner) quantity(i int) int {
	if end, ok := sc.era(i); ok {
		return end
	}
	if end, ok := sc.calendar(i); ok {
		return end
	}
	if end, ok := sc.code(i); ok {
		return end
	}
	a, ok := sc.term(i, "")
	if !ok {
		return a.end
	}
	return sc.finish(a, "")
}

// currency reads an amount with its currency before it; number is where the digits should be.
func (sc *scanner) currency(start, number int, name string) int {
	i := skipSpace(sc.text, number)
	if r, _ := runeAt(sc.text, i); !isDigit(sc.text, i) && !isNumeral(r) && !(isLetter(sc.text, i) && spelledAt(sc.lower, i)) {
		return number
	}
	a, ok := sc.term(i, name)
	if !ok {
		return max(a.end, number)
	}
	a.start = start
	return sc.finish(a, name)
}

// signed reads a number with a sign. A hyphen is a minus only where nothing stands right before it.
func (sc *scanner) signed(i, size int) int {
	if !isDigit(sc.text, i+size) || sc.text[i] == '+' {
		return i + size
	}
	if r, _ := runeBefore(sc.text, i); r != 0 && !isSpace(r) && !in(r, "(（[:：,，、。；\n|") {
		return i + size
	}
	a, ok := sc.term(i+size, "")
	if _, isCode := sc.codeEnd(i + size); !ok || isCode || a.number.year() > 0 {
		return i + size
	}
	a.start, a.negative = i, true
	return sc.finish(a, "")
}

// finish reads a range or ratio that begins with a, decides whether a is a figure at all, and adds it.
func (sc *scanner) finish(a term, currency string) int {
	if a.long {
		return sc.add(Figure{Kind: Code, Start: a.start, End: a.end}, mark{})
	}
	if end, ok := sc.ratio(a); ok {
		return end
	}
	b, isRange := sc.rangeEnd(a, currency)
	if end, ok := sc.dated(a, b, isRange); ok {
		return end
	}
	if isRange {
		a = spanOf(a, b)
	}
	if !isRange && !sc.stands(&a) {
		sc.keepBare(a)
		return a.end
	}
	sc.perBefore(&a)
	return sc.addTerm(a)
}

// keepBare notes 万元 and 百万, which are units or amounts without a digit: no figures, but a statement must not bring them in.
func (sc *scanner) keepBare(a term) {
	next, _ := runeAt(sc.text, a.end)
	amount := a.unit.kind == Money || a.unit.kind == Area || !a.unit.known() && a.low.exp > 4 && a.low.exp != 8
	if !sc.weak || a.form != multiplier || !amount || in(next, "不别要") {
		return
	}
	value := a.unit.apply(a.low).float()
	f := Figure{Kind: a.unit.kind, Unit: a.unit.name, Value: value, High: value, Text: sc.text[a.start:a.end], Start: a.start, End: a.end}
	sc.bare = append(sc.bare, f)
}

func (sc *scanner) addTerm(a term) int {
	f := Figure{Kind: a.unit.kind, Unit: a.unit.name, Start: a.start, End: a.end, Bound: a.bound}
	if f.Unit == fractionUnit {
		f.Unit = ""
	}
	f.Value, f.High = a.unit.apply(a.low).float(), a.unit.apply(a.high).float()
	if a.of.mantissa > 0 {
		f.Value /= a.of.float()
		f.High = f.Value
	}
	if a.negative {
		f.Value, f.High = -f.High, -f.Value
	}
	if year := a.year(); year > 0 && !a.unit.known() && !a.negative {
		d := Day{Year: year}
		f = Figure{Kind: Date, From: d, To: d, Start: a.start, End: a.end}
	}
	m := mark{number: a.number, unit: a.unit}
	if a.prefixed || a.negative {
		m.unit = unit{}
	}
	return sc.add(f, m)
}
