package figures

import "strings"

// bracketedDocument reads 国发〔2020〕8号 and Guo Fa [2020] No. 8; i is at the bracket.
func (sc *scanner) bracketedDocument(i, size int) (Figure, bool) {
	year, at, ok := sc.bareYearAt(i + size)
	if !ok {
		return Figure{}, false
	}
	r, closing := runeAt(sc.text, at)
	if !in(r, "〕]］】）)〗") {
		return Figure{}, false
	}
	at = skipSpace(sc.text, at+closing)
	english := hasAt(sc.lower, at, "no.") || hasAt(sc.lower, at, "no ")
	switch {
	case english:
		at = skipSpace(sc.text, at+len("no."))
	case hasAt(sc.text, at, "第"):
		at += len("第")
	}
	n, end, ok := sc.serialAt(at)
	if !ok {
		return Figure{}, false
	}
	at = skipSpace(sc.text, end)
	if hasAt(sc.text, at, "号") {
		end = at + len("号")
	} else if !english {
		return Figure{}, false
	}
	f := Figure{Kind: DocumentNumber, Value: n, High: n, From: year, To: year, Start: i, End: end}
	f.Unit = sc.issuerBefore(i)
	f.Start -= len(f.Unit)
	return f, true
}

// serialAt reads a document's serial number.
func (sc *scanner) serialAt(i int) (value float64, end int, ok bool) {
	n, digits, end, ok := sc.smallAt(skipSpace(sc.text, i))
	return float64(n), end, ok && (digits > 1 || n > 0)
}

// maxIssuer is how many runes of a document number's prefix are taken: 财政部税务总局公告.
const maxIssuer = 10

// issuerBefore is the Chinese prefix that ends at i, without the words that lead up to it.
func (sc *scanner) issuerBefore(i int) string {
	begin, floor := i, sc.floor()
	for range maxIssuer {
		r, size := runeBefore(sc.text, begin)
		if !isHan(r) || begin-size < floor || in(r, "依据照按见和与及由的是为根第号条据即指") {
			break
		}
		begin -= size
	}
	return sc.text[begin:i]
}

// decrees are the words before 第743号 that make it a document's number, with what may stand before them.
var decrees = []string{"国务院令", "主席令", "令", "公告", "通告", "通知", "文件"}

// decreeBefore is the decree's word that ends at i, empty when there is none.
func (sc *scanner) decreeBefore(i int) string {
	before := sc.text[sc.floor():i]
	for _, word := range decrees {
		if strings.HasSuffix(before, word) {
			return word
		}
	}
	return ""
}

// documentOfYear reads 公告2026年第10号: a year from start to i that numbers a document.
func (sc *scanner) documentOfYear(start, i, year int) (Figure, bool) {
	at := skipSpace(sc.text, i)
	if !hasAt(sc.text, at, "第") {
		return Figure{}, false
	}
	n, end, ok := sc.serialAt(at + len("第"))
	end = skipSpace(sc.text, end)
	if !ok || !hasAt(sc.text, end, "号") {
		return Figure{}, false
	}
	f := Figure{Kind: DocumentNumber, Value: n, High: n, Start: start, End: end + len("号")}
	f.From = Day{Year: year}
	f.To = f.From
	f.Unit = sc.decreeBefore(start)
	f.Start -= len(f.Unit)
	return f, true
}

// documentWords announce an English document number: Decree No. 743.
var documentWords = []string{"decree", "order", "announcement", "notice", "circular", "document", "decision", "public notice", "regulation", "bulletin"}

// numberSign reads No. 743, Announcement No. 10 of 2026, No. 1; i is at "No", digits behind it at number.
func (sc *scanner) numberSign(i, number int) int {
	n, end, ok := sc.serialAt(number)
	if !ok || !isDigit(sc.text, number) || isLetter(sc.text, end) {
		return number
	}
	f := Figure{Kind: Ordinal, Unit: "号", Value: n, High: n, Start: i, End: end}
	before := strings.TrimRight(sc.lower[sc.floor():i], " ")
	for _, word := range documentWords {
		if strings.HasSuffix(before, word) {
			f.Kind, f.Unit = DocumentNumber, ""
		}
	}
	if year, end, ok := sc.yearOfDocument(f.End); ok {
		f.Kind, f.Unit, f.From, f.To, f.End = DocumentNumber, "", year, year, end
	}
	return sc.add(f, mark{})
}

// yearOfDocument reads " of 2026", " (2026)" and "/2026" behind a document's serial number.
func (sc *scanner) yearOfDocument(i int) (Day, int, bool) {
	at := skipSpace(sc.text, i)
	r, size := runeAt(sc.text, at)
	switch {
	case hasAt(sc.lower, at, "of "):
		at += len("of ")
	case in(r, "([［〔（/"):
		at += size
	default:
		return Day{}, i, false
	}
	year, end, ok := sc.bareYearAt(at)
	if !ok || isLetter(sc.text, end) {
		return Day{}, i, false
	}
	if r, size := runeAt(sc.text, end); in(r, ")]］〕）") {
		end += size
	}
	return year, end, true
}
