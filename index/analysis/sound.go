package analysis

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
)

//go:embed data/shapes.txt
var shapeData string

// merged folds the sounds that speakers and typists mix up.
var merged = strings.NewReplacer("zh", "z", "ch", "c", "sh", "s", "ng", "n", "lv", "lu", "nv", "nu", "ü", "u")

// MergeSounds reduces pinyin, as typed or as Sound gives it, to what sounds alike.
func MergeSounds(letters string) string { return merged.Replace(letters) }

var soundArgs = func() pinyin.Args {
	args := pinyin.NewArgs() // no tones, one reading a character
	args.Fallback = nil
	return args
}()

// Sound returns the pinyin of a text of Chinese characters and its initials, both without tones; empty when one of the
// characters has none.
func Sound(text string) (full, initials string) {
	var f, i strings.Builder
	for _, r := range text {
		readings := pinyin.SinglePinyin(r, soundArgs)
		if len(readings) == 0 || readings[0] == "" {
			return "", ""
		}
		f.WriteString(readings[0])
		i.WriteByte(readings[0][0])
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
