package assistant

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// whole takes the finished sentences off the beginning of a text that is still being written. A sentence keeps the
// citations after it, whether they stand before or behind its full stop.
func whole(text string) (lines []string, rest string) {
	for {
		cut := boundary(text)
		if cut == 0 {
			return lines, text
		}
		if line := strings.TrimSpace(text[:cut]); line != "" {
			lines = append(lines, line)
		}
		text = text[cut:]
	}
}

// boundary is where the first finished sentence ends, or 0.
func boundary(text string) int {
	start := 0
	for i := 0; i < len(text); {
		r, w := utf8.DecodeRuneInString(text[i:])
		next := i + w
		if r == '\n' && strings.TrimSpace(text[:next]) != "" {
			return next
		}
		if endsSentence(r, text[start:next], text[next:]) && !itemNumber.MatchString(text[:next]) {
			end := next + trailing(text[next:])
			if begun.MatchString(text[end:]) {
				return 0
			}
			return end
		}
		i = next
	}
	return 0
}

var (
	// behind is what belongs to a sentence after its full stop: closing marks and citations, in whatever brackets.
	behind = regexp.MustCompile(`^[”’"』」）)*_]*(?:[ \t]*[\[【［]+\^?\d[\d,，、 ]{0,11}[\]】］]+)*`)
	// begun is the end of a text that may go on to be a citation, or to be nothing.
	begun = regexp.MustCompile(`^\s*(?:[\[【［]+[\^\d,，、 ]*)?$`)
	// itemNumber is the mark of a list's item, whose full stop ends no sentence.
	itemNumber = regexp.MustCompile(`^\s*\d{1,2}\.$`)
)

func trailing(text string) int { return len(behind.FindString(text)) }
