package docx

import "testing"

func TestNumeral(t *testing.T) {
	for _, tt := range []struct {
		format string
		n      int
		want   string
	}{
		{"chineseCounting", 10, "十"}, {"chineseCounting", 11, "十一"}, {"chineseCounting", 20, "二十"}, {"chineseCounting", 105, "一百零五"},
		{"chineseCounting", 110, "一百一十"}, {"chineseCounting", 1001, "一千零一"}, {"chineseCounting", 0, "0"}, {"chineseCounting", 10000, "10000"},
		{"chineseLegalSimplified", 12, "拾贰"}, {"ideographDigital", 2023, "二〇二三"}, {"decimalZero", 7, "07"}, {"decimalZero", 17, "17"},
		{"decimalFullWidth", 12, "１２"}, {"upperLetter", 3, "C"}, {"lowerLetter", 28, "bb"}, {"upperRoman", 1994, "MCMXCIV"}, {"lowerRoman", 4, "iv"},
		{"decimalEnclosedCircleChinese", 20, "⑳"}, {"decimalEnclosedCircle", 21, "21"}, {"ideographTraditional", 2, "乙"}, {"ideographZodiac", 13, "13"},
		{"none", 4, ""}, {"unheard of", 4, "4"},
	} {
		if got := numeral(tt.format, tt.n); got != tt.want {
			t.Errorf("numeral(%q, %d) = %q, want %q", tt.format, tt.n, got, tt.want)
		}
	}
}
