package figures

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxCue is how many bytes before a figure its bound may begin.
const maxCue = 48

// boundBefore reads the bound in the text that ends where a figure starts; begin is where the bound's words do.
// Figures before it must have been cut off.
func boundBefore(text, lower string, kind Kind) (b Bound, begin int) {
	floor := max(0, len(text)-maxCue)
	for floor < len(text) && !utf8.RuneStart(text[floor]) {
		floor++
	}
	end := trimFillers(lower, floor, len(text))
	if end > floor && isLetter(lower, end-1) {
		if b, begin, ok := englishBefore(lower, floor, end, kind); ok {
			return b, begin
		}
		return Exact, len(text)
	}
	if b, begin, ok := hanBefore(text, floor, end, kind); ok {
		return b, begin
	}
	if b, begin, ok := hanApart(text, floor, end); ok {
		return b, begin
	}
	return Exact, len(text)
}

// fillers may stand between a bound and its figure.
var fillers = []string{"人民币", "可达", "为", "是", "有", "在", " a", " an", " the", " of", " rmb", "共"}

// trimFillers moves end back over spaces, one colon and fillers.
func trimFillers(lower string, floor, end int) int {
	for range 6 {
		start := end
		for end > floor {
			r, size := utf8.DecodeLastRuneInString(lower[floor:end])
			if !isSpace(r) && !in(r, "：:") {
				break
			}
			end -= size
		}
		for _, filler := range fillers {
			if strings.HasSuffix(lower[floor:end], filler) {
				end -= len(filler)
				break
			}
		}
		if end == start {
			break
		}
	}
	return end
}

// boundAfter reads the bound behind a figure that ends at i, and where it ends: 以上, 以内, or more.
func boundAfter(text, lower string, i int, kind Kind) (Bound, int) {
	at := skipSpace(text, i)
	r, _ := runeAt(text, at)
	if r == '（' || r == '(' { // 50%（含）以上
		for _, inclusive := range []string{"（含）", "(含)", "（含本数）", "（不含）"} {
			if hasAt(text, at, inclusive) {
				at += len(inclusive)
				break
			}
		}
		r, _ = runeAt(text, at)
	}
	for _, cue := range hanSuffixes[r] {
		if !hasAt(text, at, cue.text) {
			continue
		}
		end := at + len(cue.text)
		next, _ := runeAt(text, end)
		if in(next, cue.not) || !cue.fits(kind) {
			continue
		}
		return cue.bound, end
	}
	for _, cue := range englishSuffixes {
		if hasAt(lower, at, cue.text) && !isLetter(lower, at+len(cue.text)) && !isDigit(lower, at+len(cue.text)) {
			return cue.bound, at + len(cue.text)
		}
	}
	return Exact, i
}

type suffix struct {
	text  string
	bound Bound
	not   string
	kinds []Kind // nil for all
}

func (s suffix) fits(kind Kind) bool {
	return s.kinds == nil || slices.Contains(s.kinds, kind)
}

var hanSuffixes = map[rune][]suffix{
	'以': {{text: "以上", bound: AtLeast}, {text: "以下", bound: AtMost}, {text: "以内", bound: AtMost},
		{text: "以前", bound: AtMost, kinds: []Kind{Date}}, {text: "以后", bound: Above, kinds: []Kind{Date}}, {text: "以来", bound: AtLeast, kinds: []Kind{Date}}},
	'及': {{text: "及以上", bound: AtLeast}, {text: "及以下", bound: AtMost}},
	'之': {{text: "之内", bound: AtMost}, {text: "之前", bound: AtMost, kinds: []Kind{Date}}, {text: "之后", bound: Above, kinds: []Kind{Date}}},
	'内': {{text: "内", bound: AtMost, not: "部容外资陆需蒙地", kinds: []Kind{Duration}}},
	'前': {{text: "前", bound: AtMost, not: "三后", kinds: []Kind{Date}}}, '后': {{text: "后", bound: Above, kinds: []Kind{Date}}},
	'底': {{text: "底前", bound: AtMost, kinds: []Kind{Date}}}, '止': {{text: "止", bound: AtMost, kinds: []Kind{Date}}},
	'起': {{text: "起", bound: AtLeast, not: "诉草点", kinds: []Kind{Date, Money}}},
	'左': {{text: "左右", bound: About}}, '上': {{text: "上下", bound: About}},
	'封': {{text: "封顶", bound: AtMost}}, '为': {{text: "为限", bound: AtMost}, {text: "为上限", bound: AtMost}},
	'多': {{text: "多", bound: Above, not: "层元样次少", kinds: []Kind{Duration, Length, Ratio, Weight, Area}}},
	'余': {{text: "余", bound: Above, not: "额下地", kinds: []Kind{Duration, Length, Ratio, Weight, Area}}},
}
