package index

import (
	"strings"
	"unicode/utf8"

	"lvgu/index/analysis"
)

// maxPhrases bounds the lexis of a large index: names are found among its first passages then.
const maxPhrases = 300_000

// maxShortPhrase is the length in characters up to which every part of a name is a phrase of its own.
const maxShortPhrase = 6

// lexis is what the passages call things: the titles, headings and keywords, whole and in parts. A query is corrected
// to it.
type lexis struct {
	phrases  map[string]int    // how often; the whole of a name and its beginning count more
	sounds   map[string]string // merged pinyin → the commonest phrase
	initials map[string]string // of names only
}

// wholeName is what being a name, or the beginning of one, counts against being a part in the middle.
const wholeName = 3

func newLexis(passages []Passage) *lexis {
	l := &lexis{phrases: map[string]int{}, sounds: map[string]string{}, initials: map[string]string{}}
	seen := map[string]bool{}
	names := map[string]bool{}
	for i := range passages {
		p := &passages[i]
		for _, text := range append([]string{p.Title, p.Heading}, p.Keywords...) {
			if seen[text] || len(l.phrases) > maxPhrases {
				continue
			}
			seen[text] = true
			for _, run := range characterRuns(text) {
				l.addRun(run, names)
			}
		}
	}
	for phrase := range l.phrases {
		full, initials := analysis.Sound(phrase)
		if full == "" {
			continue
		}
		l.prefer(l.sounds, analysis.MergeSounds(full), phrase)
		if names[phrase] {
			l.prefer(l.initials, initials, phrase)
		}
	}
	return l
}

// characterRuns returns the stretches of joined Chinese characters in a text, folded.
func characterRuns(text string) [][]string {
	var runs [][]string
	for _, t := range analysis.Tokenize(text) {
		if t.Kind != analysis.Character {
			continue
		}
		if len(runs) == 0 || !t.Joined {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], t.Text)
	}
	return runs
}

// addRun counts a run and its parts.
func (l *lexis) addRun(run []string, names map[string]bool) {
	if n := len(run); n >= 2 && n <= 2*maxShortPhrase {
		names[strings.Join(run, "")] = true
	}
	for from := range run {
		for to := from + 2; to <= min(from+maxShortPhrase, len(run)); to++ {
			phrase := strings.Join(run[from:to], "")
			l.phrases[phrase]++
			if from == 0 {
				l.phrases[phrase] += wholeName
				names[phrase] = true
			}
		}
	}
	if n := len(run); n > maxShortPhrase && n <= 2*maxShortPhrase {
		l.phrases[strings.Join(run, "")] += wholeName
	}
}

// prefer keeps the commoner of two phrases for a key, the first by text when they are equal.
func (l *lexis) prefer(index map[string]string, key, phrase string) {
	known, ok := index[key]
	if !ok || l.phrases[phrase] > l.phrases[known] || l.phrases[phrase] == l.phrases[known] && phrase < known {
		index[key] = phrase
	}
}

// byPinyin returns the phrase that letters spell, in full or by initials; empty without one.
func (l *lexis) byPinyin(letters string) string {
	for i := range len(letters) {
		if letters[i] < 'a' || letters[i] > 'z' {
			return ""
		}
	}
	if phrase := l.sounds[analysis.MergeSounds(letters)]; phrase != "" {
		return phrase
	}
	if len(letters) >= 2 && !strings.ContainsAny(letters, "aeiou") {
		return l.initials[letters]
	}
	return ""
}

// alike returns a phrase that sounds or looks like text and shares a character with it; empty without one. Of two
// characters, only a name or its beginning will do: too many pairs sound alike.
func (l *lexis) alike(text string) string {
	n := utf8.RuneCountInString(text)
	full, _ := analysis.Sound(text)
	if phrase := l.sounds[analysis.MergeSounds(full)]; full != "" && l.plausible(text, phrase, n) {
		return phrase
	}
	for at, r := range text {
		for _, other := range analysis.Lookalikes(r) {
			phrase := text[:at] + string(other) + text[at+utf8.RuneLen(r):]
			if l.plausible(text, phrase, n) {
				return phrase
			}
		}
	}
	return ""
}

func (l *lexis) plausible(text, phrase string, n int) bool {
	count := l.phrases[phrase]
	d := differing(text, phrase)
	return count > 0 && d > 0 && 2*d <= n && (n > 2 || count > wholeName)
}
