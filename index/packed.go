package index

import (
	"maps"
	"unicode/utf8"

	"lvgu/index/analysis"
)

// A packed text is a passage's tokens in two bytes for a character and four for a word, so that the second stage reads
// candidates without analysing them again. A character of the basic plane is its own code. Everything else is a number
// from the lexicon in two codes, the first of which tells words, numbers and long numbers apart.
const (
	codeApart    = 0 // what stands on both sides is not joined
	codeSentence = 1 // a new sentence begins
	codeWord     = 0xD800
	codeNumber   = 0xDC00
	codeDigits   = 0xDE00 // a number of five digits or more without a point: a telephone or document number
	codeEnd      = 0xE000 // the first code after those of words and numbers

	minDigits   = 5
	lexiconBits = 16 + 9 // the narrowest class, numbers, has nine bits in its first code
)

// lexicon numbers the tokens that are not characters of the basic plane.
type lexicon struct {
	numbers map[string]uint32
}

func newLexicon() *lexicon { return &lexicon{map[string]uint32{}} }

func (l *lexicon) clone() *lexicon { return &lexicon{maps.Clone(l.numbers)} }

// packer turns tokens into codes.
type packer struct {
	lexicon *lexicon
	codes   []uint16
}

// add appends the codes of tokens after a break.
func (p *packer) add(tokens []analysis.Token) {
	if len(p.codes) > 0 {
		p.codes = append(p.codes, codeSentence)
	}
	for i, t := range tokens {
		if i > 0 && t.Begins {
			p.codes = append(p.codes, codeSentence)
		} else if i > 0 && !t.Joined {
			p.codes = append(p.codes, codeApart)
		}
		if r, ok := ownCode(t); ok {
			p.codes = append(p.codes, r)
			continue
		}
		n, ok := p.lexicon.numbers[t.Text]
		if !ok && len(p.lexicon.numbers) < 1<<lexiconBits {
			n = uint32(len(p.lexicon.numbers))
			p.lexicon.numbers[t.Text] = n
		}
		p.codes = append(p.codes, codeClass(t)|uint16(n>>16), uint16(n))
	}
}

// addFigures appends figures in their common writing, each a sentence of its own.
func (p *packer) addFigures(figures []analysis.Term) {
	for _, f := range figures {
		p.add([]analysis.Token{{Kind: analysis.Number, Text: f.Text}})
	}
}

// ownCode returns a character's code when it stands for itself.
func ownCode(t analysis.Token) (uint16, bool) {
	if t.Kind != analysis.Character {
		return 0, false
	}
	r, _ := utf8.DecodeRuneInString(t.Text)
	return uint16(r), r < 0x10000
}

func codeClass(t analysis.Token) uint16 {
	if t.Kind != analysis.Number {
		return codeWord
	}
	if len(t.Text) < minDigits {
		return codeNumber
	}
	for i := range len(t.Text) {
		if t.Text[i] == '.' {
			return codeNumber
		}
	}
	return codeDigits
}
