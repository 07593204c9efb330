package index

// match is where a query's chars and units stand in one half of a passage: what it shares with its document, or its own.
type match struct {
	found                  bitset // units that stand here themselves
	units, chars           bitset // those, and what other names stand for
	unitCounts, charCounts []uint16
	unitsAt, charsAt       []occurrence // in order of the text
	sentences              []sentence
	runs                   []uint16 // by place in the query: length of the longest stretch found word for word that ends there
}

// occurrence is one unit or char at a token of the text.
type occurrence struct{ token, index int32 }

// sentence is what one sentence holds.
type sentence struct {
	units, chars bitset
	number, date bool
}

// finder reads packed texts for one pattern.
type finder struct {
	*pattern
	m       *match
	current sentence
	token   int
}

// find reads codes into a new match, which lives as long as the scratch.
func (pt *pattern) find(codes []uint16) *match {
	sc := pt.scratch
	counts := sc.counts(len(pt.units) + len(pt.chars) + len(pt.seq))
	f := finder{pattern: pt, m: sc.match()}
	f.m.unitCounts, f.m.charCounts = counts[:len(pt.units)], counts[len(pt.units):len(pt.units)+len(pt.chars)]
	f.m.unitsAt, f.m.charsAt, f.m.sentences = sc.unitsAt[:0], sc.charsAt[:0], sc.sentences[:0]
	f.m.runs = counts[len(pt.units)+len(pt.chars):]
	for i := range pt.seq {
		pt.lastAt[i], pt.lastRun[i], pt.bestRun[i] = -2, 0, 0
	}
	before := uint8(0) // the char before, when joined to this one
	number := false    // the token before is a number
	for i := 0; i < len(codes); i++ {
		code := codes[i]
		if code <= codeSentence {
			before, number = 0, false
			if code == codeSentence {
				f.endSentence()
			}
			continue
		}
		var char uint8
		if code >= codeWord && code < codeEnd {
			i++
			char = pt.words[uint32(code)<<16|uint32(codes[i])]
			number = code >= codeNumber
			f.current.number = f.current.number || number
		} else {
			char = pt.own[code]
			f.current.date = f.current.date || number && isDateUnit(code)
			number = false
		}
		if char > 0 {
			f.note(before, char)
		}
		before = char
		f.token++
	}
	f.endSentence()
	f.finish()
	sc.keep(f.m)
	return f.m
}

// scan is the units that find would find.
func (pt *pattern) scan(codes []uint16) bitset {
	var units bitset
	before := uint8(0)
	for i := 0; i < len(codes); i++ {
		code := codes[i]
		char := uint8(0)
		switch {
		case code >= codeWord && code < codeEnd:
			i++
			char = pt.words[uint32(code)<<16|uint32(codes[i])]
		case code > codeSentence:
			char = pt.own[code]
		}
		if char > 0 && pt.lone[char] >= 0 {
			units.set(int(pt.lone[char]))
		}
		if char > 0 && before > 0 {
			if unit, ok := pt.pairs[uint16(before)<<8|uint16(char)]; ok {
				units.set(unit)
			}
		}
		before = char
	}
	for _, s := range pt.swaps {
		if units.holds(s.units) {
			units = units.union(s.stands)
		}
	}
	return units
}

func (f *finder) endSentence() {
	if !f.current.chars.empty() {
		f.m.sentences = append(f.m.sentences, f.current)
	}
	f.current = sentence{}
}

func isDateUnit(code uint16) bool {
	switch code {
	case '年', '月', '日', '号', '时', '点', '天', '周':
		return true
	}
	return false
}

// note records a token that the query holds.
func (f *finder) note(before, char uint8) {
	c := int(char - 1)
	f.m.chars.set(c)
	f.m.charCounts[c]++
	f.m.charsAt = append(f.m.charsAt, occurrence{int32(f.token), int32(c)})
	f.current.chars.set(c)
	if unit := f.lone[char]; unit >= 0 {
		f.noteUnit(int(unit))
	}
	if before > 0 {
		if unit, ok := f.pairs[uint16(before)<<8|uint16(char)]; ok {
			f.noteUnit(unit)
		}
	}
	places := f.places[c]
	for k := len(places) - 1; k >= 0; k-- { // from the end: a place must see its neighbour as it was at the token before
		f.extend(places[k])
	}
}

func (f *finder) noteUnit(unit int) {
	f.m.units.set(unit)
	f.m.unitCounts[unit]++
	f.m.unitsAt = append(f.m.unitsAt, occurrence{int32(f.token), int32(unit)})
	f.current.units.set(unit)
}

// extend carries the stretch of the query that ends at a place on to this token.
func (f *finder) extend(at int) {
	run := 1
	if at > 0 && f.lastAt[at-1] == f.token-1 {
		run += f.lastRun[at-1]
	}
	f.lastRun[at], f.lastAt[at] = run, f.token
	f.bestRun[at] = max(f.bestRun[at], run)
}

func (f *finder) finish() {
	f.m.found = f.m.units
	for _, s := range f.swaps {
		if f.m.units.holds(s.units) {
			f.credit(s)
		}
	}
	for i, run := range f.bestRun {
		f.m.runs[i] = uint16(run)
	}
}

// adjacency is the weight of two neighbours in the query.
func (pt *pattern) adjacency(i int) float32 {
	return min(pt.chars[pt.seq[i]-1], pt.chars[pt.seq[i-1]-1])
}

// credit counts what an alternative stands for as found once, in the whole and in the sentences that hold it.
func (f *finder) credit(s swap) {
	missing := s.stands.minus(f.m.units)
	for i := range missing.members() {
		f.m.unitCounts[i] = 1
	}
	missing = s.chars.minus(f.m.chars)
	for i := range missing.members() {
		f.m.charCounts[i] = 1
	}
	f.m.units, f.m.chars = f.m.units.union(s.stands), f.m.chars.union(s.chars)
	for i := range f.m.sentences {
		if t := &f.m.sentences[i]; t.units.holds(s.units) {
			t.units, t.chars = t.units.union(s.stands), t.chars.union(s.chars)
		}
	}
}
