package figures

// code reads an identifier that begins with digits: 415X, 4C, 0578-2091234, 1.2.3.
func (sc *scanner) code(i int) (end int, ok bool) {
	if !isDigit(sc.text, i) {
		return i, false
	}
	n, after, ok := arabicAt(sc.text, i)
	if !ok {
		return i, false
	}
	if end, ok := sc.digitOrdinal(n, i, after); ok {
		return end, true
	}
	if end, ok = sc.codeEnd(i); !ok {
		return i, false
	}
	return sc.add(Figure{Kind: Code, Start: i, End: end}, mark{}), true
}

// codeEnd finds out whether the digits at i belong to an identifier, and where that ends.
func (sc *scanner) codeEnd(i int) (end int, ok bool) {
	n, end, ok := arabicAt(sc.text, i)
	if !ok {
		return i, false
	}
	if n.long {
		return sc.tokenEnd(end), true
	}
	switch {
	case isLetter(sc.text, end):
		if u, _ := unitAt(sc.text, sc.lower, end, arabic); u.known() {
			return i, false
		}
		if exp, _ := sc.englishScaleAt(end, false); exp > 0 {
			return i, false
		}
		return sc.tokenEnd(end), true
	case n.digits == 0 && pointAt(sc.text, end) > 0: // 1.2.3
		return sc.tokenEnd(end), true
	case hasAt(sc.text, end, "-") && isDigit(sc.text, end+1):
		_, _, next := run(sc.text, end+1)
		if n.zeros || hasAt(sc.text, next, "-") && isDigit(sc.text, next+1) {
			return sc.tokenEnd(next), true
		}
		if n.year() > 0 { // 2022-36983, but not 2000-3000万元
			if u, _ := unitAt(sc.text, sc.lower, next, arabic); u.known() {
				return i, false
			}
			exp, _ := sc.scaleAt(next, arabic)
			return sc.tokenEnd(next), exp == 0
		}
	case n.zeros && hasAt(sc.text, end, ":") && isDigit(sc.text, end+1): // 09:30
		_, _, next := run(sc.text, end+1)
		return next, true
	case n.zeros:
		u, _ := unitAt(sc.text, sc.lower, end, arabic)
		exp, _ := sc.scaleAt(end, arabic)
		return end, !u.known() && exp == 0
	}
	return i, false
}

// tokenEnd is the end of letters and digits joined by hyphens, dots and underscores.
func (sc *scanner) tokenEnd(i int) int {
	for {
		_, size := digitAt(sc.text, i)
		switch {
		case size > 0:
			i += size
		case isLetter(sc.text, i):
			i++
		case i+1 < len(sc.text) && (sc.text[i] == '-' || sc.text[i] == '.' || sc.text[i] == '_') && (isDigit(sc.text, i+1) || isLetter(sc.text, i+1)):
			i++
		default:
			return i
		}
	}
}

// address skips a web address at i; its digits are one code.
func (sc *scanner) address(i int) (end int, ok bool) {
	if !hasAt(sc.lower, i, "http://") && !hasAt(sc.lower, i, "https://") && !hasAt(sc.lower, i, "www.") {
		return i, false
	}
	digits := false
	for end = i; end < len(sc.text) && sc.text[end] > ' ' && sc.text[end] < 0x7F && sc.text[end] != ')' && sc.text[end] != '|'; end++ {
		digits = digits || isDigit(sc.text, end)
	}
	if digits {
		sc.add(Figure{Kind: Code, Start: i, End: end}, mark{})
	}
	return end, true
}
