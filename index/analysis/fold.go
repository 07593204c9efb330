package analysis

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed data/traditional.txt
var traditionalData string

// foldedRune is one rune after folding with the bytes of the original it stands for. A ligature gives several that
// share their bytes; a letter with its accent gives one.
type foldedRune struct {
	r          rune
	start, end int
}

// simplified maps a traditional character to its simplified form; zero means no change. A table, since it is read for
// every character indexed.
var simplified = sync.OnceValue(func() *[0x10000]uint16 {
	table := new([0x10000]uint16)
	for line := range strings.Lines(traditionalData) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		from, size := utf8.DecodeRuneInString(line)
		to, _ := utf8.DecodeRuneInString(line[size:])
		table[from] = uint16(to)
	}
	return table
})

// fold appends the folded runes of text to dst. White space and punctuation come through as they are; marks that NFKC
// does not compose are dropped.
func fold(dst []foldedRune, text string) []foldedRune {
	table := simplified()
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && (i+1 == len(text) || text[i+1] < utf8.RuneSelf) {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, foldedRune{rune(c), i, i + 1})
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if isIdeograph(r) && !combines(text[i+size:]) {
			if s := table[r]; s != 0 {
				r = rune(s)
			}
			dst = append(dst, foldedRune{r, i, i + size})
			i += size
			continue
		}
		end := i + norm.NFKC.NextBoundaryInString(text[i:], true)
		dst = foldCluster(dst, text, i, end)
		i = end
	}
	return dst
}

// isIdeograph says whether r is a character that NFKC leaves alone.
func isIdeograph(r rune) bool { return 0x3400 <= r && r <= 0x9FFF }

// combines says whether rest begins with a mark that belongs to what stands before it.
func combines(rest string) bool {
	if rest == "" || rest[0] < 0xCC || 0xE4 <= rest[0] && rest[0] <= 0xE9 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.Is(unicode.M, r)
}

// foldCluster folds text[start:end], one normalisation segment, by the slow and complete way.
func foldCluster(dst []foldedRune, text string, start, end int) []foldedRune {
	table := simplified()
	for _, r := range norm.NFKC.String(text[start:end]) {
		switch {
		case unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r):
			continue
		case r > 0xBF && r < 0x2000:
			r = baseLetter(r)
		case r < 0x10000 && table[r] != 0:
			r = rune(table[r])
		}
		dst = append(dst, foldedRune{unicode.ToLower(r), start, end})
	}
	return dst
}

// baseLetter drops the accent of a letter.
func baseLetter(r rune) rune {
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	if d := norm.NFD.Properties(buf[:n]).Decomposition(); d != nil {
		r, _ = utf8.DecodeRune(d)
	}
	return r
}
