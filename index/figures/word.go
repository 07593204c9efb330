package figures

// currencyWords are currencies written before the amount.
var currencyWords = map[string]string{
	"rmb": "CNY", "cny": "CNY", "usd": "USD", "hkd": "HKD", "eur": "EUR", "jpy": "JPY", "gbp": "GBP",
}

// currencyAt reads a currency's sign or code at i: where its number begins and its name, empty when there is none.
func (sc *scanner) currencyAt(i int) (number int, name string) {
	r, size := runeAt(sc.text, i)
	switch r {
	case '¥', '￥':
		return skipSpace(sc.text, i+size), "CNY"
	case '$':
		return skipSpace(sc.text, i+size), "USD"
	case '€':
		return skipSpace(sc.text, i+size), "EUR"
	}
	end := wordEnd(sc.lower, i)
	word := sc.lower[i:end]
	if hasAt(sc.text, end, "$") && (word == "us" || word == "hk") {
		return skipSpace(sc.text, end+1), map[string]string{"us": "USD", "hk": "HKD"}[word]
	}
	if name = currencyWords[word]; name != "" {
		if r, size := runeAt(sc.text, end); r == '¥' || r == '￥' {
			end += size
		}
		return skipSpace(sc.text, end), name
	}
	return i, ""
}

// word reads what an English word at i may begin.
func (sc *scanner) word(i int) int {
	if end, ok := sc.address(i); ok {
		return end
	}
	if number, name := sc.currencyAt(i); name != "" {
		return sc.currency(i, number, name)
	}
	end := wordEnd(sc.text, i)
	word := sc.lower[i:end]
	if word == "no" || word == "nos" {
		if next := sc.numberSignAt(i, end); next > end {
			return next
		}
	}
	if monthNames[word] > 0 {
		if end, ok := sc.month(i); ok {
			return end
		}
	}
	if end-i == 1 {
		if n, next, ok := sc.shortPeriod(i); ok {
			return sc.shortPeriodOf(i, next, n)
		}
	}
	if isDigit(sc.text, end) || sc.joinsDigits(i, end) {
		return sc.add(Figure{Kind: Code, Start: i, End: sc.tokenEnd(end)}, mark{})
	}
	if unit := labels[word]; unit != "" {
		return sc.labelled(i, end, unit)
	}
	if value := englishOrdinals[word]; value > 0 {
		return sc.ordinalWord(i, end, value)
	}
	switch word {
	case "between":
		return sc.between(i, end)
	case "doubles", "doubled", "doubling", "triples", "tripled", "tripling":
		return sc.multiplied(i, end, word)
	case "half", "halved":
		return sc.englishHalf(i, end, word)
	case "hundreds", "dozens", "thousands", "tens", "millions", "billions":
		return sc.several(i, end, word)
	}
	if spelledAt(sc.lower, i) {
		return sc.spelled(i, end)
	}
	return end
}

// joinsDigits reports whether a word with a capital is the first part of a code such as COVID-19 or GB-2021.
func (sc *scanner) joinsDigits(i, end int) bool {
	if !hasAt(sc.text, end, "-") || !isDigit(sc.text, end+1) {
		return false
	}
	for ; i < end; i++ {
		if sc.text[i] < 'A' || sc.text[i] > 'Z' {
			return false
		}
	}
	return true
}

// numberSignAt reads No. 743 when digits stand behind "No" that ends at end.
func (sc *scanner) numberSignAt(i, end int) int {
	at := end
	if hasAt(sc.text, at, ".") {
		at++
	}
	number := skipSpace(sc.text, at)
	if !isDigit(sc.text, number) || at == end && (number == end || sc.text[i] != 'N') {
		return end
	}
	return sc.numberSign(i, number)
}

// shortPeriodOf adds H1 or Q3, of the year behind it.
func (sc *scanner) shortPeriodOf(i, end, n int) int {
	if sc.lower[i] == 'h' {
		return sc.partOfYear(i, end, 6*n-5, 6*n, "half")
	}
	return sc.partOfYear(i, end, 3*n-2, 3*n, "quarter")
}

// between reads "between 3% and 5%".
func (sc *scanner) between(i, end int) int {
	number, currency := sc.currencyAt(skipSpace(sc.text, end))
	if !isDigit(sc.text, number) {
		return end
	}
	a, ok := sc.term(number, currency)
	if !ok || a.long {
		return end
	}
	a.start = i
	b, ok := sc.rangeEnd(a, currency)
	if !ok {
		return end
	}
	if end, ok := sc.dated(a, b, true); ok {
		return end
	}
	return sc.addTerm(spanOf(a, b))
}

// spelled reads an amount in words. "One" is a figure only with a unit of measure: one year, but not one-off.
func (sc *scanner) spelled(i, end int) int {
	a, ok := sc.term(i, "")
	if !ok {
		return end
	}
	if next, ok := sc.englishFraction(a); ok {
		return next
	}
	if a.low.mantissa == 1 && a.scale == 0 && (!a.unit.known() || a.unit.kind == Count || a.unit.kind == Ratio) {
		return end
	}
	pronoun := a.end < len(sc.text) && !isLetter(sc.text, a.end+1) // one of the two, …
	if a.low.mantissa == 0 || !a.unit.known() && a.scale == 0 && pronoun {
		return end
	}
	return sc.finish(a, "")
}

// fractionWords are denominators.
var fractionWords = map[string]uint64{
	"third": 3, "thirds": 3, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6, "tenth": 10, "tenths": 10,
}

// englishFraction reads two-thirds and one third.
func (sc *scanner) englishFraction(a term) (int, bool) {
	if a.unit.known() || !hasAt(sc.text, a.end, " ") && !hasAt(sc.text, a.end, "-") {
		return 0, false
	}
	end := wordEnd(sc.lower, a.end+1)
	of := fractionWords[sc.lower[a.end+1:end]]
	if of == 0 || a.low.mantissa >= of {
		return 0, false
	}
	value := a.low.float() / float64(of)
	return sc.add(Figure{Kind: Ratio, Value: value, High: value, Start: a.start, End: end}, mark{}), true
}
