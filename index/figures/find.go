package figures

import (
	"slices"
	"strings"
)

// Find returns the figures of text, in order. They do not overlap.
func Find(text string) []Figure {
	return scan(text, false).found
}

// Has reports whether text holds a figure of one of the kinds; of any kind when none is given.
func Has(text string, kinds ...Kind) bool {
	for _, f := range Find(text) {
		if len(kinds) == 0 || slices.Contains(kinds, f.Kind) {
			return true
		}
	}
	return false
}

// scanner walks through a text once. Each method that reads something at an offset returns where that ends. Readers may try
// the same words one after another, but none goes back behind the last figure, so that the whole is linear.
type scanner struct {
	text  string
	lower string // text with ASCII letters in lower case; offsets are the same
	weak  bool   // also read idioms that hold a number, which support a figure but are none: 五大产业集群
	found []Figure
	marks []mark // one for each of found

	ignored []span   // citations and the numbers of list items
	bare    []Figure // 万元 and 百万, in weak mode
}

type span struct{ start, end int }

// mark is what a list needs to know of how a figure was written.
type mark struct {
	number number
	unit   unit // written behind the number; zero when it stands before it
}

// scanAll reads text with its idioms.
func scanAll(text string) *scanner { return scan(text, true) }

func scan(text string, weak bool) *scanner {
	sc := &scanner{text: text, lower: lowerASCII(text), weak: weak}
	for i := 0; i < len(text); {
		i = sc.next(i)
	}
	sc.shareUnits()
	return sc
}

// ignores reports whether i is within a citation or the number of a list's item.
func (sc *scanner) ignores(i int) bool {
	at, found := slices.BinarySearchFunc(sc.ignored, i, func(s span, i int) int { return s.start - i })
	return found || at > 0 && i < sc.ignored[at-1].end
}

// next reads what begins at i and returns where to go on.
func (sc *scanner) next(i int) int {
	c := sc.text[i]
	switch {
	case isDigit(sc.text, i):
		if end := sc.listMarker(i); end > i {
			sc.ignored = append(sc.ignored, span{i, end})
			return end
		}
		return sc.quantity(i)
	case c == '[' || c == '(':
		return sc.bracket(i, 1)
	case c == '$':
		return sc.currency(i, i+1, "USD")
	case c == '-' || c == '+':
		return sc.signed(i, 1)
	case c == '.' && isDigit(sc.text, i+1) && !isDigit(sc.text, i-1) && sc.startsWord(i):
		return sc.quantity(i)
	case isLetter(sc.text, i):
		return sc.word(i)
	case c < 0x80:
		return i + 1
	}
	r, size := runeAt(sc.text, i)
	switch r {
	case '−', '－':
		return sc.signed(i, size)
	case '〔', '［', '【', '（', '〖':
		return sc.bracket(i, size)
	case '¥', '￥':
		return sc.currency(i, i+size, "CNY")
	case '€':
		return sc.currency(i, i+size, "EUR")
	case '£':
		return sc.currency(i, i+size, "GBP")
	}
	return sc.han(i, r, size)
}

// han reads what a Chinese rune may begin.
func (sc *scanner) han(i int, r rune, size int) int {
	switch r {
	case '第':
		return sc.numbered(i)
	case '人':
		if strings.HasPrefix(sc.text[i:], "人民币") {
			return sc.currency(i, i+len("人民币"), "CNY")
		}
	case '数', '几':
		return sc.vague(i)
	case '上', '下':
		return sc.halfYear(i, size)
	case '半', '减':
		return sc.half(i, size)
	case '翻':
		return sc.doubling(i, size)
	}
	if !isNumeral(r) {
		return i + size
	}
	if end := sc.idiom(i); end > i {
		return end
	}
	return sc.quantity(i)
}

// startsWord reports whether what begins at i is not the rest of a word or number.
func (sc *scanner) startsWord(i int) bool {
	return i == 0 || !isLetter(sc.text, i-1) && !isDigit(sc.text, i-1)
}

// floor is where the last figure ended: no bound and no prefix reaches further back.
func (sc *scanner) floor() int {
	if len(sc.found) == 0 {
		return 0
	}
	return sc.found[len(sc.found)-1].End
}

// usualFigures is room for a paragraph's.
const usualFigures = 16

// add completes f, which has Kind, Unit, values, Start and End, with its bound and text. It returns the figure's end.
func (sc *scanner) add(f Figure, m mark) int {
	floor := sc.floor()
	f.Start = max(f.Start, floor)
	if f.Kind != Code && f.Kind != DocumentNumber {
		before, _ := boundBefore(sc.text[floor:f.Start], sc.lower[floor:f.Start], f.Kind)
		after, _ := boundAfter(sc.text, sc.lower, f.End, f.Kind)
		switch {
		case after != Exact:
			f.Bound = after
		case before != Exact:
			f.Bound = before
		}
	}
	f.Text = sc.text[f.Start:f.End]
	if sc.found == nil {
		sc.found, sc.marks = make([]Figure, 0, usualFigures), make([]mark, 0, usualFigures)
	}
	sc.found = append(sc.found, f)
	sc.marks = append(sc.marks, m)
	return f.End
}
