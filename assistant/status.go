package assistant

import (
	"regexp"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// current checks that a sentence about something planned says so, and one about a rule that has expired too.
func (g *guard) current(c claim) fault {
	for _, h := range c.cited {
		switch corpus.Status(h.status) {
		case corpus.Planned:
			if !hedge(g.lang).MatchString(c.text) && denials(c.text, g.lang) == 0 {
				return faultStatus
			}
		case corpus.Expired:
			if !settled(g.lang).MatchString(c.text) && !dated(c.figures) || presentWords(g.lang).MatchString(c.text) && !presentWords(g.lang).MatchString(c.passages) {
				return faultStatus
			}
		}
	}
	return faultNone
}

// dated reports whether a sentence says when what it tells was so.
func dated(found []figures.Figure) bool {
	for _, f := range found {
		if f.Kind == figures.Date || f.Kind == figures.Period {
			return true
		}
	}
	return false
}

// presentWords tell something as valid today.
func presentWords(lang string) *regexp.Regexp { return inLanguage(lang, presentZh, presentEn) }
