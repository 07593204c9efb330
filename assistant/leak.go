package assistant

import (
	"strings"
	"unicode"

	"lvgu/index/corpus"
)

// leakRunes is how many letters and digits in a row a text may share with the instructions: fewer are words that
// anybody uses, more are copied.
const leakRunes = 11

// leakRunesEnglish is the same for English, whose words are longer.
const leakRunesEnglish = 34

// instructions are the runs of characters that only a text copied from the prompt has.
type instructions map[string]bool

var promptRuns = map[string]instructions{
	corpus.Chinese: runsOf(Instructions(corpus.Chinese), leakRunes),
	corpus.English: runsOf(Instructions(corpus.English), leakRunesEnglish),
}

func runsOf(text string, length int) instructions {
	runes := []rune(lettersOf(text))
	out := instructions{}
	for i := 0; i+length <= len(runes); i++ {
		out[string(runes[i:i+length])] = true
	}
	return out
}

// leaksPrompt reports whether a text repeats the instructions in words that held does not have. A model may print
// those of either language.
func leaksPrompt(text, held string) bool {
	held = lettersOf(held)
	runes := []rune(lettersOf(text))
	for lang, length := range map[string]int{corpus.Chinese: leakRunes, corpus.English: leakRunesEnglish} {
		for i := 0; i+length <= len(runes); i++ {
			if run := string(runes[i : i+length]); promptRuns[lang][run] && !strings.Contains(held, run) {
				return true
			}
		}
	}
	return false
}

// lettersOf is text without anything but letters and digits, in lower case.
func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
