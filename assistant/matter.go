package assistant

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"lvgu/index"
	"lvgu/index/analysis"
	"lvgu/index/corpus"
)

// matter is what a question is about: its terms, without the words that only put the question, each with its weight
// in the index. It measures how much of the question a text holds.
//
// Pairs of characters and words say what a question is about; single characters, which a paraphrase keeps more often
// than the pairs, count a smaller part.
type matter struct {
	terms []matterTerm
	mask  uint32     // of a hash, for the slot where its terms begin
	slots []termSlot // hash of a term → positions in terms: an open table, mostly free, for most that is looked up is not there
	other []otherWords
}

// termSlot is free where next is 0; else next is one more than the position of a term.
type termSlot struct{ hash, next uint32 }

// otherWords say in other words what some of the terms say: a synonym from the index's data.
type otherWords struct {
	text  string // folded
	terms []int  // positions in terms
}

type matterTerm struct {
	weight float64
	number bool
	single bool // one character of a longer run
	word   bool // a word of letters, or a number: it counts with the pairs and with the single characters
	// bridge says that the term is a pair of characters that shares its first with the pair before and its second
	// with the pair after: where both of those are found, it may be no word but the seam between two.
	bridge bool
}

// heldTerms says which terms of a matter were found.
type heldTerms []bool

const (
	// maxWeight bounds a term's weight: a pair that no passage holds is as often a seam or a turn of speech as a name.
	maxWeight = 4.5
	// singleShare is the part of the measure that single characters are.
	singleShare = 0.35
)

// characterWeights are the weights of single characters in a corpus: the logarithm of how rare a passage with it is.
func characterWeights(passages []*corpus.Passage) map[string]float64 {
	frequency := map[string]int{}
	for _, p := range passages {
		seen := map[string]bool{}
		for _, t := range analysis.Tokenize(contextOf(p) + "\n" + p.Text) {
			if t.Kind == analysis.Character && !seen[t.Text] {
				seen[t.Text] = true
				frequency[t.Text]++
			}
		}
	}
	weights := make(map[string]float64, len(frequency))
	for c, n := range frequency {
		weights[c] = math.Log(1 + float64(len(passages))/float64(n))
	}
	return weights
}

// newMatter analyses text, a question in the given language. A text of nothing but question words has no terms.
func (l *library) newMatter(text, lang string) *matter {
	return l.preparedMatter(text, l.index.Prepare(text, lang))
}

// preparedMatter is newMatter of a text that has been prepared for a search.
func (l *library) preparedMatter(text string, prepared *index.Prepared) *matter {
	m := &matter{}
	var hashes []uint32
	pair, end, overlapped := -1, -1, false // the pair before, where it ends, and whether it overlapped its own predecessor
	for _, t := range analysis.Terms(analysis.Matter(analysis.Tokenize(text))) {
		if !t.Unigram && utf8.RuneCountInString(t.Text) == 1 && t.Text[0] >= utf8.RuneSelf {
			continue // what question words leave behind: 有, 是, 到
		}
		i := len(m.terms)
		hashes = append(hashes, hashTerm(t.Text))
		if t.Unigram {
			weight, ok := l.characters[t.Text]
			if !ok {
				weight = maxWeight
			}
			m.terms = append(m.terms, matterTerm{weight: weight, single: true})
			continue
		}
		weight, ok := prepared.Weight(t.Text)
		if !ok {
			weight = maxWeight
		}
		overlaps := t.Start < end
		if overlaps && overlapped {
			m.terms[pair].bridge = true
		}
		pair, end, overlapped = i, t.End, overlaps
		m.terms = append(m.terms, matterTerm{weight: min(weight, maxWeight), word: t.Text[0] < utf8.RuneSelf, number: '0' <= t.Text[0] && t.Text[0] <= '9'})
	}
	m.enter(hashes)
	return m
}

// freeSlots is how many slots the table has for one that is taken, at least.
const freeSlots = 4

// enter makes the table of the terms, given their hashes in order.
func (m *matter) enter(hashes []uint32) {
	size := 1
	for size < freeSlots*len(hashes) {
		size *= 2
	}
	m.mask = uint32(size - 1)
	m.slots = make([]termSlot, size+len(hashes)) // what runs over the end goes on behind it
	for i, h := range hashes {
		at := h & m.mask
		for m.slots[at].next != 0 {
			at++
		}
		m.slots[at] = termSlot{h, uint32(i) + 1}
	}
}

