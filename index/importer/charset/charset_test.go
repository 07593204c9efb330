package charset_test

import (
	"errors"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"lvgu/index/importer/charset"
)

func encoded(t *testing.T, e encoding.Encoding, text string) []byte {
	t.Helper()
	data, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(data)
}

func TestDecode(t *testing.T) {
	const text = "第一条　为了促进发展，制定本办法。\n第2条\n"
	for _, tt := range []struct {
		name, label string
		data        []byte
		want        string
	}{
		{"UTF-8", "", []byte(text), "UTF-8"},
		{"UTF-8 with a mark", "", []byte("\uFEFF" + text), "UTF-8"},
		{"UTF-8 under a false label", "gb2312", []byte(text), "UTF-8"},
		{"GB18030", "", encoded(t, simplifiedchinese.GB18030, text), "GB18030"},
		{"GBK by its label", "gb2312", encoded(t, simplifiedchinese.GBK, text), "GB2312"},
		{"Big5 by its label", "big5", encoded(t, traditionalchinese.Big5, text[:0]+"第一條\n"), "BIG5"},
		{"UTF-16 with a mark", "", encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text), "UTF-16"},
		{"UTF-16BE with a mark", "", encoded(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text), "UTF-16"},
		{"UTF-16LE without", "", encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), text), "UTF-16"},
		{"UTF-16BE without", "", encoded(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), text), "UTF-16"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want := text
			if tt.want == "BIG5" {
				want = "第一條\n"
			}
			got, name, err := charset.Decode(tt.data, tt.label)
			if err != nil || got != want || name != tt.want {
				t.Errorf("Decode = %q, %q, %v, want %q, %q", got, name, err, want, tt.want)
			}
		})
	}
}

func TestDecodeUnknown(t *testing.T) {
	for _, data := range []string{"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe", "\xff\xff\xff", "text\x00\x00\xff"} {
		if text, name, err := charset.Decode([]byte(data), ""); !errors.Is(err, charset.ErrUnknown) {
			t.Errorf("Decode(%q) = %q, %q, %v, want ErrUnknown", data, text, name, err)
		}
	}
}

// FuzzDecode looks for bytes that come out as no text.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xb5\xda\xd2\xbb\xcc\xf5"), "gb2312")
	f.Add([]byte("\xff\xfe\x2c\x7b"), "utf-16")
	f.Add([]byte("\xef\xbb\xbf\xff"), "")
	f.Fuzz(func(t *testing.T, data []byte, label string) {
		text, _, err := charset.Decode(data, label)
		if err == nil && !utf8.ValidString(text) {
			t.Errorf("Decode(%q, %q) = %q, which is no UTF-8", data, label, text)
		}
	})
}
