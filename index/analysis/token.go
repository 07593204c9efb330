package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is.
type Kind uint8

// The kinds of token.
const (
	Character Kind = iota // one Chinese character, or another script's that is written without spaces
	Word                  // a word of letters and digits, lower-cased and stemmed
	Number                // digits with their decimal point, without separators of thousands
)

// maxWord is the number of bytes of a word that are kept: longer runs of letters are keys or noise, and a term must not
// outgrow what the store takes.
const maxWord = 64

// Token is one piece of folded text.
type Token struct {
	Kind       Kind
	Text       string // a character, a stemmed word or a number
	Start, End int    // bytes of the original text
	Joined     bool   // nothing but white space stands between this and the token before
	Begins     bool   // the first of a sentence or line
}

// Tokenize cuts text into tokens, in order. Punctuation and symbols are left out.
func Tokenize(text string) []Token {
	var buf [256]foldedRune
	runes := fold(buf[:0], text)
	tokens := make([]Token, 0, len(runes))
	joined, begins := false, true
	add := func(t Token) {
		t.Joined, t.Begins = joined && !begins, begins
		tokens = append(tokens, t)
		joined, begins = true, false
	}
	for i := 0; i < len(runes); {
		r := runes[i]
		switch {
		case isCharacter(r.r):
			add(Token{Kind: Character, Text: characterText(r.r), Start: r.start, End: r.end})
			i++
		case isWordRune(r.r):
			n := wordLength(runes[i:])
			kind, word := wordText(runes[i : i+n])
			add(Token{Kind: kind, Text: word, Start: r.start, End: runes[i+n-1].end})
			i += n
		default:
			joined = joined && unicode.IsSpace(r.r)
			begins = begins || endsSentence(r.r)
			i++
		}
	}
	return tokens
}

func isCharacter(r rune) bool {
	if r < 0x2E80 {
		return false
	}
	return isIdeograph(r) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer)
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// endsSentence says whether a new sentence begins after r. A full stop does not: in Chinese text it is a decimal point,
// in English too often an abbreviation's.
func endsSentence(r rune) bool {
	switch r {
	case '\n', '。', '！', '？', '；', '!', '?', ';':
		return true
	}
	return false
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// wordLength returns the number of runes of the word or number that runes begins with. A point or comma between digits
// belongs to the number; an apostrophe with what follows it does not belong to the word.
func wordLength(runes []foldedRune) int {
	n := 0
	for n < len(runes) {
		r := runes[n].r
		inside := n > 0 && n+1 < len(runes) && isDigit(runes[n-1].r) && isDigit(runes[n+1].r)
		if isCharacter(r) || !isWordRune(r) && !((r == '.' || r == ',') && inside) {
			break
		}
		n++
	}
	return n
}

// wordText returns the text of a word token. Digits followed by letters are one word: 5g, 2025a.
func wordText(runes []foldedRune) (Kind, string) {
	var b strings.Builder
	kind := Number
	for _, r := range runes {
		if r.r == ',' {
			continue
		}
		if !isDigit(r.r) && r.r != '.' {
			kind = Word
		}
		if b.Len()+utf8.RuneLen(r.r) > maxWord {
			break
		}
		b.WriteRune(r.r)
	}
	if kind == Number {
		return kind, b.String()
	}
	return kind, stem(b.String())
}
