package analysis

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/pinyin.txt
var pinyinData string

//go:embed data/shapes.txt
var shapeData string

// merged folds the sounds that speakers and typists mix up.
var merged = strings.NewReplacer("zh", "z", "ch", "c", "sh", "s", "ng", "n", "lv", "lu", "nv", "nu", "ü", "u")

// MergeSounds reduces pinyin, as typed or as Sound gives it, to what sounds alike.
func MergeSounds(letters string) string { return merged.Replace(letters) }

// readings holds the pinyin of characters as numbers: a table, since all names of a corpus are read by it.
type readings struct {
	syllables []string
	of        [lastRead - firstRead]uint16 // character → syllable, plus one
}

// The characters that data/pinyin.txt covers.
const (
	firstRead = 0x3400
	lastRead  = 0xA000
)

var loadReadings = sync.OnceValue(func() *readings {
	t := &readings{}
	for line := range dataLines(pinyinData) {
		syllable, characters, _ := strings.Cut(line, " ")
		t.syllables = append(t.syllables, syllable)
		for _, r := range characters {
			if firstRead <= r && r < lastRead {
				t.of[r-firstRead] = uint16(len(t.syllables))
			}
		}
	}
	return t
})

// Sound returns the pinyin of a text of Chinese characters and its initials, both without tones; empty when one of the
// characters has none.
func Sound(text string) (full, initials string) {
	table := loadReadings()
	var f, i strings.Builder
	for _, r := range text {
		if r < firstRead || r >= lastRead || table.of[r-firstRead] == 0 {
			return "", ""
		}
		syllable := table.syllables[table.of[r-firstRead]-1]
		f.WriteString(syllable)
		i.WriteByte(syllable[0])
	}
	return f.String(), i.String()
}

// lookalikes maps a character to those of its line in data/shapes.txt.
var lookalikes = sync.OnceValue(func() map[rune]string {
	out := map[rune]string{}
	for line := range dataLines(shapeData) {
		for at, r := range line {
			out[r] += line[:at] + line[at+utf8.RuneLen(r):]
		}
	}
	return out
})

// Lookalikes returns the characters that are easily taken for r.
func Lookalikes(r rune) string { return lookalikes()[r] }
