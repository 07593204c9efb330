package assistant

import (
	"regexp"
	"strings"
)

// phrasing is how something is said: in Chinese by one of some phrases, in English by a pattern. Every question and every
// sentence is held against all of them, and to search for a phrase takes a fraction of the time of a pattern for both
// languages.
type phrasing struct {
	chinese []string
	english *regexp.Regexp
	marked  []markedPattern
}

// markedPattern is what a phrase cannot say. It is tried only where the mark stands that all it matches have.
type markedPattern struct {
	mark    string
	pattern *regexp.Regexp
}

// newPhrasing takes the Chinese phrases with a bar between each two; there may be none.
func newPhrasing(chinese, english string, marked ...markedPattern) phrasing {
	p := phrasing{english: regexp.MustCompile(english), marked: marked}
	if chinese != "" {
		p.chinese = strings.Split(chinese, "|")
	}
	return p
}

// markedBy makes a pattern of phrasing.
func markedBy(mark, pattern string) markedPattern {
	return markedPattern{mark, regexp.MustCompile(pattern)}
}

func (p *phrasing) in(text string) bool {
	for _, phrase := range p.chinese {
		if strings.Contains(text, phrase) {
			return true
		}
	}
	for _, m := range p.marked {
		if strings.Contains(text, m.mark) && m.pattern.MatchString(text) {
			return true
		}
	}
	return strings.ContainsFunc(text, letter) && p.english.MatchString(text)
}

func letter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }
