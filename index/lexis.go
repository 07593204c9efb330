package index

import (
	"hash/maphash"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"lvgu/index/analysis"
)

// maxPhrases bounds the lexis of a large index: names are found among its first passages then.
const maxPhrases = 300_000

// maxShortPhrase is the length in characters up to which every part of a name is a phrase of its own.
const maxShortPhrase = 6

// lexis is what the passages call things: the titles, headings and keywords, whole and in parts. A query is corrected
// to it. Keys are hashes: the phrase that one leads to is compared with what was asked before it is used.
type lexis struct {
	phrases  []string         // sorted
	counts   []int32          // how often; the whole of a name and its beginning count more
	sounds   map[uint64]int32 // merged pinyin → the commonest phrase
	initials map[uint64]int32 // of names only
	seed     maphash.Seed
}

// maxShortSlip is the length in characters up to which only a name is taken for what was meant.
const maxShortSlip = 3

// wholeName is what being a name, or the beginning of one, counts against being a part in the middle.
const wholeName = 3

// namesOf counts the phrases of a lexis while it is made.
type namesOf struct {
	counts map[string]int32
	names  map[string]bool // whole, or the beginning of one
}

func newLexis(passages []Passage) *lexis {
	n := namesOf{map[string]int32{}, map[string]bool{}}
	seen := map[string]bool{}
	for i := range passages {
		p := &passages[i]
		for _, text := range append([]string{p.Title, p.Heading}, p.Keywords...) {
			if seen[text] || len(n.counts) > maxPhrases {
				continue
			}
			seen[text] = true
			for _, run := range characterRuns(text) {
				n.add(run)
			}
		}
	}
	l := &lexis{sounds: map[uint64]int32{}, initials: map[uint64]int32{}, seed: maphash.MakeSeed()}
	l.phrases = slices.Sorted(maps.Keys(n.counts))
	l.counts = make([]int32, len(l.phrases))
	for i, phrase := range l.phrases {
		l.counts[i] = n.counts[phrase]
	}
	for i, phrase := range l.phrases {
		full, initials := analysis.Sound(phrase)
		if full == "" {
			continue
		}
		l.prefer(l.sounds, analysis.MergeSounds(full), int32(i))
		if n.names[phrase] {
			l.prefer(l.initials, initials, int32(i))
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

// add counts a run and its parts.
func (n *namesOf) add(run []string) {
	whole := strings.Join(run, "")
	if len(run) >= 2 && len(run) <= 2*maxShortPhrase {
		n.names[whole] = true
	}
	at := make([]int, len(run)+1) // of each character in whole
	for i, character := range run {
		at[i+1] = at[i] + len(character)
	}
	for from := range run {
		for to := from + 2; to <= min(from+maxShortPhrase, len(run)); to++ {
			phrase := whole[at[from]:at[to]]
			n.counts[phrase]++
			if from == 0 {
				n.counts[phrase] += wholeName
				n.names[phrase] = true
			}
		}
	}
	if len(run) > maxShortPhrase && len(run) <= 2*maxShortPhrase {
		n.counts[whole] += wholeName
	}
}

// prefer keeps the commoner of two phrases for a key, the first by text when they are equal.
func (l *lexis) prefer(index map[uint64]int32, key string, phrase int32) {
	hash := maphash.String(l.seed, key)
	known, ok := index[hash]
	if !ok || l.counts[phrase] > l.counts[known] || l.counts[phrase] == l.counts[known] && phrase < known {
		index[hash] = phrase
	}
}

// bySound returns the phrase of a key; empty without one.
func (l *lexis) bySound(index map[uint64]int32, key string) string {
	if i, ok := index[maphash.String(l.seed, key)]; ok {
		return l.phrases[i]
	}
	return ""
}

// count is how often a phrase is among the names.
func (l *lexis) count(phrase string) int32 {
	if i, ok := slices.BinarySearch(l.phrases, phrase); ok {
		return l.counts[i]
	}
	return 0
}

// byPinyin returns the phrase that letters spell, in full or by initials; empty without one.
func (l *lexis) byPinyin(letters string) string {
	for i := range len(letters) {
		if letters[i] < 'a' || letters[i] > 'z' {
			return ""
		}
	}
	merged := analysis.MergeSounds(letters)
	if phrase := l.bySound(l.sounds, merged); phrase != "" {
		if full, _ := analysis.Sound(phrase); analysis.MergeSounds(full) == merged {
			return phrase
		}
	}
	if len(letters) >= 2 && !strings.ContainsAny(letters, "aeiou") {
		phrase := l.bySound(l.initials, letters)
		if _, initials := analysis.Sound(phrase); initials == letters {
			return phrase
		}
	}
	return ""
}

// alike returns a phrase that sounds or looks like text and shares a character with it; empty without one. Of two or three
// characters, only a name or its beginning will do: too many short ones sound alike.
func (l *lexis) alike(text string) string {
	n := utf8.RuneCountInString(text)
	full, _ := analysis.Sound(text)
	if phrase := l.bySound(l.sounds, analysis.MergeSounds(full)); full != "" && l.plausible(text, phrase, n) {
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
	count := l.count(phrase)
	d := differing(text, phrase)
	return count > 0 && d > 0 && 2*d <= n && (n > maxShortSlip || count > wholeName)
}
