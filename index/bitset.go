package index

import (
	"iter"
	"math/bits"
)

// Limits of what the second stage looks at in a query: longer ones are read by their beginning.
const (
	maxUnits = 256 // bigrams, words and characters that stand alone
	maxChars = 255 // different characters and words
)

// bitset marks units or characters of a query.
type bitset [maxUnits / 64]uint64

func (s *bitset) set(i int)      { s[i/64] |= 1 << (i % 64) }
func (s *bitset) has(i int) bool { return s[i/64]&(1<<(i%64)) != 0 }
func (s *bitset) empty() bool    { return *s == bitset{} }

func (s bitset) union(t bitset) bitset {
	for i := range s {
		s[i] |= t[i]
	}
	return s
}

func (s bitset) minus(t bitset) bitset {
	for i := range s {
		s[i] &^= t[i]
	}
	return s
}

// holds says whether every member of t is in s.
func (s *bitset) holds(t bitset) bool {
	for i := range s {
		if t[i]&^s[i] != 0 {
			return false
		}
	}
	return true
}

// members yields the members in order.
func (s *bitset) members() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(i*64 + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}

// weigh sums the weights of the members.
func (s *bitset) weigh(weights []float32) float32 {
	sum := float32(0)
	for i, word := range s {
		for word != 0 {
			sum += weights[i*64+bits.TrailingZeros64(word)]
			word &= word - 1
		}
	}
	return sum
}
