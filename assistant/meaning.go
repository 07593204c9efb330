package assistant

import (
	"slices"

	"lvgu/index/figures"
)

// meant checks that no clause denies what the likest clause of the passages affirms, or the reverse, and that what they
// call intended is not told as done.
func (g *guard) meant(c claim) fault {
	if affirmsDenied(c, g.lang) {
		return faultNegation
	}
	hedged := hedge(g.lang).MatchString(c.text)
	for _, clause := range c.clauses {
		likest := clause.likest(c.cited)
		switch {
		case likest == nil:
		case likest.denials%2 != denials(clause.text, g.lang)%2:
			return faultNegation
		case likest.hedged && !hedged:
			return faultStatus
		}
	}
	return faultNone
}

// wholeDenial is the share of a clause that denies something which a sentence must hold to be about the same.
const wholeDenial = 0.75

// affirmsDenied reports whether a sentence says what a clause of the passages denies, without denying it.
func affirmsDenied(c claim, lang string) bool {
	for _, p := range append(slices.Clip(c.clauses), c.part) {
		said := newExcerpt(p.text)
		denied := denials(p.text, lang) % 2
		for _, h := range c.cited {
			for i := range h.clauses {
				s := &h.clauses[i]
				if s.denied == nil || s.denied.empty() || denied == 1 {
					continue
				}
				if s.denied.cover(&said) >= wholeDenial && (p.text != c.text || denials(c.text, lang) == 0) {
					return true
				}
			}
		}
	}
	return false
}

// likest is the clause of the cited passages that words a clause, or nil.
func (p part) likest(cited []*holding) *stretch {
	m := p.matter
	if m.empty() && len(p.figures) == 0 {
		return nil
	}
	var likest *stretch
	best := minLike
	for _, h := range cited {
		for i := range h.clauses {
			held := m.none()
			fits := m.mark(&h.clauses[i].excerpt, held)/4 + m.share(held)
			if n := h.clauses[i].count(p.figures); n > 0 {
				fits += sameFigures * float64(n) / float64(len(p.figures))
			}
			if fits > best {
				best, likest = fits, &h.clauses[i]
			}
		}
	}
	return likest
}

// sameFigures is what it is worth in likening two clauses that they hold the same figures.
const sameFigures = 0.5

// count is how many of some figures a stretch holds.
func (s *stretch) count(said []figures.Figure) int {
	n := 0
	for _, f := range said {
		if slices.ContainsFunc(s.figures, f.Equal) {
			n++
		}
	}
	return n
}
