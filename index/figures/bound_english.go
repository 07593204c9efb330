package figures

import "strings"

// englishCue is English wording that bounds the figure after it.
type englishCue struct {
	text  string
	bound Bound
	dates bool // only of dates
}

// englishCues are found by their last word; of two that fit the longer is earlier.
var englishCues = englishByLast([]englishCue{
	{text: "up to", bound: AtMost}, {text: "at most", bound: AtMost}, {text: "no more than", bound: AtMost}, {text: "not more than", bound: AtMost},
	{text: "not exceeding", bound: AtMost}, {text: "not exceed", bound: AtMost}, {text: "no higher than", bound: AtMost}, {text: "not higher than", bound: AtMost},
	{text: "no longer than", bound: AtMost}, {text: "not over", bound: AtMost}, {text: "not above", bound: AtMost}, {text: "no later than", bound: AtMost},
	{text: "maximum", bound: AtMost}, {text: "max", bound: AtMost}, {text: "capped at", bound: AtMost}, {text: "cap", bound: AtMost}, {text: "limited to", bound: AtMost},
	{text: "limit", bound: AtMost}, {text: "ceiling", bound: AtMost}, {text: "within", bound: AtMost}, {text: "no greater than", bound: AtMost},
	{text: "less than", bound: Below}, {text: "fewer than", bound: Below}, {text: "lower than", bound: Below}, {text: "shorter than", bound: Below},
	{text: "smaller than", bound: Below}, {text: "below", bound: Below}, {text: "under", bound: Below}, {text: "nearly", bound: Below}, {text: "almost", bound: Below},
	{text: "close to", bound: Below}, {text: "short", bound: Below},
	{text: "at least", bound: AtLeast}, {text: "no less than", bound: AtLeast}, {text: "not less than", bound: AtLeast}, {text: "no fewer than", bound: AtLeast},
	{text: "not fewer than", bound: AtLeast}, {text: "no lower than", bound: AtLeast}, {text: "not lower than", bound: AtLeast}, {text: "not below", bound: AtLeast},
	{text: "no shorter than", bound: AtLeast}, {text: "minimum", bound: AtLeast}, {text: "min", bound: AtLeast}, {text: "starting from", bound: AtLeast},
	{text: "starting at", bound: AtLeast}, {text: "reach", bound: AtLeast}, {text: "reaches", bound: AtLeast}, {text: "reached", bound: AtLeast}, {text: "reaching", bound: AtLeast},
	{text: "more than", bound: Above}, {text: "greater than", bound: Above}, {text: "higher than", bound: Above}, {text: "longer than", bound: Above},
	{text: "larger than", bound: Above}, {text: "over", bound: Above}, {text: "above", bound: Above}, {text: "exceeding", bound: Above}, {text: "exceed", bound: Above},
	{text: "exceeds", bound: Above}, {text: "exceeded", bound: Above}, {text: "excess", bound: Above}, {text: "upwards", bound: Above}, {text: "surpassed", bound: Above},
	{text: "about", bound: About}, {text: "around", bound: About}, {text: "approximately", bound: About}, {text: "approx", bound: About}, {text: "roughly", bound: About},
	{text: "some", bound: About}, {text: "circa", bound: About}, {text: "estimated", bound: About}, {text: "estimated at", bound: About},
	{text: "since", bound: AtLeast, dates: true}, {text: "from", bound: AtLeast, dates: true}, {text: "until", bound: AtMost, dates: true}, {text: "till", bound: AtMost, dates: true},
	{text: "by", bound: AtMost, dates: true}, {text: "through", bound: AtMost, dates: true}, {text: "before", bound: AtMost, dates: true}, {text: "to", bound: AtMost, dates: true},
	{text: "after", bound: Above, dates: true},
})

func englishByLast(cues []englishCue) map[string][]englishCue {
	table := make(map[string][]englishCue)
	for _, cue := range cues {
		last := cue.text[strings.LastIndexByte(cue.text, ' ')+1:]
		at := 0
		for at < len(table[last]) && len(table[last][at].text) >= len(cue.text) {
			at++
		}
		table[last] = append(table[last][:at], append([]englishCue{cue}, table[last][at:]...)...)
	}
	return table
}

// maxWordsApart is how many words may stand between "maximum" and its figure: a maximum one-off subsidy of RMB 500,000.
const maxWordsApart = 4

// englishBefore reads an English bound that ends at end, or "maximum" and "minimum" a few words before.
func englishBefore(lower string, floor, end int, kind Kind) (Bound, int, bool) {
	start := wordStart(lower, floor, end)
	for _, cue := range englishCues[lower[start:end]] {
		begin := end - len(cue.text)
		if begin < floor || lower[begin:end] != cue.text || begin > 0 && isLetter(lower, begin-1) || cue.dates && kind != Date {
			continue
		}
		return cue.bound, begin, true
	}
	for range maxWordsApart {
		end = start
		for end > floor && (lower[end-1] == ' ' || lower[end-1] == '-') {
			end--
		}
		start = wordStart(lower, floor, end)
		switch lower[start:end] {
		case "":
			return Exact, end, false
		case "maximum", "max", "capped", "cap":
			return AtMost, start, true
		case "minimum", "min":
			return AtLeast, start, true
		}
	}
	return Exact, end, false
}

func wordStart(s string, floor, end int) int {
	for end > floor && isLetter(s, end-1) {
		end--
	}
	return end
}

var englishSuffixes = []suffix{
	{text: "or more", bound: AtLeast}, {text: "or above", bound: AtLeast}, {text: "and above", bound: AtLeast}, {text: "or over", bound: AtLeast}, {text: "and over", bound: AtLeast},
	{text: "or longer", bound: AtLeast}, {text: "or higher", bound: AtLeast}, {text: "and up", bound: AtLeast}, {text: "at least", bound: AtLeast}, {text: "minimum", bound: AtLeast},
	{text: "onwards", bound: AtLeast}, {text: "onward", bound: AtLeast}, {text: "+", bound: AtLeast},
	{text: "or less", bound: AtMost}, {text: "or below", bound: AtMost}, {text: "and below", bound: AtMost}, {text: "or under", bound: AtMost}, {text: "or fewer", bound: AtMost},
	{text: "or shorter", bound: AtMost}, {text: "at most", bound: AtMost}, {text: "maximum", bound: AtMost}, {text: "or so", bound: About},
}
