package figures

// calendar reads a date, a period or a document number that begins with digits or a Chinese numeral at i.
func (sc *scanner) calendar(i int) (end int, ok bool) {
	if r, _ := runeBefore(sc.text, i); r == '第' {
		return i, false
	}
	d, end, ok := sc.dayAt(i)
	if !ok {
		d, end, ok = sc.bareYearAt(i)
		if !ok {
			return sc.dayFirst(i)
		}
		if f, ok := sc.withinYear(i, end, d.Year); ok {
			return sc.add(f, mark{}), true
		}
		f, ok := sc.until(i, d, end, true)
		if !ok {
			return i, false
		}
		return sc.add(f, mark{}), true
	}
	if d.Month == 0 {
		if f, ok := sc.documentOfYear(i, end, d.Year); ok {
			return sc.add(f, mark{}), true
		}
		if f, ok := sc.withinYear(i, end, d.Year); ok {
			return sc.add(f, mark{}), true
		}
	}
	if f, ok := sc.until(i, d, end, false); ok {
		return sc.add(f, mark{}), true
	}
	return sc.add(Figure{Kind: Date, From: d, To: d, Start: i, End: end}, mark{}), true
}

// smallAt reads a whole number of at most four digits: 2027, 二〇二七, 十二.
func (sc *scanner) smallAt(i int) (value, digits, end int, ok bool) {
	if isDigit(sc.text, i) {
		for end = i; digits < 5; digits++ {
			d, size := digitAt(sc.text, end)
			if size == 0 {
				return value, digits, end, true
			}
			value, end = value*10+int(d), end+size
		}
		return 0, digits, end, false
	}
	n, end, ok := numeralAt(sc.text, i)
	if !ok || n.low.exp < 0 || n.form == pair || n.low.float() > 9999 {
		return 0, 0, end, false
	}
	value = int(n.low.float())
	if digits = n.digits; digits == 0 {
		digits = 2 // 十二 is a day or a month, never a year
	}
	return value, digits, end, true
}

// dayAt reads 2027年12月31日, 2021年5月, 2021年, 12月31日, 5月, 2027-12-31, 2021/05/31, 2021-05.
func (sc *scanner) dayAt(i int) (d Day, end int, ok bool) {
	value, digits, end, ok := sc.smallAt(i)
	if !ok {
		return Day{}, end, false
	}
	at := skipSpace(sc.text, end)
	if digits == 4 && value >= earliestYear && value <= 2100 {
		if next, _ := runeAt(sc.text, at+len("年")); hasAt(sc.text, at, "年") && !in(next, "级代糕") {
			at += len("年")
			if hasAt(sc.text, at, "度") {
				return Day{Year: value}, at + len("度"), true
			}
			d, end := sc.monthAt(skipSpace(sc.text, at))
			if end == 0 {
				return Day{Year: value}, at, true
			}
			d.Year = value
			return d, end, d.valid()
		}
		if value >= 1900 {
			return sc.isoAt(value, end)
		}
	}
	if digits <= 2 {
		if d, end := sc.monthAt(i); end > 0 {
			return d, end, d.valid()
		}
	}
	return Day{}, end, false
}

// monthAt reads 12月31日, 12 月, 五月; end is 0 when there is none.
func (sc *scanner) monthAt(i int) (d Day, end int) {
	month, digits, end, ok := sc.smallAt(i)
	at := skipSpace(sc.text, end)
	if !ok || digits > 2 || month < 1 || month > 12 || !hasAt(sc.text, at, "月") {
		return Day{}, 0
	}
	end = at + len("月")
	d.Month = month
	day, digits, next, ok := sc.smallAt(skipSpace(sc.text, end))
	next = skipSpace(sc.text, next)
	if ok && digits <= 2 && day >= 1 && day <= 31 && (hasAt(sc.text, next, "日") || hasAt(sc.text, next, "号")) {
		d.Day, end = day, next+len("日")
	}
	return d, end
}

// isoAt reads the rest of 2027-12-31, 2021/05/31, 2021.05.31 or 2021-05 behind the year.
func (sc *scanner) isoAt(year, i int) (d Day, end int, ok bool) {
	r, size := runeAt(sc.text, i)
	if !in(r, "-/.－") {
		return Day{}, i, false
	}
	month, monthDigits, end, ok := sc.digitsAt(i + size)
	if !ok || month < 1 || month > 12 {
		return Day{}, i, false
	}
	d = Day{Year: year, Month: month}
	if again, size := runeAt(sc.text, end); again == r {
		if day, _, next, ok := sc.digitsAt(end + size); ok && day >= 1 && day <= daysIn(year, month) {
			d.Day = day
			return d, next, !isLetter(sc.text, next) || hasAt(sc.text, next, "T")
		}
	}
	more := hasAt(sc.text, end, "-") && isDigit(sc.text, end+1)
	return d, end, r == '-' && monthDigits == 2 && !more && !isLetter(sc.text, end)
}

// digitsAt reads one or two digits.
func (sc *scanner) digitsAt(i int) (value, digits, end int, ok bool) {
	if !isDigit(sc.text, i) {
		return 0, 0, i, false
	}
	value, digits, end, ok = sc.smallAt(i)
	return value, digits, end, ok && digits <= 2
}

// bareYearAt reads four digits that no unit follows.
func (sc *scanner) bareYearAt(i int) (Day, int, bool) {
	if !isDigit(sc.text, i) {
		return Day{}, i, false
	}
	year, digits, end, ok := sc.smallAt(i)
	return Day{Year: year}, end, ok && digits == 4 && year >= 1900 && year <= 2100
}

// until reads the second half of a period that begins with from: 2023—2027, 2024-10-01—2027-12-31, 2021年5月至9月.
// A bare year takes only a second year, for 2000—3000万元 is an amount.
func (sc *scanner) until(i int, from Day, end int, bare bool) (Figure, bool) {
	at, ok := sc.rangeSeparator(end)
	if !ok {
		return Figure{}, false
	}
	to, next, ok := sc.dayAt(at)
	if !ok {
		if to, next, ok = sc.bareYearAt(at); ok {
			u, _ := unitAt(sc.text, sc.lower, next, arabic)
			exp, _ := sc.scaleAt(next, arabic)
			ok = !u.known() && exp == 0 && pointAt(sc.text, next) == 0
		}
	}
	if !ok && !bare {
		to, next, ok = sc.englishDayAt(at)
	}
	if !ok || bare && to.Year == 0 {
		return Figure{}, false
	}
	if to.Year == 0 {
		to.Year = from.Year
	} else if from.Year == 0 {
		from.Year = to.Year
	}
	if to.before(from) {
		return Figure{}, false
	}
	return Figure{Kind: Period, From: from, To: to, Start: i, End: next}, true
}

func (d Day) before(e Day) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month && d.Month > 0 && e.Month > 0 {
		return d.Month < e.Month
	}
	return d.Month == e.Month && d.Day > 0 && d.Day < e.Day
}
