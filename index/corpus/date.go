package corpus

import (
	"cmp"
	"fmt"
	"time"
)

// partialDate is a date as precise as it is held: month and day are 0 where unknown.
type partialDate struct{ year, month, day int }

// parseDate reads YYYY, YYYY-MM or YYYY-MM-DD, and only days that the calendar has.
func parseDate(s string) (partialDate, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		d := partialDate{year: t.Year()}
		if len(s) > len("2006") {
			d.month = int(t.Month())
		}
		if len(s) > len("2006-01") {
			d.day = t.Day()
		}
		return d, true
	}
	return partialDate{}, false
}

// compare orders two dates as far as both are known: 2022 and 2022-10 are equal.
func (d partialDate) compare(e partialDate) int {
	c := cmp.Compare(d.year, e.year)
	if c != 0 || d.month == 0 || e.month == 0 {
		return c
	}
	c = cmp.Compare(d.month, e.month)
	if c != 0 || d.day == 0 || e.day == 0 {
		return c
	}
	return cmp.Compare(d.day, e.day)
}

// dayOf returns the calendar day of t where t is.
func dayOf(t time.Time) partialDate {
	y, m, d := t.Date()
	return partialDate{y, int(m), d}
}

func (d partialDate) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

// passed reports whether the whole of the date lies before today: "2027" has passed on 2028-01-01.
// What is no date never passes.
func passed(date string, today partialDate) bool {
	d, ok := parseDate(date)
	return ok && d.compare(today) < 0
}

// future reports whether the whole of the date lies after today.
func future(date string, today partialDate) bool {
	d, ok := parseDate(date)
	return ok && d.compare(today) > 0
}
