package index

import (
	"regexp"
	"strings"
)

// articleNumber at the end of a title numbers a part: the document's name stands before it.
var articleNumber = regexp.MustCompile(`第([零〇一二三四五六七八九十百千0-9]+)条(?:之([一二三四五六七八九十]+))?$`)

// documentName is what the titles of the passages of one document share.
func documentName(title string) string {
	return strings.TrimSpace(articleNumber.ReplaceAllString(strings.TrimSpace(title), ""))
}

// articleOrder returns a number by which the articles of one document follow one another, 0 for a title without one.
func articleOrder(title string) int32 {
	m := articleNumber.FindStringSubmatch(strings.TrimSpace(title))
	if m == nil {
		return 0
	}
	return 1000*chineseNumber(m[1]) + chineseNumber(m[2])
}

var chineseDigits = map[rune]int32{'一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

var chineseTens = map[rune]int32{'十': 10, '百': 100, '千': 1000}

// chineseNumber reads 一千二百六十 or 1260; at most 9999.
func chineseNumber(s string) int32 {
	total, digit := int32(0), int32(0)
	for _, r := range s {
		switch {
		case '0' <= r && r <= '9':
			digit = digit*10 + r - '0'
		case chineseTens[r] > 0:
			total += max(digit, 1) * chineseTens[r]
			digit = 0
		default:
			digit = digit*10 + chineseDigits[r]
		}
		digit = min(digit, 9999)
	}
	return min(total+digit, 9999)
}
