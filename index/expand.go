package index

import (
	"slices"

	"lvgu/index/analysis"
)

// What an alternative's term counts in the first stage, against the question's own; and what it is worth as coverage.
const (
	synonymWeight     = 0.4
	translationWeight = 0.6
	correctionWeight  = 0.8 // of pinyin and spelling: the original is in no passage
	askedCredit       = 0.8
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
	reasonFigure   = "figure"
)

// alternative is another phrase to look for in place of a part of the query.
type alternative struct {
	from, to int // the query's tokens that it stands for; both -1 for a question word, which is not among them
	written  string
	phrase   analysis.Phrase
	weight   float64
	terms    []string // of the phrase
	stands   []int    // p.Terms that it stands for
}

// askedWeight is what a question word weighs as a term: as much as a word that one passage in twenty holds.
const askedWeight = 3

// ask adds a term for each question word that says what kind of thing is wanted, and the words that name it.
func (ix *Index) ask(p *Prepared, tokens []analysis.Token, asked []analysis.Named) {
	for _, named := range asked {
		written := p.text[tokens[named.From].Start:tokens[named.To-1].End]
		if _, known := p.index[written]; known {
			continue
		}
		term := len(p.Terms)
		before := len(p.alternatives)
		for _, other := range named.Others {
			ix.addAlternative(p, alternative{from: -1, to: -1, written: written, phrase: other, weight: askedCredit, stands: []int{term}})
		}
		if len(p.alternatives) > before {
			p.index[written] = term
			p.Terms = append(p.Terms, Term{Text: written, Weight: askedWeight, rank: askedWeight})
			p.total += askedWeight
		}
	}
}

// partFigures keeps figures apart from what stands next to them: 亿基 of 三十亿基金 is no pair.
func partFigures(tokens []analysis.Token) []analysis.Token {
	figures := analysis.Figures(tokens)
	if len(figures) == 0 {
		return tokens
	}
	out := slices.Clone(tokens)
	for i := range out {
		for _, f := range figures {
			if out[i].Start == f.Start || out[i].Start >= f.End && i > 0 && out[i-1].End == f.End {
				out[i].Joined = false
			}
		}
	}
	return out
}

// addFigures adds each figure in the writing that all others have in common.
func (ix *Index) addFigures(p *Prepared, figures []analysis.Term) {
	for _, f := range figures {
		from := slices.IndexFunc(p.tokens, func(t analysis.Token) bool { return t.Start == f.Start })
		to := slices.IndexFunc(p.tokens, func(t analysis.Token) bool { return t.End == f.End }) + 1
		if from < 0 || to <= from {
			continue
		}
		phrase := analysis.Phrase{Text: f.Text, Tokens: []analysis.Token{{Kind: analysis.Number, Text: f.Text}}, Reason: reasonFigure}
		ix.addAlternative(p, alternative{from: from, to: to, phrase: phrase, weight: 1})
	}
}

// without returns tokens without those of the phrases found in them.
func without(tokens []analysis.Token, found []analysis.Named) []analysis.Token {
	if len(found) == 0 {
		return tokens
	}
	var kept []analysis.Token
	from := 0
	for _, n := range found {
		kept = append(kept, tokens[from:n.From]...)
		from = n.To
		if from < len(tokens) {
			after := tokens[from]
			after.Joined = false
			tokens = slices.Concat(tokens[:from], []analysis.Token{after}, tokens[from+1:])
		}
	}
	return append(kept, tokens[from:]...)
}

// foreign says whether a phrase is not in the language that the query is held to.
func (p *Prepared) foreign(phrase analysis.Phrase) bool {
	chinese := slices.ContainsFunc(phrase.Tokens, func(t analysis.Token) bool { return t.Kind == analysis.Character })
	return phrase.Reason == analysis.Translation && (p.lang == "zh" && !chinese || p.lang == "en" && chinese)
}

// expand adds the alternatives that some passage holds.
func (ix *Index) expand(p *Prepared) {
	for _, named := range ix.synonyms.Find(p.tokens) {
		for _, other := range named.Others[:min(len(named.Others), maxOthers)] {
			if p.foreign(other) {
				continue
			}
			weight := synonymWeight
			if other.Reason == analysis.Translation {
				weight = translationWeight
			}
			ix.addAlternative(p, alternative{from: named.From, to: named.To, phrase: other, weight: weight})
		}
	}
	if len(ix.passages) > 0 {
		ix.correct(p)
	}
}

// addAlternative adds one that some passage may hold, with its terms, and what it stands for when a does not say.
func (ix *Index) addAlternative(p *Prepared, a alternative) {
	if len(p.alternatives) == maxAlternatives {
		return
	}
	for _, t := range analysis.Terms(a.phrase.Tokens) {
		if t.Unigram && len(a.phrase.Tokens) > 1 {
			continue
		}
		if !ix.holds(t.Text) {
			return
		}
		a.terms = append(a.terms, t.Text)
	}
	if a.from >= 0 {
		a.written = p.text[p.tokens[a.from].Start:p.tokens[a.to-1].End]
		for _, t := range analysis.Terms(p.tokens[a.from:a.to]) {
			if i, ok := p.index[t.Text]; ok {
				a.stands = append(a.stands, i)
			}
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
			stands += p.Terms[i].rank
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
		out = append(out, Expansion{From: a.written, To: a.phrase.Text, Reason: a.phrase.Reason, Weight: a.weight})
	}
	return out
}