// allow lets other words stand for the question's own: those that the search looked for besides.
func (m *matter) allow(expanded []index.Expansion) {
	for _, e := range expanded {
		var positions []int
		for _, t := range analysis.Terms(analysis.Tokenize(e.From)) {
			h := hashTerm(t.Text)
			for at := h & m.mask; m.slots[at].next != 0; at++ {
				if m.slots[at].hash == h {
					positions = append(positions, int(m.slots[at].next-1))
				}
			}
		}
		if len(positions) > 0 && (e.Reason == "synonym" || e.Reason == "translation") {
			m.other = append(m.other, otherWords{fold(e.To), positions})
		}
	}
}

// none is what is held before anything was read.
func (m *matter) none() heldTerms { return make(heldTerms, len(m.terms)) }

// nones are n of them, in one piece.
func (m *matter) nones(n int) []heldTerms {
	all := make(heldTerms, n*len(m.terms))
	out := make([]heldTerms, n)
	for i := range out {
		out[i] = all[i*len(m.terms) : (i+1)*len(m.terms) : (i+1)*len(m.terms)]
	}
	return out
}

// add notes what others hold.
func (h heldTerms) add(others heldTerms) {
	for i, held := range others {
		h[i] = h[i] || held
	}
}

// empty reports whether there is nothing to look for.
func (m *matter) empty() bool { return len(m.terms) == 0 }

// named reports whether there is a word or a pair of characters to look for, not only numbers.
func (m *matter) named() bool {
	return slices.ContainsFunc(m.terms, func(t matterTerm) bool { return !t.number })
}

// mark notes in held the terms that a text holds, and returns the share of the text's pairs and words that are the
// question's.
func (m *matter) mark(e *excerpt, held heldTerms) (precision float64) {
	matched := 0
	for k, hashes := range [...][]uint32{e.pairs, e.singles} {
		for _, h := range hashes {
			found := 0
			for at := h & m.mask; m.slots[at].next != 0; at++ {
				if m.slots[at].hash == h {
					held[m.slots[at].next-1] = true
					found = 1
				}
			}
			if k == 0 {
				matched += found
			}
		}
	}
	for _, o := range m.other {
		if strings.Contains(e.folded, o.text) {
			for _, i := range o.terms {
				held[i] = true
			}
		}
	}
	return float64(matched) / float64(max(len(e.pairs), 1))
}

// share is the part of the question that is held, 0 to 1; 1 when there is nothing to hold.
func (m *matter) share(held heldTerms) float64 {
	var sum, total [2]float64 // of pairs and words; of single characters
	add := func(which int, weight float64, held bool) {
		total[which] += weight
		if held {
			sum[which] += weight
		}
	}
	for i, t := range m.terms {
		if !held[i] && t.bridge && m.between(held, i) {
			continue
		}
		if !t.single {
			add(0, t.weight, held[i])
		}
		if t.single || t.word {
			add(1, t.weight, held[i])
		}
	}
	switch {
	case total[0] == 0 && total[1] == 0:
		return 1
	case total[1] == 0:
		return sum[0] / total[0]
	case total[0] == 0:
		return sum[1] / total[1]
	default:
		return (1-singleShare)*sum[0]/total[0] + singleShare*sum[1]/total[1]
	}
}

// words is the number of the question's words and pairs of characters.
func (m *matter) words() int {
	n := 0
	for _, t := range m.terms {
		if !t.single {
			n++
		}
	}
	return n
}

// numbers is the share of the question's numbers that are held, 1 when it has none.
func (m *matter) numbers(held, placed heldTerms) float64 {
	found, all := 0, 0
	for i, t := range m.terms {
		if t.number {
			all++
			if held[i] || placed[i] {
				found++
			}
		}
	}
	if all == 0 {
		return 1
	}
	return float64(found) / float64(all)
}

// between reports whether the pairs before and after a bridge are held.
func (m *matter) between(held heldTerms, i int) bool {
	before, after := i-1, i+1
	for before >= 0 && m.terms[before].single {
		before--
	}
	for after < len(m.terms) && m.terms[after].single {
		after++
	}
	return before >= 0 && after < len(m.terms) && held[before] && held[after]
}

// cover is the share that one text holds.
func (m *matter) cover(e *excerpt) float64 {
	held := m.none()
	m.mark(e, held)
	return m.share(held)
}
