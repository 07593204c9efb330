package index

import (
	"lvgu/index/analysis"
)

// What an alternative's term counts in the first stage, against the question's own; and what it is worth as coverage.
const (
	synonymWeight     = 0.4
	translationWeight = 0.6
	correctionWeight  = 0.8 // of pinyin and spelling: the original is in no passage
)

// Bounds of what is added to one query.
const (
	maxAlternatives = 24
	maxOthers       = 6 // of one phrase
)

// Reasons of an Expansion besides those of package analysis.
const (
	reasonPinyin   = "pinyin"
	reasonSpelling = "spelling"
)

// alternative is another phrase to look for in place of a part of the query.
type alternative struct {
	from, to int // the query's tokens that it stands for
	phrase   analysis.Phrase
	weight   float64
	terms    []string // of the phrase
	stands   []int    // p.Terms that it stands for
}

// expand adds the alternatives that some passage holds.
func (ix *Index) expand(p *Prepared) {
	for _, named := range analysis.BuiltinSynonyms().Find(p.tokens) {
		for _, other := range named.Others[:min(len(named.Others), maxOthers)] {
			weight := synonymWeight
			if other.Reason == analysis.Translation {
				weight = translationWeight
			}
			ix.addAlternative(p, named.From, named.To, other, weight)
		}
	}
	if len(ix.passages) > 0 {
		ix.correct(p)
	}
}

func (ix *Index) addAlternative(p *Prepared, from, to int, phrase analysis.Phrase, weight float64) {
	if len(p.alternatives) == maxAlternatives {
		return
	}
	a := alternative{from: from, to: to, phrase: phrase, weight: weight}
	for _, t := range analysis.Terms(phrase.Tokens) {
		if t.Unigram {
			continue
		}
		if !ix.holds(t.Text) {
			return
		}
		a.terms = append(a.terms, t.Text)
	}
	for _, t := range analysis.Terms(p.tokens[from:to]) {
		if i, ok := p.index[t.Text]; ok {
			a.stands = append(a.stands, i)
		}
	}
	for _, t := range a.terms {
		if _, own := p.index[t]; !own {
			p.added[t] = max(p.added[t], 0)
		}
	}
	p.alternatives = append(p.alternatives, a)
}

// weighAlternatives sets what the added terms count: a phrase as a whole at most what it stands for.
func (ix *Index) weighAlternatives(p *Prepared) {
	for _, a := range p.alternatives {
		own, stands := 0.0, 0.0
		for _, t := range a.terms {
			own += ix.idf(t)
		}
		for _, i := range a.stands {
			stands += p.Terms[i].Weight
		}
		scale := a.weight
		if stands < own {
			scale *= stands / own
		}
		for _, t := range a.terms {
			if _, known := p.added[t]; known {
				p.added[t] = max(p.added[t], scale*ix.idf(t))
			}
		}
	}
}

// expansions reports the alternatives.
func (p *Prepared) expansions() []Expansion {
	var out []Expansion
	for _, a := range p.alternatives {
		from := p.text[p.tokens[a.from].Start:p.tokens[a.to-1].End]
		out = append(out, Expansion{From: from, To: a.phrase.Text, Reason: a.phrase.Reason, Weight: a.weight})
	}
	return out
}
