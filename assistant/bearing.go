package assistant

import (
	"regexp"
	"slices"
	"strings"

	"lvgu/index/corpus"
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
	for _, p := range append(c.clauses, c.part) {
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
func presentWords(lang string) *regexp.Regexp {
	if lang == corpus.English {
		return presentEn
	}
	return presentZh
}

// lacks reports whether text has a match that held does not have to the letter.
func lacks(re *regexp.Regexp, text, held string) bool {
	for _, m := range re.FindAllString(text, -1) {
		if !strings.Contains(compact(held), compact(m)) {
			return true
		}
	}
	return false
}
