// Package charset turns the bytes of a text file into text: UTF-8, UTF-16 or a Chinese encoding, told by a byte order mark,
// by validity, by the file's own word, and last by trial.
package charset

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// ErrUnknown says that bytes are text in no encoding that is known here.
var ErrUnknown = errors.New("text in no known encoding")

// Decode returns the text and the name of its encoding. label is what the file says of itself, "" where it says nothing; it
// counts only where neither mark nor validity decides, for pages are often converted without their label.
func Decode(data []byte, label string) (text, name string, err error) {
	if rest, ok := bytes.CutPrefix(data, []byte("\xEF\xBB\xBF")); ok && utf8.Valid(rest) {
		return string(rest), "UTF-8", nil
	}
	if order, ok := utf16Order(data); ok {
		return decode(data, unicode.UTF16(order, unicode.UseBOM), "UTF-16")
	}
	if utf8.Valid(data) && bytes.IndexByte(data, 0) < 0 {
		return string(data), "UTF-8", nil
	}
	if named, err := htmlindex.Get(strings.TrimSpace(label)); err == nil && named != unicode.UTF8 {
		if text, name, err := decode(data, named, strings.ToUpper(label)); err == nil {
			return text, name, nil
		}
	}
	return decode(data, simplifiedchinese.GB18030, "GB18030")
}

// utf16Order tells UTF-16 by its mark, or by trial: in the wrong order hardly a character is one of a Chinese text. Only bytes
// with a zero among them, as every line end has, are tried.
func utf16Order(data []byte) (unicode.Endianness, bool) {
	switch {
	case len(data)%2 != 0 || len(data) == 0:
		return unicode.LittleEndian, false
	case data[0] == 0xFF && data[1] == 0xFE:
		return unicode.LittleEndian, true
	case data[0] == 0xFE && data[1] == 0xFF:
		return unicode.BigEndian, true
	case bytes.IndexByte(data, 0) < 0:
		return unicode.LittleEndian, false
	}
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		text, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(data)
		if err == nil && chinese(string(text)) {
			return order, true
		}
	}
	return unicode.LittleEndian, false
}

// chinese reports whether nearly all characters are such as a Chinese text has.
func chinese(text string) bool {
	usual, all := 0, 0
	for _, r := range text {
		all++
		switch {
		case r == '\n', r == '\r', r == '\t', r >= ' ' && r <= '~', r >= 0x2010 && r <= 0x2027, r >= 0x3000 && r <= 0x3020,
			r >= 0x4E00 && r <= 0x9FFF, r >= 0xFF00 && r <= 0xFF5E:
			usual++
		}
	}
	const share = 95 // of a hundred
	return usual*100 >= all*share
}

// decode refuses what the encoding has no characters for: it puts U+FFFD there.
func decode(data []byte, from encoding.Encoding, name string) (string, string, error) {
	text, err := from.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) || bytes.IndexByte(text, 0) >= 0 {
		return "", "", ErrUnknown
	}
	return string(text), name, nil
}
