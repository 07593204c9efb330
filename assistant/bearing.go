package assistant

import (
	"regexp"
	"slices"

	"lvgu/index/figures"
)

// Shares of a sentence's weight, from 0 to 1, without its figures, which are checked apart.
const (
	// minHeld is what the passages cited must hold of a sentence, and minClause of each clause of it. A sentence that
	// rephrases keeps the words that carry the matter; one that brings matter of its own falls far below.
	minHeld   = 0.55
	minClause = 0.40
	// minLike is what a clause of a passage must hold of another to be the one that it words.
	minLike = 0.45
	// clearlyOther is by how much a stretch with another figure of a kind must fit better than the one with the figure
	// said, for the figure to be said of the wrong thing.
	clearlyOther = 0.20
)

// connective is what joins clauses and says nothing: no passage need hold it.
var connective = regexp.MustCompile(`根据(?:上述|有关|相关|本)?(?:资料|规定|政策|原文|文件|办法)?|按照(?:上述|有关|相关)?(?:规定|资料)?|因此|所以|此外|另外|同时|其中|具体(?:来说|而言|为|如下)?|也就是说|需要注意的是|并且|而且|以及|如下|例如|即|最多|最高|至多|不超过|不低于|不少于|不高于|至少|仍处于|还处于|处于|仍然|仍|还在|阶段|状态|情况|(?i:according to (?:the )?(?:passages?|text|materials?|rules?)|in addition|also|however|specifically|namely|furthermore|moreover|as follows|which|that|up to|at most|at least|no more than|not exceeding)`)

// borne checks that the passages hold the sentence's words, clause by clause, and its figures of the same things.
func (g *guard) borne(c claim) fault {
	if c.part.heldBy(c.cited) < minHeld {
		return faultUnheld
	}
	for i, clause := range c.clauses {
		switch {
		case clause.heldBy(c.cited) < minClause:
			return faultUnheld
		case g.displaced(i, c):
			return faultSubject
		case rebounded(clause, c):
			return faultBound
		}
	}
	return faultNone
}

// heldBy is how much of a part's matter sources hold together; 1 where there is none.
func (p part) heldBy(cited []*holding) float64 {
	held := p.matter.none()
	for _, h := range cited {
		p.matter.mark(&h.whole, held)
	}
	return p.matter.share(held)
}

// displaced reports whether a figure of a clause is said of something else in the passages, which say another figure of
// the same kind of what the clause is about: 苏州's area given to 张江.
func (g *guard) displaced(at int, c claim) bool {
	clause := c.clauses[at]
	if len(clause.figures) == 0 {
		return false
	}
	m, alone := clause.matter, len(clause.matter.terms) >= minSubject
	if !alone && at > 0 { // the clause before says of what
		m = g.part(c.clauses[at-1].text + "，" + clause.text).matter
	}
	for _, f := range clause.figures {
		if overstated(clause, f, c.cited) {
			return true
		}
		if len(m.terms) < minSubject {
			continue
		}
		sections := fitting(m, f, c.cited, func(h *holding) []stretch { return h.sections })
		if sections.other-sections.same > clearlyOther {
			return true
		}
		parts := fitting(m, f, c.cited, func(h *holding) []stretch { return h.clauses })
		if alone && parts.other-parts.same > clearlyOther && sections.other >= sections.same {
			return true
		}
	}
	return false
}

// overstated reports whether no sentence that holds a figure has the strong words that the clause says it with: a level,
// a period, "each".
func overstated(clause part, f figures.Figure, cited []*holding) bool {
	strong := strengthsOf(clause.text)
	if strong == 0 {
		return false
	}
	held := false
	for _, h := range cited {
		for i := range h.sections {
			s := &h.sections[i]
			if !slices.ContainsFunc(s.figures, f.Equal) {
				continue
			}
			held = true
			if strong&^(strengthsOf(s.text)|strengthsOf(h.place)) == 0 {
				return false
			}
		}
	}
	return held
}

// minSubject is how many terms a clause has that says what its figure is of: pairs of characters and the characters.
const minSubject = 6

// fit is how well the best stretch with an equal figure, and the best with another of its kind, hold a matter.
type fit struct{ same, other float64 }

func fitting(m *matter, f figures.Figure, cited []*holding, of func(*holding) []stretch) fit {
	var best fit
	for _, h := range cited {
		for i := range of(h) {
			s := &of(h)[i]
			same, other := false, false
			for _, held := range s.figures {
				equal := f.Equal(held)
				same = same || equal
				other = other || !equal && held.Kind == f.Kind
			}
			if !same && !other {
				continue
			}
			held := m.none()
			m.mark(&s.excerpt, held)
			if share := m.share(held); same {
				best.same = max(best.same, share)
			} else {
				best.other = max(best.other, share)
			}
		}
	}
	return best
}
