package figures

// half reads 半年, 半个月, 一半's 半 and 减半; i is at 半 or 减.
func (sc *scanner) half(i, size int) int {
	switch {
	case hasAt(sc.text, i, "减半"):
		return sc.ratioOf(i, i+len("减半"), 0.5)
	case hasAt(sc.text, i, "半数"):
		return sc.ratioOf(i, i+len("半数"), 0.5)
	case hasAt(sc.text, i, "半年"):
		if r, _ := runeBefore(sc.text, i); in(r, "上下大前后") {
			return i + size
		}
		return sc.add(Figure{Kind: Duration, Unit: "year", Value: 0.5, High: 0.5, Start: i, End: i + len("半年")}, mark{})
	case hasAt(sc.text, i, "半个月"):
		return sc.add(Figure{Kind: Duration, Unit: "month", Value: 0.5, High: 0.5, Start: i, End: i + len("半个月")}, mark{})
	}
	return i + size
}

func (sc *scanner) ratioOf(i, end int, value float64) int {
	return sc.add(Figure{Kind: Ratio, Value: value, High: value, Start: i, End: end}, mark{})
}

// doubling reads 翻番, 翻一番 and 翻两番 as multiples.
func (sc *scanner) doubling(i, size int) int {
	for text, value := range map[string]float64{"翻番": 2, "翻一番": 2, "翻两番": 4, "翻三番": 8} {
		if hasAt(sc.text, i, text) {
			return sc.add(Figure{Kind: Ratio, Unit: "x", Value: value, High: value, Start: i, End: i + len(text)}, mark{})
		}
	}
	return i + size
}

// vague reads 数十家 and 几百万元 at i.
func (sc *scanner) vague(i int) int {
	n, end, ok := vagueAt(sc.text, i)
	if !ok {
		return max(end, i+len("数"))
	}
	t := term{start: i, end: end, number: n}
	if sc.measure(&t); !t.unit.known() {
		return end
	}
	return sc.addTerm(t)
}

// englishHalf reads "halved", "half of", "half the", "half rate" and "half a year".
func (sc *scanner) englishHalf(i, end int, word string) int {
	if word == "halved" {
		return sc.ratioOf(i, end, 0.5)
	}
	for _, behind := range []string{" of", " the", " rate", "-rate"} {
		if hasAt(sc.lower, end, behind) && !isLetter(sc.lower, end+len(behind)) {
			return sc.ratioOf(i, end+len(behind), 0.5)
		}
	}
	if hasAt(sc.lower, end, " a year") {
		return sc.add(Figure{Kind: Duration, Unit: "year", Value: 0.5, High: 0.5, Start: i, End: end + len(" a year")}, mark{})
	}
	return end
}

// multiplied reads "doubles" and "tripled", but not "double", which is as often an adjective: double attraction.
func (sc *scanner) multiplied(i, end int, word string) int {
	value := 2.0
	if word[0] == 't' {
		value = 3
	}
	if hasAt(sc.text, end, "-") {
		return end
	}
	return sc.add(Figure{Kind: Ratio, Unit: "x", Value: value, High: value, Start: i, End: end}, mark{})
}

// several reads "hundreds of", "dozens of" as Chinese 数百 and 数十.
func (sc *scanner) several(i, end int, word string) int {
	if !hasAt(sc.lower, end, " of") || isLetter(sc.lower, end+len(" of")) {
		return end
	}
	exp := map[string]int{"tens": 1, "dozens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9}[word]
	t := term{start: i, end: end + len(" of"), number: number{low: decimal{2, exp}, high: decimal{9, exp}, bound: About, form: spelled}}
	sc.measure(&t)
	return sc.addTerm(t)
}
