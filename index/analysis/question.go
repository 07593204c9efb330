package analysis

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/question.txt
var questionData string

//go:embed data/stop.en.txt
var stopData string

// questionWords holds the words that carry no subject: Chinese phrases and, stemmed, English words.
type questionWords struct {
	phrases map[string]bool
	longest int // of phrases, in characters
	words   map[string]bool
}

var loadQuestionWords = sync.OnceValue(func() questionWords {
	q := questionWords{phrases: map[string]bool{}, words: map[string]bool{}}
	for line := range dataLines(questionData) {
		tokens := Tokenize(line)
		q.phrases[joinText(tokens)] = true
		q.longest = max(q.longest, len(tokens))
	}
	for line := range dataLines(stopData) {
		for word := range strings.FieldsSeq(line) {
			q.words[stem(word)] = true
		}
	}
	return q
})

// dataLines yields the lines of a data file without comments and blank lines.
func dataLines(data string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(data) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}

// maxPhrase is in bytes: most question words are shorter, and a longer one only costs an allocation.
const maxPhrase = 64

func joinText(tokens []Token) string { return string(appendText(nil, tokens)) }

func appendText(text []byte, tokens []Token) []byte {
	for _, t := range tokens {
		text = append(text, t.Text...)
	}
	return text
}

// Subject returns the tokens of a query without those that only put the question. What a removed word stood between
// is no longer joined. A query of nothing but question words comes back whole.
func Subject(tokens []Token) []Token {
	if kept := Matter(tokens); len(kept) > 0 {
		return kept
	}
	return tokens
}

// Matter is Subject, but that nothing is left of a query of nothing but question words.
func Matter(tokens []Token) []Token {
	words := loadQuestionWords()
	kept := make([]Token, 0, len(tokens))
	gap := false
	for i := 0; i < len(tokens); {
		n := words.match(tokens[i:])
		if n > 0 {
			gap = true
			i += n
			continue
		}
		t := tokens[i]
		t.Joined = t.Joined && !gap
		gap = false
		kept = append(kept, t)
		i++
	}
	return kept
}

// match returns the number of tokens of the longest question word that tokens begins with.
func (q questionWords) match(tokens []Token) int {
	switch tokens[0].Kind {
	case Number:
		return 0
	case Word:
		if q.words[tokens[0].Text] {
			return 1
		}
		return 0
	}
	n := 0
	for n < len(tokens) && n < q.longest && tokens[n].Kind == Character && (n == 0 || tokens[n].Joined) {
		n++
	}
	var room [maxPhrase]byte
	phrase := appendText(room[:0], tokens[:n])
	for ; n > 0; n-- {
		if q.phrases[string(phrase)] {
			return n
		}
		phrase = phrase[:len(phrase)-len(tokens[n-1].Text)]
	}
	return 0
}
