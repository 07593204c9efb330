package index

import "lvgu/index/analysis"

// pattern is a query made ready to be found in packed texts. A char is a different character or word of the query, by
// its number from 1; a unit is a term: two joined chars, or one that stands alone. A pattern serves one goroutine.
type pattern struct {
	units, chars           []float32 // idf
	unitsTotal, charsTotal float32
	seq                    []uint8 // the query's tokens as chars
	joined                 []bool  // by place in seq: joined to the one before
	places                 [][]int // of each char in seq

	*scratch
	words map[uint32]uint8    // two codes → char
	pairs map[uint16]int      // two chars → unit
	names []string            // of the units
	lone  [maxChars + 1]int16 // char → unit, -1 without

	swaps []swap
	asked map[int]int // the query's terms that are question words → unit

	lastAt, lastRun, bestRun []int // state of find, by place in seq
}

// swap is an alternative as find sees it: where all its units stand, what it stands for counts as found.
type swap struct {
	units, stands, chars bitset

	text   string
	weight float32 // what it counts in coverage
}

// newPattern makes a prepared query ready for finding. release must be called after use.
func (ix *Index) newPattern(p *Prepared) *pattern {
	n := min(len(p.tokens), maxChars)
	pt := &pattern{
		seq: make([]uint8, n), joined: make([]bool, n),
		scratch: scratches.Get().(*scratch), words: map[uint32]uint8{}, pairs: map[uint16]int{}, asked: map[int]int{},
		lastAt: make([]int, n), lastRun: make([]int, n), bestRun: make([]int, n),
	}
	for i := range pt.lone {
		pt.lone[i] = -1
	}
	seen := map[string]uint8{}
	for i, t := range p.tokens[:n] {
		char, ok := seen[t.Text]
		if !ok {
			pt.chars = append(pt.chars, float32(p.charWeight(t.Text)))
			pt.places = append(pt.places, nil)
			char = uint8(len(pt.chars))
			seen[t.Text] = char
			ix.mark(pt, t, char)
		}
		pt.seq[i], pt.joined[i] = char, t.Joined
		pt.places[char-1] = append(pt.places[char-1], i)
		pt.addUnits(p, i)
	}
	for _, a := range p.alternatives {
		pt.addAsked(p, a)
		ix.addSwap(pt, p, a, seen)
	}
	for _, w := range pt.units {
		pt.unitsTotal += w
	}
	for _, w := range pt.chars {
		pt.charsTotal += w
	}
	return pt
}

// release gives the memory back. What was found must not be used any more.
func (pt *pattern) release(p *Prepared) {
	clean := func(tokens []analysis.Token) {
		for _, t := range tokens {
			if own, ok := ownCode(t); ok {
				pt.own[own] = 0
			}
		}
	}
	clean(p.tokens)
	for _, a := range p.alternatives {
		clean(a.phrase.Tokens)
	}
	pt.scratch.reset()
	scratches.Put(pt.scratch)
}

// mark maps a token of the query, as it stands in packed texts, to its char.
func (ix *Index) mark(pt *pattern, t analysis.Token, char uint8) {
	if own, ok := ownCode(t); ok {
		pt.own[own] = char
		return
	}
	if n, ok := ix.lexicon.numbers[t.Text]; ok {
		pt.words[uint32(codeClass(t)|uint16(n>>16))<<16|uint32(uint16(n))] = char
	}
}

// addUnits adds the units that end at the i-th token of the query.
func (pt *pattern) addUnits(p *Prepared, i int) {
	t, char := p.tokens[i], pt.seq[i]
	if at, ok := p.index[t.Text]; ok && pt.lone[char] < 0 && len(pt.units) < maxUnits {
		pt.lone[char] = int16(len(pt.units))
		pt.addUnit(p.Terms[at].Text, p.Terms[at].rank)
	}
	if i == 0 || !t.Joined || t.Kind != analysis.Character || p.tokens[i-1].Kind != analysis.Character {
		return
	}
	pair := uint16(pt.seq[i-1])<<8 | uint16(char)
	if _, known := pt.pairs[pair]; known || len(pt.units) == maxUnits {
		return
	}
	if at, ok := p.index[p.tokens[i-1].Text+t.Text]; ok {
		pt.pairs[pair] = len(pt.units)
		pt.addUnit(p.Terms[at].Text, p.Terms[at].rank)
	}
}

func (pt *pattern) addUnit(name string, weight float64) {
	pt.names, pt.units = append(pt.names, name), append(pt.units, float32(weight))
}

// pair returns the unit of the tokens at places i-1 and i of the query.
func (pt *pattern) pair(i int) (int, bool) {
	unit, ok := pt.pairs[uint16(pt.seq[i-1])<<8|uint16(pt.seq[i])]
	return unit, ok
}

// addAsked adds the unit of a question word, which is in no text.
func (pt *pattern) addAsked(p *Prepared, a alternative) {
	if a.from >= 0 || len(pt.units) == maxUnits {
		return
	}
	if _, known := pt.asked[a.stands[0]]; !known {
		pt.asked[a.stands[0]] = len(pt.units)
		pt.addUnit(p.Terms[a.stands[0]].Text, p.Terms[a.stands[0]].rank)
	}
}

// addSwap adds an alternative. Its own chars and units weigh nothing.
func (ix *Index) addSwap(pt *pattern, p *Prepared, a alternative, seen map[string]uint8) {
	if a.to > len(pt.seq) || len(pt.chars)+len(a.phrase.Tokens) > maxChars || len(pt.units)+2*len(a.phrase.Tokens) > maxUnits {
		return
	}
	s := swap{text: a.phrase.Text, weight: float32(a.weight)}
	before := uint8(0)
	for _, t := range a.phrase.Tokens {
		char, ok := seen[t.Text]
		if !ok {
			pt.chars = append(pt.chars, 0)
			pt.places = append(pt.places, nil)
			char = uint8(len(pt.chars))
			seen[t.Text] = char
			ix.mark(pt, t, char)
		}
		switch {
		case t.Kind != analysis.Character || len(a.phrase.Tokens) == 1:
			if pt.lone[char] < 0 {
				pt.lone[char] = int16(len(pt.units))
				pt.addUnit("", 0)
			}
			s.units.set(int(pt.lone[char]))
		case before > 0 && t.Joined:
			pair := uint16(before)<<8 | uint16(char)
			if _, known := pt.pairs[pair]; !known {
				pt.pairs[pair] = len(pt.units)
				pt.addUnit("", 0)
			}
			s.units.set(pt.pairs[pair])
		}
		before = char
	}
	for _, term := range a.stands {
		if unit, ok := pt.asked[term]; ok {
			s.stands.set(unit)
		}
	}
	for i := a.from; i < a.to; i++ {
		s.chars.set(int(pt.seq[i] - 1))
		if unit := pt.lone[pt.seq[i]]; unit >= 0 {
			s.stands.set(int(unit))
		}
		if i > a.from {
			if unit, ok := pt.pair(i); ok {
				s.stands.set(unit)
			}
		}
	}
	if !s.units.empty() {
		pt.swaps = append(pt.swaps, s)
	}
}
