package block

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Squeeze makes one space of every run of spaces and line ends, drops those at the ends, and drops what nobody sees: control
// characters, zero-width characters and byte order marks.
func Squeeze(text string) string {
	var b strings.Builder
	pending := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			pending = b.Len() > 0
		case Invisible(r):
		default:
			if pending {
				b.WriteByte(' ')
				pending = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Invisible reports whether a rune takes no place on paper: it is neither text nor space.
func Invisible(r rune) bool {
	return unicode.Is(unicode.Cc, r) && !unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}

// Lines cuts a text at its line ends and squeezes each; blank ones are dropped.
func Lines(text string) []string {
	var lines []string
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", r) }) {
		if line = Squeeze(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// Joiner puts together the lines of one paragraph: with a space between Latin letters or digits, without one elsewhere. It takes
// time in proportion to the text, however many the lines.
type Joiner struct {
	text strings.Builder
	last rune
}

// Add appends a line; a blank one changes nothing.
func (j *Joiner) Add(line string) {
	if line = Squeeze(line); line == "" {
		return
	}
	if first, _ := utf8.DecodeRuneInString(line); latin(j.last) && latin(first) {
		j.text.WriteByte(' ')
	}
	j.text.WriteString(line)
	j.last, _ = utf8.DecodeLastRuneInString(line)
}

// String is the paragraph so far.
func (j *Joiner) String() string { return j.text.String() }

// Join puts together two lines of one paragraph as a Joiner does.
func Join(a, b string) string {
	var j Joiner
	j.Add(a)
	j.Add(b)
	return j.String()
}

func latin(r rune) bool {
	return r > 0 && r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
