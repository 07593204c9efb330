package figures

// labels are English words that number what follows them, with the Chinese unit of the ordinal.
var labels = map[string]string{
	"article": "条", "articles": "条", "art": "条", "arts": "条", "clause": "条", "clauses": "条", "paragraph": "款", "paragraphs": "款",
	"item": "项", "items": "项", "chapter": "章", "chapters": "章", "section": "节", "sections": "节", "phase": "期", "batch": "批", "years": "年",
}

// labelled reads Article 12, Articles 46 and 48; number is where the digits may begin.
func (sc *scanner) labelled(i, number int, unit string) int {
	if hasAt(sc.text, number, ".") {
		number++
	}
	at := skipSpace(sc.text, number)
	start := i
	for range maxSerials {
		n, end, ok := arabicAt(sc.text, at)
		if !ok && isLetter(sc.text, at) { // phase two
			n, end, ok = wordNumberAt(sc.lower, at)
			n.digits = 1
		}
		if !ok || n.long || n.digits == 0 || isLetter(sc.text, end) {
			break
		}
		f := Figure{Kind: Ordinal, Unit: unit, Value: n.low.float(), High: n.low.float(), Start: start, End: end}
		if after, ok := sc.rangeSeparator(end); ok && isDigit(sc.text, after) {
			if m, next, ok := arabicAt(sc.text, after); ok && m.digits > 0 && m.low.float() > n.low.float() && !isLetter(sc.text, next) {
				f.High, f.End, end = m.low.float(), next, next
			}
		}
		if unit == "年" && !sc.yearsOf(f, end) {
			break
		}
		number = sc.add(f, mark{})
		at = sc.listSeparator(end)
		if at == end {
			break
		}
		start = at
	}
	return number
}

// yearsOf reports whether f, behind "years", numbers years: years 1–5, but not "in recent years 35 firms".
func (sc *scanner) yearsOf(f Figure, end int) bool {
	u, _ := unitAt(sc.text, sc.lower, end, arabic)
	return f.High > f.Value && f.High < 100 && !u.known()
}

// englishOrdinals are the words; the first three are also adverbs and need a noun behind them.
var englishOrdinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}

// ordinalWord reads "fourth batch", "first half of 2021", "third quarter"; value is the word's, end its end.
func (sc *scanner) ordinalWord(i, end, value int) int {
	next := end
	if hasAt(sc.text, end, " ") || hasAt(sc.text, end, "-") {
		next = end + 1
	}
	word := sc.lower[next:wordEnd(sc.lower, next)]
	after := next + len(word)
	switch {
	case word == "half" && value <= 2:
		return sc.partOfYear(i, after, 6*value-5, 6*value, "half")
	case word == "quarter" && value <= 4:
		return sc.partOfYear(i, after, 3*value-2, 3*value, "quarter")
	}
	if value == 1 {
		if n, _, stop, ok := sc.smallAt(next); ok && n >= 1 && n <= 12 && hasAt(sc.lower, stop, " months") {
			return sc.partOfYear(i, stop+len(" months"), 1, n, "")
		}
	}
	name, ok := nouns[word]
	if unit, isUnit := wordUnits[word]; isUnit && unit.kind == Duration {
		name, ok = map[string]string{"year": "年", "d": "日", "month": "月"}[unit.name], true
	}
	if labels[word] != "" {
		name = labels[word]
	}
	if !ok || name == "" || value <= 3 && name != "批" && name != "期" && name != "届" && name != "年" && name != "条" && name != "轮" {
		if value <= 3 {
			return end
		}
		name, after = "", end
	}
	return sc.add(Figure{Kind: Ordinal, Unit: name, Value: float64(value), High: float64(value), Start: i, End: after}, mark{})
}

// partOfYear adds a period of the year named behind it: " of 2021", " 2021".
func (sc *scanner) partOfYear(i, end, from, to int, unit string) int {
	at := skipSpace(sc.text, end)
	if hasAt(sc.lower, at, "of ") {
		at += len("of ")
	}
	year := 0
	if y, next, ok := sc.bareYearAt(at); ok && at > end && !isLetter(sc.text, next) {
		year, end = y.Year, next
	}
	return sc.add(Figure{Kind: Period, Unit: unit, From: Day{Year: year, Month: from}, To: Day{Year: year, Month: to}, Start: i, End: end}, mark{})
}

// digitOrdinal reads the st, nd, rd or th behind digits that end at i, and a noun: 21st, 4th batch.
func (sc *scanner) digitOrdinal(n number, start, i int) (int, bool) {
	end := sc.ordinalSuffix(i)
	if end == i || n.digits == 0 {
		return i, false
	}
	f := Figure{Kind: Ordinal, Value: n.low.float(), High: n.low.float(), Start: start, End: end}
	if hasAt(sc.text, end, " ") {
		next := wordEnd(sc.lower, end+1)
		word := sc.lower[end+1 : next]
		if name := nouns[word]; name != "" && name != "个" {
			f.Unit, f.End = name, next
		} else if u := wordUnits[word]; u.name == "year" {
			f.Unit, f.End = "年", next
		}
	}
	return sc.add(f, mark{}), true
}
