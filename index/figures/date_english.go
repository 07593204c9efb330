package figures

var monthNames = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// monthNameAt reads a month's name with a capital, for may and march are also verbs.
func (sc *scanner) monthNameAt(i int) (month, end int) {
	end = wordEnd(sc.text, i)
	month = monthNames[sc.lower[i:end]]
	if month == 0 || sc.text[i] > 'Z' || isDigit(sc.text, end) {
		return 0, end
	}
	if hasAt(sc.text, end, ".") && end-i <= 4 { // Dec. 31
		end++
	}
	return month, end
}

// englishDayAt reads December 31, 2027, December 2027, December 31, Dec 2027.
func (sc *scanner) englishDayAt(i int) (d Day, end int, ok bool) {
	if !isLetter(sc.text, i) {
		return sc.dayOfMonthAt(i)
	}
	month, end := sc.monthNameAt(i)
	if month == 0 {
		return Day{}, end, false
	}
	d.Month = month
	at := skipSpace(sc.text, end)
	if day, digits, next, ok := sc.smallAt(at); ok && isDigit(sc.text, at) && digits <= 2 && day >= 1 && day <= 31 {
		next = sc.ordinalSuffix(next)
		if !isLetter(sc.text, next) {
			d.Day, end = day, next
		}
	}
	return sc.yearBehind(d, end)
}

// dayOfMonthAt reads 31 December 2027, 1st of May.
func (sc *scanner) dayOfMonthAt(i int) (d Day, end int, ok bool) {
	day, digits, end, ok := sc.smallAt(i)
	if !ok || digits > 2 || day < 1 || day > 31 || !isDigit(sc.text, i) {
		return Day{}, i, false
	}
	end = skipSpace(sc.text, sc.ordinalSuffix(end))
	if hasAt(sc.lower, end, "of ") {
		end += len("of ")
	}
	if !isLetter(sc.text, end) {
		return Day{}, i, false
	}
	d.Day = day
	if d.Month, end = sc.monthNameAt(end); d.Month == 0 {
		return Day{}, i, false
	}
	return sc.yearBehind(d, end)
}

// yearBehind completes d with the year behind it, if there is one: ", 2027", " of 2027", " 2027".
func (sc *scanner) yearBehind(d Day, i int) (Day, int, bool) {
	at := i
	if hasAt(sc.text, at, ",") {
		at++
	}
	at = skipSpace(sc.text, at)
	if hasAt(sc.lower, at, "of ") {
		at += len("of ")
	}
	if at > i {
		if year, end, ok := sc.bareYearAt(at); ok && !isLetter(sc.text, end) {
			d.Year, i = year.Year, end
		}
	}
	return d, i, d.valid()
}

// ordinalSuffix skips st, nd, rd and th at i.
func (sc *scanner) ordinalSuffix(i int) int {
	for _, suffix := range [...]string{"st", "nd", "rd", "th"} {
		if hasAt(sc.lower, i, suffix) && !isLetter(sc.text, i+2) {
			return i + 2
		}
	}
	return i
}

// dayFirst reads a date or period that begins with a day and an English month.
func (sc *scanner) dayFirst(i int) (int, bool) {
	d, end, ok := sc.dayOfMonthAt(i)
	if !ok {
		return i, false
	}
	return sc.addEnglishDay(i, d, end), true
}

// addEnglishDay adds the date, or the period that it begins.
func (sc *scanner) addEnglishDay(i int, d Day, end int) int {
	if f, ok := sc.until(i, d, end, false); ok {
		return sc.add(f, mark{})
	}
	return sc.add(Figure{Kind: Date, From: d, To: d, Start: i, End: end}, mark{})
}

// month reads a date that begins with a month's name. A month alone is a date only when no other word is spelled so.
func (sc *scanner) month(i int) (end int, ok bool) {
	d, end, ok := sc.englishDayAt(i)
	if !ok || d.Day == 0 && d.Year == 0 && (d.Month == 3 || d.Month == 5 || d.Month == 8 || end-i < 4) {
		if d.Month > 0 && ok { // "January to June 2021", but also "May to September 2021"
			if f, ok := sc.until(i, d, end, false); ok && f.From.Year > 0 {
				return sc.add(f, mark{}), true
			}
		}
		return i, false
	}
	return sc.addEnglishDay(i, d, end), true
}
