package figures

import (
	"strings"
	"unicode/utf8"
)

// bracket reads what an opening bracket at i begins: the year of a document number, or a citation, which is no figure.
func (sc *scanner) bracket(i, size int) int {
	if f, ok := sc.bracketedDocument(i, size); ok {
		return sc.add(f, mark{})
	}
	if end, ok := sc.citation(i, size); ok {
		sc.ignored = append(sc.ignored, span{i, end})
		return end
	}
	return i + size
}

// maxCitation bounds [1, 2, 3].
const maxCitation = 24

// citation skips [1], [1, 2] and 【3】. Brackets do not hide an amount: [500]万元 is no citation.
func (sc *scanner) citation(i, size int) (end int, ok bool) {
	open, _ := runeAt(sc.text, i)
	if open == '(' || open == '（' || open == '〔' {
		return i, false
	}
	for end = i + size; end < len(sc.text) && end-i <= maxCitation; {
		_, digits, next := run(sc.text, end)
		if digits == 0 || digits > 2 {
			return i, false
		}
		end = skipSpace(sc.text, next)
		r, width := runeAt(sc.text, end)
		end += width
		if in(r, "]］】〗") {
			return end, !sc.amountFollows(end)
		}
		if !in(r, ",，、-–—;") {
			return i, false
		}
		end = skipSpace(sc.text, end)
	}
	return i, false
}

// amountFollows reports whether a scale, a currency or a percent sign stands at i.
func (sc *scanner) amountFollows(i int) bool {
	if exp, _ := sc.scaleAt(i, arabic); exp > 0 {
		return true
	}
	if exp, _ := sc.englishScaleAt(i, false); exp > 0 {
		return true
	}
	u, _ := simpleUnitAt(sc.text, sc.lower, skipSpace(sc.text, i), arabic)
	switch u.kind {
	case Money, Percent, Area, Length, Weight:
		return u.known()
	}
	return false
}

// listMarker is behind the "1." or "2、" that begins a line, or 0.
func (sc *scanner) listMarker(i int) int {
	_, digits, end := run(sc.text, i)
	if digits > 2 || !sc.beginsLine(i) {
		return 0
	}
	r, size := runeAt(sc.text, end)
	if !in(r, ".、)）．") {
		return 0
	}
	next, _ := runeAt(sc.text, end+size)
	if r == '.' && next != ' ' && !isHan(next) || isDigit(sc.text, end+size) || next == utf8.RuneError || next == 0 {
		return 0
	}
	if sc.amountFollows(end + size) {
		return 0
	}
	return end + size
}

func (sc *scanner) beginsLine(i int) bool {
	for i > 0 && (sc.text[i-1] == ' ' || sc.text[i-1] == '\t' || sc.text[i-1] == '(' || sc.text[i-1] == '#') {
		i--
	}
	if strings.HasSuffix(sc.text[:i], "（") {
		i -= len("（")
	}
	return i == 0 || sc.text[i-1] == '\n'
}
