package figures

import "strings"

// withinYear reads a half, a quarter or the first months of the year that ends at i: 2021年上半年, 2021H1, 2021年前11个月.
func (sc *scanner) withinYear(start, i, year int) (Figure, bool) {
	at := skipSpace(sc.text, i)
	f := Figure{Kind: Period, Start: start}
	months := func(from, to, end int, unit string) (Figure, bool) {
		f.From, f.To, f.End, f.Unit = Day{Year: year, Month: from}, Day{Year: year, Month: to}, end, unit
		return f, true
	}
	switch {
	case hasAt(sc.text, at, "上半年"):
		return months(1, 6, at+len("上半年"), "half")
	case hasAt(sc.text, at, "下半年"):
		return months(7, 12, at+len("下半年"), "half")
	case hasAt(sc.text, at, "前三季度"):
		return months(1, 9, at+len("前三季度"), "")
	}
	if n, end, ok := sc.shortPeriod(at); ok {
		if strings.HasPrefix(sc.lower[at:], "h") {
			return months(6*n-5, 6*n, end, "half")
		}
		return months(3*n-2, 3*n, end, "quarter")
	}
	if n, end, ok := sc.quarterAt(at); ok {
		return months(3*n-2, 3*n, end, "quarter")
	}
	if hasAt(sc.text, at, "前") {
		n, digits, end, ok := sc.smallAt(skipSpace(sc.text, at+len("前")))
		end = skipSpace(sc.text, end)
		if hasAt(sc.text, end, "个") {
			end += len("个")
		}
		if ok && digits <= 2 && n >= 1 && n <= 12 && hasAt(sc.text, end, "月") {
			return months(1, n, end+len("月"), "")
		}
	}
	return sc.monthsOf(at, months)
}

// monthsOf reads 1—11月 behind a year.
func (sc *scanner) monthsOf(i int, months func(from, to, end int, unit string) (Figure, bool)) (Figure, bool) {
	from, digits, end, ok := sc.smallAt(i)
	if !ok || digits > 2 || from < 1 {
		return Figure{}, false
	}
	at, ok := sc.rangeSeparator(end)
	if !ok {
		return Figure{}, false
	}
	to, end := sc.monthAt(at)
	if end == 0 || to.Month < from || to.Day > 0 {
		return Figure{}, false
	}
	return months(from, to.Month, end, "")
}

// quarterAt reads 第三季度, 一季度, 3季度.
func (sc *scanner) quarterAt(i int) (n, end int, ok bool) {
	if hasAt(sc.text, i, "第") {
		i += len("第")
	}
	n, digits, end, ok := sc.smallAt(skipSpace(sc.text, i))
	end = skipSpace(sc.text, end)
	ok = ok && digits == 1 && n >= 1 && n <= 4 && hasAt(sc.text, end, "季度")
	return n, end + len("季度"), ok
}

// shortPeriod reads H1 and Q3.
func (sc *scanner) shortPeriod(i int) (n, end int, ok bool) {
	if !hasAt(sc.lower, i, "h") && !hasAt(sc.lower, i, "q") {
		return 0, i, false
	}
	d, size := digitAt(sc.text, i+1)
	end = i + 1 + size
	n = int(d)
	ok = size > 0 && n >= 1 && (n <= 2 || n <= 4 && sc.lower[i] == 'q') && !isDigit(sc.text, end) && !isLetter(sc.text, end)
	return n, end, ok
}

// halfYear reads 上半年 and 下半年 of an unnamed year.
func (sc *scanner) halfYear(i, size int) int {
	if !hasAt(sc.text, i+size, "半年") {
		return i + size
	}
	f := Figure{Kind: Period, Unit: "half", From: Day{Month: 1}, To: Day{Month: 6}, Start: i, End: i + size + len("半年")}
	if hasAt(sc.text, i, "下") {
		f.From.Month, f.To.Month = 7, 12
	}
	return sc.add(f, mark{})
}
