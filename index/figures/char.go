package figures

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// digitAt reads one ASCII or full-width digit at i.
func digitAt(s string, i int) (value uint64, size int) {
	if i < 0 || i >= len(s) {
		return 0, 0
	}
	if c := s[i]; c >= '0' && c <= '9' {
		return uint64(c - '0'), 1
	}
	// ０ to ９ are EF BC 90 to EF BC 99.
	if s[i] == 0xEF && i+2 < len(s) && s[i+1] == 0xBC && s[i+2] >= 0x90 && s[i+2] <= 0x99 {
		return uint64(s[i+2] - 0x90), 3
	}
	return 0, 0
}

func isDigit(s string, i int) bool {
	_, size := digitAt(s, i)
	return size > 0
}

func isLetter(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z')
}

// runeAt is the rune at i and its size, 0 at the end.
func runeAt(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	return utf8.DecodeRuneInString(s[i:])
}

// runeBefore is the rune that ends at i and its size, 0 at the beginning.
func runeBefore(s string, i int) (rune, int) {
	if i <= 0 {
		return 0, 0
	}
	return utf8.DecodeLastRuneInString(s[:i])
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\u00a0', '\u2009', '\u202f', '\u3000':
		return true
	}
	return false
}

// maxSpaces is how many spaces may stand inside a figure: one by habit, a second by accident. More is a layout.
const maxSpaces = 2

func skipSpace(s string, i int) int {
	for range maxSpaces {
		r, size := runeAt(s, i)
		if !isSpace(r) {
			break
		}
		i += size
	}
	return i
}

func hasAt(s string, i int, part string) bool {
	return i >= 0 && i <= len(s) && strings.HasPrefix(s[i:], part)
}

// in reports whether r is one of the runes of set; the zero rune, which stands for the end of a text, never is.
func in(r rune, set string) bool {
	return r != 0 && strings.ContainsRune(set, r)
}

func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF
}

// lowerASCII lowers A to Z only, so that offsets stay.
func lowerASCII(s string) string {
	lower := []byte(s)
	for i, c := range lower {
		if c >= 'A' && c <= 'Z' {
			lower[i] = c + 'a' - 'A'
		}
	}
	return string(lower)
}

// wordEnd is the end of the run of ASCII letters at i.
func wordEnd(s string, i int) int {
	for isLetter(s, i) {
		i++
	}
	return i
}

func isAnyDigit(r rune) bool {
	return unicode.IsDigit(r) || in(r, "½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞")
}
