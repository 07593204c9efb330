package index

import "sync"

// scratch is the memory of one query's second stage. It grows to what queries need and is used again, since what a
// query reads of a hundred passages would else be the garbage of a hundred allocations.
type scratch struct {
	own *[0x10000]uint8 // code → char; all zero between queries

	matches     []*match
	used        int // of matches
	numbers     []uint16
	occurrences []occurrence
	parts       []sentence

	unitsAt, charsAt []occurrence // of the text being read
	sentences        []sentence
}

// Sizes of the blocks that scratch lends from: a few dozen passages' worth.
const (
	numbersBlock     = 1 << 13
	occurrencesBlock = 1 << 12
	sentencesBlock   = 1 << 9
)

var scratches = sync.Pool{New: func() any { return &scratch{own: new([0x10000]uint8)} }}

// reset makes all that was lent free again.
func (s *scratch) reset() {
	s.used, s.numbers, s.occurrences, s.parts = 0, s.numbers[:0], s.occurrences[:0], s.parts[:0]
}

// match lends an empty match.
func (s *scratch) match() *match {
	if s.used == len(s.matches) {
		s.matches = append(s.matches, new(match))
	}
	m := s.matches[s.used]
	s.used++
	*m = match{}
	return m
}

// counts lends n zeroes.
func (s *scratch) counts(n int) []uint16 {
	lent := lend(&s.numbers, n, numbersBlock)
	clear(lent)
	return lent
}

// keep moves what was read of a text from the working slices, which the next text overwrites, to memory of its own.
func (s *scratch) keep(m *match) {
	s.unitsAt, s.charsAt, s.sentences = m.unitsAt, m.charsAt, m.sentences
	m.unitsAt = lend(&s.occurrences, len(s.unitsAt), occurrencesBlock)
	copy(m.unitsAt, s.unitsAt)
	m.charsAt = lend(&s.occurrences, len(s.charsAt), occurrencesBlock)
	copy(m.charsAt, s.charsAt)
	m.sentences = lend(&s.parts, len(s.sentences), sentencesBlock)
	copy(m.sentences, s.sentences)
}

// lend returns n elements from the end of a block, which is replaced by a larger one when it has no room: what was lent
// from the old one stays valid.
func lend[T any](block *[]T, n, least int) []T {
	from := len(*block)
	if from+n > cap(*block) {
		*block = make([]T, 0, max(2*cap(*block), n, least))
		from = 0
	}
	*block = (*block)[:from+n]
	return (*block)[from : from+n : from+n]
}
