package index

import (
	"cmp"
	"context"
	"math"
	"slices"

	"lvgu/index/analysis"
)

// maxQuery is the number of bytes of a query that are read: more is no question, and time must stay bounded.
const maxQuery = 4 << 10

// maxTokens is the number of tokens of a query that are looked for.
const maxTokens = 512

// unigramWeight is the part of its idf that a single character of a longer run counts.
const unigramWeight = 0.3

// commonWeight is the idf of a character in a fifth of the passages: commoner ones are not worth reading.
const commonWeight = 1.6

// Prepared is an analysed query. It is immutable.
type Prepared struct {
	// Terms are what the query asks for, without repetition, in order: bigrams, words, numbers and single characters
	// that stand alone. A term that no passage holds is there, with the largest weight.
	Terms []Term

	ranked []Term // what the first stage adds up, rarest first
	loose  []Term // characters of longer runs: they rank, but prove nothing
	index  map[string]int
	total  float64
	text   string // as given, within maxQuery
	whole  uint64 // hash of the tokens, question words included; 0 without any
	lang   string
	tokens []analysis.Token // without question words
	asks   asked

	alternatives []alternative
	added        map[string]float64 // terms of alternatives that are not the query's own, with what they count
}

// Term is one term of a query.
type Term struct {
	Text   string
	Weight float64 // its idf in this index: what it proves

	rank float64 // what it counts in ranking: its idf by general text, too
}

// Prepare analyses text. lang is the language of the passages that it will be held against, "zh" or "en": other names
// in the other language are left out then; empty for both.
func (ix *Index) Prepare(text, lang string) *Prepared {
	if len(text) > maxQuery {
		text = text[:maxQuery]
	}
	tokens := analysis.Tokenize(text)
	tokens = tokens[:min(len(tokens), maxTokens)]
	asked := analysis.AskedFor().Find(tokens)
	p := &Prepared{
		text: text, lang: lang, whole: hashTokens(tokens), tokens: partFigures(analysis.Subject(without(tokens, asked))), asks: readAsked(text),
		index: map[string]int{}, added: map[string]float64{},
	}
	loose := map[string]bool{}
	figures := analysis.Figures(p.tokens)
	terms := analysis.Terms(p.tokens)
	for _, t := range terms[:len(terms)-len(figures)] {
		if t.Unigram {
			if !loose[t.Text] {
				loose[t.Text] = true
				p.loose = append(p.loose, ix.term(t.Text))
			}
			continue
		}
		if _, ok := p.index[t.Text]; !ok {
			p.index[t.Text] = len(p.Terms)
			term := ix.term(t.Text)
			p.Terms = append(p.Terms, term)
			p.total += term.Weight
		}
	}
	ix.ask(p, tokens, asked)
	ix.addFigures(p, figures)
	ix.expand(p)
	ix.weighAlternatives(p)
	ix.rank(p)
	return p
}

// Weight is the weight of one of p.Terms; false where text is none of them.
func (p *Prepared) Weight(text string) (float64, bool) {
	i, ok := p.index[text]
	if !ok {
		return 0, false
	}
	return p.Terms[i].Weight, true
}

// holds says whether some passage holds the term.
func (ix *Index) holds(term string) bool { return ix.count(term) > 0 }

// manyPassages is how many may hold a term before it is taken to be in every language.
const manyPassages = 10_000

// heldIn says whether some passage of a language, or of any when it is empty, holds the term.
func (ix *Index) heldIn(term, lang string) bool {
	if n := ix.count(term); n == 0 || lang == "" || n > manyPassages {
		return n > 0
	}
	list, _ := ix.postings(context.Background(), term)
	return slices.ContainsFunc(list, func(p posting) bool { return lang == "" || ix.passages[p.ord].Lang == lang })
}

// rank orders what the first stage reads.
func (ix *Index) rank(p *Prepared) {
	p.ranked = slices.Clone(p.Terms)
	for _, t := range p.loose {
		if t.Weight > commonWeight {
			t.rank = bm25(float64(len(ix.passages))+backgroundSize, float64(ix.count(t.Text))) * unigramWeight
			p.ranked = append(p.ranked, t)
		}
	}
	for text, weight := range p.added {
		if weight > 0 {
			p.ranked = append(p.ranked, Term{Text: text, rank: weight})
		}
	}
	slices.SortFunc(p.ranked, func(a, b Term) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(a.Text, b.Text))
	})
}

// backgroundSize is how many passages of general text a corpus is mixed with when it is asked how common a term is: a
// small corpus knows little of that, and a turn of speech that it happens not to use would weigh as much as a name.
const backgroundSize = 4_000

// stopWeight is the part of its idf that a pair of characters counts that only serves grammar.
const stopWeight = 0.3

// term weighs one of the query's own terms.
func (ix *Index) term(text string) Term {
	t := Term{Text: text, Weight: bm25(float64(len(ix.passages)), float64(ix.count(text))), rank: ix.idf(text)}
	if analysis.IsStopPair(text) {
		t.rank *= stopWeight
	}
	return t
}

// idf is BM25's over the passages and the background together.
func (ix *Index) idf(term string) float64 {
	df := float64(ix.count(term)) + backgroundSize*analysis.Commonness(term)
	return bm25(float64(len(ix.passages))+backgroundSize, df)
}

// bm25 is the idf of a term that df of n passages hold, never below zero.
func bm25(n, df float64) float64 { return math.Log(1 + max(n-df+0.5, 0)/(df+0.5)) }

// Coverage returns the share of the terms' weight that text holds, 0 to 1; 0 when the query has no terms. A term that
// only another name stands for counts less.
func (p *Prepared) Coverage(text string) float64 {
	share, _ := p.cover(text)
	return share
}

// cover returns the coverage by texts together and the terms and other names they hold.
func (p *Prepared) cover(texts ...string) (float64, []string) {
	if p.total == 0 {
		return 0, nil
	}
	found := make([]float64, len(p.Terms))
	added := map[string]bool{}
	for _, text := range texts {
		analysis.EachTerm(analysis.Tokenize(text), func(text []byte, _ analysis.Term) {
			if i, ok := p.index[string(text)]; ok {
				found[i] = 1
			} else if _, ok := p.added[string(text)]; ok {
				added[string(text)] = true
			}
		})
	}
	var matched []string
	for i, t := range p.Terms {
		if found[i] > 0 {
			matched = append(matched, t.Text)
		}
	}
	for _, a := range p.alternatives {
		if !p.complete(a, found, added) {
			continue
		}
		matched = append(matched, a.phrase.Text)
		for _, i := range a.stands {
			found[i] = max(found[i], a.weight)
		}
	}
	sum := 0.0
	for i, t := range p.Terms {
		sum += found[i] * t.Weight
	}
	return min(sum/p.total, 1), matched
}

// complete says whether all terms of an alternative were found.
func (p *Prepared) complete(a alternative, found []float64, added map[string]bool) bool {
	for _, t := range a.terms {
		if i, ok := p.index[t]; ok && found[i] == 1 || added[t] {
			continue
		}
		return false
	}
	return true
}

// charWeight returns the weight of a character or word of the query, alone or in a run.
func (p *Prepared) charWeight(text string) float64 {
	if i, ok := p.index[text]; ok {
		return p.Terms[i].rank
	}
	for _, t := range p.loose {
		if t.Text == text {
			return t.rank
		}
	}
	return 0
}
