package docx

import (
	"strconv"
	"strings"
)

// numeral writes a number in one of the formats of ECMA-376, 17.18.59 (ST_NumberFormat); those that no Chinese document
// uses as decimals.
func numeral(format string, n int) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting",
		"ideographTraditionalChinese":
		return chinese(n, "零一二三四五六七八九", "十百千")
	case "chineseLegalSimplified", "ideographLegalTraditional":
		return chinese(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return digits(n, "〇一二三四五六七八九")
	case "decimalFullWidth", "decimalFullWidth2":
		return digits(n, "０１２３４５６７８９")
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "decimalEnclosedParen":
		if n >= 1 && n <= 20 {
			return string(rune('⑴' + n - 1))
		}
	case "decimalEnclosedFullstop":
		if n >= 1 && n <= 20 {
			return string(rune('⒈' + n - 1))
		}
	case "ideographZodiac":
		return pick(n, "子丑寅卯辰巳午未申酉戌亥")
	case "ideographTraditional":
		return pick(n, "甲乙丙丁戊己庚辛壬癸")
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// chinese counts up to 9999, as 二十一 and 一百零五; 10 to 19 begin with 十.
func chinese(n int, digit, unit string) string {
	if n <= 0 || n > 9999 {
		return strconv.Itoa(n)
	}
	ds, us := []rune(digit), []rune(unit)
	var b strings.Builder
	zero := false
	for place := 3; place >= 0; place-- {
		power := []int{1, 10, 100, 1000}[place]
		d := n / power % 10
		switch {
		case d == 0:
			zero = b.Len() > 0
			continue
		case zero:
			b.WriteRune(ds[0])
			zero = false
		}
		if !(d == 1 && place == 1 && b.Len() == 0) {
			b.WriteRune(ds[d])
		}
		if place > 0 {
			b.WriteRune(us[place-1])
		}
	}
	return b.String()
}

func digits(n int, set string) string {
	ds := []rune(set)
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return ds[r-'0']
		}
		return r
	}, strconv.Itoa(n))
}

// letters counts a to z, then aa, bb: the same letter again.
func letters(n int, first rune) string {
	if n < 1 || n > 26*9 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.sign)
		}
	}
	return b.String()
}

func pick(n int, set string) string {
	signs := []rune(set)
	if n < 1 || n > len(signs) {
		return strconv.Itoa(n)
	}
	return string(signs[n-1])
}
