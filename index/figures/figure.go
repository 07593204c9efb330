package figures

import "fmt"

// Figure is one quantity as a text states it.
type Figure struct {
	Kind Kind
	// Unit is canonical, see the units' table: "CNY", "m2", "mu", "t", "d", "month", "year", "%". Of a Count it is the Chinese
	// counter, also in English text ("家" for firms); 个 before a noun with a counter of its own takes that one (35个项目 has
	// "项"). A rate appends its denominators: "CNY/m2", "CNY/m2/year". Of a Ratio: "x" for multiples, ":" for 7:3 (whose
	// Value is 7/3), empty for fractions. Of a Period: "half", "quarter" or empty. Of a DocumentNumber: the issuer's
	// prefix (国发) where it is Chinese. Empty when unknown.
	Unit        string
	Value, High float64 // in Unit; High equals Value unless this is a range; both 0 for Date, Period and Code
	From, To    Day     // of a Date (equal), a Period, and in From.Year a DocumentNumber's year
	Bound       Bound
	Text        string // as written, with its unit, without the words of the bound where it stands without them
	Start, End  int    // bytes in the source text
}

// String returns the figure for messages: kind and text.
func (f Figure) String() string {
	return fmt.Sprintf("%v %q", f.Kind, f.Text)
}

// Kind says what a figure measures.
type Kind int

// The kinds of figure.
const (
	Number         Kind = iota // a plain number: no unit is known
	Money                      // 50万元, RMB 3 billion
	Percent                    // 10%, 7‰, 万分之五, 3个百分点 (unit "pp")
	Area                       // 100亩, 2.1万平方米
	Length                     // 2800 m, 65nm, 12英寸
	Weight                     // 4000吨
	Duration                   // 5年, 60日, 20个工作日 (unit "workday")
	Count                      // 10家, 240 apartments
	Ratio                      // 7:3, 5.5倍, 三分之一
	Quantity                   // any other measured unit: 200 km/h, 220亿立方米, 千瓦时
	Date                       // 2027-12-31, 2021年5月, 2021: as precise as written
	Period                     // 2021年上半年, 2023—2027
	DocumentNumber             // 国发〔2020〕8号, 国务院令第743号
	Ordinal                    // 第12条, 第四批, 21st
	Code                       // an identifier that holds digits: CA1873, M0, a telephone number, an address
)

var kindNames = [...]string{
	"number", "money", "percent", "area", "length", "weight", "duration", "count", "ratio", "quantity", "date", "period",
	"document number", "ordinal", "code",
}

// String returns the kind's English name.
func (k Kind) String() string {
	if k < 0 || int(k) >= len(kindNames) {
		return fmt.Sprintf("kind %d", int(k))
	}
	return kindNames[k]
}

// Bound says how a text limits a figure.
type Bound int

// The bounds. 达到 and 满 are AtLeast, 余 and 多 are Above, 近 and 不足 are Below, 约 and 左右 are About.
// Of a date AtLeast is "from", AtMost "until", Above "after".
const (
	Exact Bound = iota
	AtMost
	AtLeast
	Below
	Above
	About
)

var boundNames = [...]string{"exact", "at most", "at least", "below", "above", "about"}

// String returns the bound's English name.
func (b Bound) String() string {
	if b < 0 || int(b) >= len(boundNames) {
		return fmt.Sprintf("bound %d", int(b))
	}
	return boundNames[b]
}

func (b Bound) upper() bool { return b == AtMost || b == Below }
func (b Bound) lower() bool { return b == AtLeast || b == Above }

// Day is a calendar day, month or year. A zero Day or Month was not stated, and neither was a zero Year: 5月 is {0, 5, 0}.
type Day struct{ Year, Month, Day int }

// String returns the day as YYYY-MM-DD, as precise as it is.
func (d Day) String() string {
	switch {
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

func (d Day) valid() bool {
	return d.Month >= 0 && d.Month <= 12 && d.Day >= 0 && d.Day <= daysIn(d.Year, d.Month)
}

// daysIn is the number of days of a month; 31 for an unknown month, 29 for a February of an unknown year.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year == 0 || year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// coarser reports whether d says no more than e does: 2027 than 2027-12-31, 5月 than 2021-05.
func (d Day) coarser(e Day) bool {
	return d != (Day{}) &&
		(d.Year == 0 || d.Year == e.Year) && (d.Month == 0 || d.Month == e.Month) && (d.Day == 0 || d.Day == e.Day)
}
