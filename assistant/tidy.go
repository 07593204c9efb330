package assistant

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	citationForms = regexp.MustCompile(`[\[【［]\^?\s*(\d{1,3}(?:\s*[,，、]\s*\d{1,3})*)\s*[\]】］]`)
	doubleBracket = regexp.MustCompile(`\[(\[\d{1,3}\])\]`)
	citationComma = regexp.MustCompile(`\s*[,，、]\s*`)
	presentation  = regexp.MustCompile(`^(?:\s*(?:#{1,6}\s+|[-*•·>]\s+|\d{1,2}[.、)）]\s+))+|^\s*(?:-{3,}|\*{3,}|_{3,})\s*$`)
	emphasis      = regexp.MustCompile(`\*{1,3}([^*\n]+)\*{1,3}|__([^_\n]+)__`)
)

// fullWidth is how far the full-width form of a letter or digit is from itself.
const fullWidth = '０' - '0'

// tidy is a model's line as it may be shown, if it is true: citations in the one form that the page links, no marks of
// bold type, lists or headings, which the page would print as they stand, and no characters that cannot be seen. What
// is left is what the guard reads, so that what is checked is what is shown.
func tidy(line string) string {
	line = strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.In(r, unicode.Cf, unicode.Cc, unicode.Variation_Selector):
			return -1
		case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ', r == '．':
			return r - fullWidth
		}
		return r
	}, line)
	line = presentation.ReplaceAllString(line, "")
	line = emphasis.ReplaceAllString(line, "$1$2")
	line = citationForms.ReplaceAllStringFunc(line, func(m string) string {
		inner := citationForms.FindStringSubmatch(m)[1]
		return "[" + strings.Join(citationComma.Split(inner, -1), "][") + "]"
	})
	return strings.TrimSpace(doubleBracket.ReplaceAllString(line, "$1"))
}
