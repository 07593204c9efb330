package analysis

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/synonyms.txt
var synonymData string

//go:embed data/glossary.txt
var glossaryData string

//go:embed data/asked.txt
var askedData string

// AskedFor are the words that question words ask for, by data/asked.txt.
var AskedFor = sync.OnceValue(func() *Synonyms {
	s := &Synonyms{others: map[string][]Phrase{}}
	s.add(askedData, Asked)
	return s
})

// Why a phrase stands for another.
const (
	Synonym     = "synonym"
	Translation = "translation"
	Asked       = "asked"
)

// Phrase is a name for something, ready to be looked for.
type Phrase struct {
	Text   string
	Tokens []Token
	Reason string // Synonym, Translation or Asked
}

// Synonyms knows other names for phrases. It is immutable.
type Synonyms struct {
	others  map[string][]Phrase // by the text of a phrase's tokens
	longest int                 // phrase, in tokens
}

// BuiltinSynonyms are those of data/synonyms.txt and data/glossary.txt.
var BuiltinSynonyms = sync.OnceValue(func() *Synonyms { return builtinAnd("") })

func builtinAnd(more string) *Synonyms {
	s := &Synonyms{others: map[string][]Phrase{}}
	s.add(more, Synonym) // first: what is looked for besides a phrase is bounded
	s.add(synonymData, Synonym)
	s.add(glossaryData, Translation)
	return s
}

// ReadSynonyms returns the built-in synonyms and those of text, which has the form of data/synonyms.txt: one entry a line,
// "a = b" or "a > b"; lines that begin with # are comments. Its errors, joined, name the lines that are no entries.
func ReadSynonyms(text string) (*Synonyms, error) {
	var errs []error
	n := 0
	for line := range strings.Lines(text) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if err := checkEntry(line); err != nil {
			errs = append(errs, fmt.Errorf("line %d: %w", n, err))
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return builtinAnd(text), nil
}

// checkEntry finds what is wrong with a line: the readers are staff.
func checkEntry(line string) error {
	left, right, directed := strings.Cut(line, ">")
	names := strings.Split(left, "=")
	if directed {
		names = append(names, strings.Split(right, "=")...)
	}
	for _, name := range names {
		if len(Tokenize(name)) == 0 {
			return fmt.Errorf("“%s” 里有一处没有词：每行写成 甲 = 乙，或 甲 > 乙", line)
		}
	}
	if len(names) < 2 {
		return fmt.Errorf("“%s” 只有一个词：每行写成 甲 = 乙，或 甲 > 乙", line)
	}
	return nil
}

// add reads lines of names: "a = b" find each other, "a > b" only a finds b.
func (s *Synonyms) add(data, reason string) {
	for line := range dataLines(data) {
		left, right, _ := strings.Cut(line, ">")
		same, wider := phrases(left, reason), phrases(right, reason)
		for i, from := range same {
			for k, to := range same {
				if i != k && reason != Asked {
					s.link(from, to)
				}
			}
			for _, to := range wider {
				s.link(from, to)
			}
		}
	}
}

func phrases(names, reason string) []Phrase {
	var out []Phrase
	for name := range strings.SplitSeq(names, "=") {
		if tokens := Tokenize(name); len(tokens) > 0 {
			out = append(out, Phrase{strings.TrimSpace(name), tokens, reason})
		}
	}
	return out
}

func (s *Synonyms) link(from, to Phrase) {
	key := phraseKey(from.Tokens)
	for _, known := range s.others[key] {
		if phraseKey(known.Tokens) == phraseKey(to.Tokens) {
			return
		}
	}
	if phraseKey(to.Tokens) == key {
		return
	}
	s.others[key] = append(s.others[key], to)
	s.longest = max(s.longest, len(from.Tokens))
}

// phraseKey is what two writings of one phrase have in common.
func phraseKey(tokens []Token) string { return string(appendPhraseKey(nil, tokens)) }

func appendPhraseKey(key []byte, tokens []Token) []byte {
	for _, t := range tokens {
		key = append(key, t.Text...)
		key = append(key, ' ')
	}
	return key
}

// Named is a phrase found in a text: its tokens from From to before To, with its other names.
type Named struct {
	From, To int
	Others   []Phrase
}

// Find returns the phrases in tokens that have other names: at each place the longest, none inside another.
func (s *Synonyms) Find(tokens []Token) []Named {
	var found []Named
	var key []byte
	for i := 0; i < len(tokens); i++ {
		for n := joinedLength(tokens[i:], s.longest); n > 0; n-- {
			key = appendPhraseKey(key[:0], tokens[i:i+n])
			if others := s.others[string(key)]; others != nil {
				found = append(found, Named{i, i + n, others})
				i += n - 1
				break
			}
		}
	}
	return found
}

// joinedLength is the number of tokens, at most limit, that nothing parts.
func joinedLength(tokens []Token, limit int) int {
	n := 1
	for n < len(tokens) && n < limit && tokens[n].Joined {
		n++
	}
	return min(n, len(tokens))
}
