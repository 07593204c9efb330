package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// script is the way in which digits are written; digits of two scripts do not make one group.
type script uint8

const (
	notDigit script = iota
	decimal         // 0-9 in any script, full width included
	chinese         // 一二三 and 壹贰叁, one by one
)

// group is a run of digits with nothing between them.
type group struct {
	start, end int    // bytes of the text
	check      int    // end with the X that may close an identity number; else end
	digits     string // ASCII
	before     string // what separates it from the group before in its run
	taken      bool   // already masked by a surer rule
}

// maxSeparators is how many characters may stand between two groups of one number: ") " or " - ".
const maxSeparators = 3

// digitRuns returns the groups of text, those that one number could be made of together.
func digitRuns(text string) [][]group {
	var runs [][]group
	var run []group
	gap, gapStart := 0, 0 // characters since the last group and where they begin
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if _, s := digit(r); s != notDigit {
			g := readGroup(text, i)
			if len(run) > 0 {
				g.before = text[gapStart:g.start]
			}
			run = append(run, g)
			i, gap, gapStart = g.check, 0, g.check
			continue
		}
		if gap++; len(run) > 0 && (gap > maxSeparators || !separates(r)) {
			runs, run = append(runs, run), nil
		}
		i += size
	}
	if len(run) > 0 {
		runs = append(runs, run)
	}
	return runs
}

// readGroup reads the group that begins at start.
func readGroup(text string, start int) group {
	var digits strings.Builder
	_, kind := digit(runeAt(text, start))
	i := start
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		d, s := digit(r)
		if s != kind {
			break
		}
		digits.WriteByte(d)
		i += size
	}
	g := group{start: start, end: i, check: i, digits: digits.String()}
	if r := runeAt(text, i); r == 'x' || r == 'X' || r == 'ｘ' || r == 'Ｘ' {
		end := i + utf8.RuneLen(r)
		if next := runeAt(text, end); next > unicode.MaxASCII || !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			g.check = end
		}
	}
	return g
}

func runeAt(text string, i int) rune {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r
}

// digit returns the ASCII digit that r stands for.
func digit(r rune) (byte, script) {
	if '0' <= r && r <= '9' {
		return byte(r), decimal
	}
	if r <= unicode.MaxASCII {
		return 0, notDigit
	}
	if d, ok := chineseDigits[r]; ok {
		return d, chinese
	}
	// The digits of a script stand in order, and every range of the table holds whole sets of ten.
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return '0' + byte((r-rune(t.Lo))%10), decimal
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return '0' + byte((r-rune(t.Lo))%10), decimal
		}
	}
	return 0, notDigit
}

var chineseDigits = map[rune]byte{
	'〇': '0', '一': '1', '二': '2', '三': '3', '四': '4', '五': '5', '六': '6', '七': '7', '八': '8', '九': '9',
	'零': '0', '壹': '1', '贰': '2', '叁': '3', '肆': '4', '伍': '5', '陆': '6', '柒': '7', '捌': '8', '玖': '9', '幺': '1',
}

// separates says whether people write r inside a number to make it readable.
func separates(r rune) bool {
	switch r {
	case '-', '.', '_', '(', ')', '\t', '·', '．', '（', '）', '－', '＿':
		return true
	}
	return unicode.In(r, unicode.Zs, unicode.Pd, unicode.Cf)
}
