package assistant

import (
	"regexp"
	"strings"

	"lvgu/index/figures"
)

// counted checks figures and their bounds.
func counted(c claim) fault {
	switch {
	case len(figures.Missing(c.text, c.passages)) > 0:
		return faultFigure
	case losesBound(c.text, c.passages) || lacks(degreeBound, c.text, c.passages):
		return faultBound
	}
	for _, f := range c.figures {
		if f.Kind == figures.Ordinal && !strings.Contains(compact(c.passages), ordinal(c.text, f)) {
			return faultFigure
		}
	}
	return faultNone
}

// ordinal is an ordinal with the character behind it: 第 21 家 is not 第 21 人.
func ordinal(text string, f figures.Figure) string {
	rest := strings.TrimLeft(text[f.End:], " ")
	return compact(f.Text + rest[:advance(rest, 0, 1)])
}

// degreeBound is a bound on a degree that is no figure: 县级以上.
var degreeBound = regexp.MustCompile(`级及?以[上下]`)

// losesBound reports whether a figure of the sentence stands in the passages only under a limit that the sentence turns
// round or leaves out: "at most 600" is neither "at least 600" nor "600".
func losesBound(sentence, passages string) bool {
	if len(figures.Turned(sentence, passages)) > 0 {
		return true
	}
	held := figures.Find(passages)
	for _, f := range figures.Find(sentence) {
		if f.Bound != figures.Exact {
			continue
		}
		equal, unlimited := false, false
		for _, h := range held {
			if f.Equal(h) {
				equal = true
				unlimited = unlimited || h.Bound == figures.Exact || h.Bound == figures.About || h.Kind == figures.Date || h.Kind == figures.Period
			}
		}
		if equal && !unlimited {
			return true
		}
	}
	return false
}

// rebounded reports whether the stretch that fits a clause best, of those that hold one of its figures, bounds that
// figure the other way: the passage may have both bounds, of different things.
func rebounded(clause part, c claim) bool {
	m := clause.matter
	if len(m.terms) < minSubject {
		m = c.matter
	}
	for _, f := range clause.figures {
		best, turned := -1.0, false
		for _, h := range c.cited {
			for i := range h.clauses {
				s := &h.clauses[i]
				for _, held := range s.figures {
					if !f.Equal(held) {
						continue
					}
					fits := m.cover(&s.excerpt)
					if same := f.Same(held); fits > best || fits == best && same {
						best, turned = fits, !same
					}
				}
			}
		}
		if turned {
			return true
		}
	}
	return false
}
