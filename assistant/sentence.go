package assistant

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lvgu/index/corpus"
)

// sentence is a quotable piece of a passage.
type sentence struct {
	text string // as it stands in the passage
	lead string // the line before a list that this item belongs to; empty elsewhere
	list int    // which list of the passage this is an item of, or a part of one, counted from 1; 0: none
	line int    // of the passage, counted from 0
}

// abbreviation ends with a full stop that ends no sentence.
var abbreviation = regexp.MustCompile(`(?i)(?:\b(?:no|nos|co|ltd|inc|art|arts|approx|etc|vs|mr|ms|dr|prof|st|dept|fig|e\.g|i\.e)|\b[a-z])\.$`)

var listMark = regexp.MustCompile(`^(?:[-*•·]|\d{1,3}[.、)）]|[（(]\d{1,3}[)）])\s*`)

// sentences splits a passage. A row is one sentence; list items are sentences that remember the line they hang on.
func sentences(p *corpus.Passage) []sentence {
	if p.Kind == corpus.Row {
		return []sentence{{text: p.Text}}
	}
	var out []sentence
	lines := slices.DeleteFunc(strings.Split(p.Text, "\n"), func(line string) bool { return strings.TrimSpace(line) == "" })
	lists := listed(lines, p.Lists)
	lead := ""
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if lists[i] == 0 {
			lead = ""
			if i+1 < len(lines) && lists[i+1] != 0 && (strings.HasSuffix(line, "：") || strings.HasSuffix(line, ":")) {
				lead = line
				continue
			}
		}
		for _, s := range splitLine(line) {
			out = append(out, sentence{text: s, lead: lead, list: lists[i], line: i})
		}
	}
	return out
}

// listed says of each line which list it is an item of, counted from 1, or 0: as the page marks them, or else by the marks
// that the lines themselves begin with.
func listed(lines []string, marked []corpus.Lines) []int {
	of := make([]int, len(lines))
	n := 0
	for _, m := range marked {
		n++
		for i := m.Start; i < min(m.End, len(lines)); i++ {
			of[i] = n
		}
	}
	for i, line := range lines {
		if of[i] == 0 && listMark.MatchString(strings.TrimSpace(line)) {
			if i == 0 || of[i-1] == 0 {
				n++
			}
			of[i] = n
		}
	}
	return of
}

// splitLine cuts a line after its sentence ends. Brackets and quotation marks that close stay with their sentence.
func splitLine(line string) []string {
	var out []string
	start := 0
	for i := 0; i < len(line); {
		r, w := utf8.DecodeRuneInString(line[i:])
		next := i + w
		if endsSentence(r, line[start:next], line[next:]) {
			for next < len(line) {
				c, cw := utf8.DecodeRuneInString(line[next:])
				if !strings.ContainsRune(`”’"』」）)》`, c) {
					break
				}
				next += cw
			}
			if s := strings.TrimSpace(line[start:next]); s != "" {
				out = append(out, s)
			}
			start = next
		}
		i = next
	}
	if s := strings.TrimSpace(line[start:]); s != "" {
		out = append(out, s)
	}
	return out
}

// endsSentence reports whether r, the last rune of before, ends a sentence that after does not go on with.
func endsSentence(r rune, before, after string) bool {
	switch r {
	case '。', '！', '？':
		return true
	case '.', '!', '?':
		if after == "" {
			return true
		}
		next, w := utf8.DecodeRuneInString(after)
		if strings.ContainsRune(`”’")`, next) {
			next, _ = utf8.DecodeRuneInString(after[w:])
		}
		if !unicode.IsSpace(next) {
			return false
		}
		following := strings.TrimLeftFunc(after, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`”’")`, r) })
		first, _ := utf8.DecodeRuneInString(following)
		return !unicode.IsLower(first) && !(r == '.' && abbreviation.MatchString(before))
	default:
		return false
	}
}
