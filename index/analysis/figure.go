package analysis

import (
	"math"
	"strconv"
	"strings"
)

// maxFigure is the largest value that figures are compared by: decimals are exact up to there.
const maxFigure = 1e15

var numeralDigits = map[string]float64{
	"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}

var numeralUnits = map[string]float64{"十": 10, "百": 100, "千": 1000, "万": 1e4, "亿": 1e8}

// Figures returns the terms that make writings of one figure equal: 三十亿 and 30 亿 both give 3000000000, as does the
// number written out; a document number gives one term, 政发2021-5 for 浙政发〔2021〕5号.
func Figures(tokens []Token) []Term {
	var terms []Term
	for i := 0; i < len(tokens); i++ {
		if n, text := numeral(tokens[i:]); n > 0 {
			terms = append(terms, Term{Text: text, Start: tokens[i].Start, End: tokens[i+n-1].End})
			i += n - 1
		} else if text := documentNumber(tokens, i); text != "" {
			terms = append(terms, Term{Text: text, Start: tokens[i-1].Start, End: tokens[i+2].End})
		}
	}
	return terms
}

// numeral reads the figure that tokens begin with, when it is not written in plain digits already. It returns how many
// tokens it takes and its value in digits.
func numeral(tokens []Token) (int, string) {
	first := tokens[0]
	value, n := 0.0, 0
	switch {
	case first.Kind == Number && !strings.HasPrefix(first.Text, "0"):
		value, _ = strconv.ParseFloat(first.Text, 64)
		n = 1
		for n < len(tokens) && tokens[n].Joined && numeralUnits[tokens[n].Text] > 10 {
			value *= numeralUnits[tokens[n].Text]
			n++
		}
	case isNumeral(first):
		for n < len(tokens) && (n == 0 || tokens[n].Joined) && isNumeral(tokens[n]) {
			n++
		}
		value = numeralValue(tokens[:n])
	}
	if n < 2 || value <= 0 || value > maxFigure {
		return 0, ""
	}
	return n, strconv.FormatFloat(math.Round(value*1e4)/1e4, 'f', -1, 64)
}

func isNumeral(t Token) bool {
	_, digit := numeralDigits[t.Text]
	return digit || numeralUnits[t.Text] > 0
}

// numeralValue reads Chinese numerals: 一千二百, 三十亿, or digit by digit 二〇二一.
func numeralValue(tokens []Token) float64 {
	total, section, digit := 0.0, 0.0, 0.0
	for _, t := range tokens {
		unit := numeralUnits[t.Text]
		switch {
		case unit == 0:
			digit = digit*10 + numeralDigits[t.Text]
		case unit < 1e4:
			section += max(digit, 1) * unit
			digit = 0
		default:
			total = max(total+section+digit, 1) * unit
			section, digit = 0, 0
		}
	}
	return total + section + digit
}

// documentNumber returns the term of a document number whose year is the i-th token.
func documentNumber(tokens []Token, i int) string {
	if i < 2 || i+2 >= len(tokens) || tokens[i].Kind != Number || len(tokens[i].Text) != 4 {
		return ""
	}
	number, end := tokens[i+1], tokens[i+2]
	if number.Kind != Number || end.Text != "号" || !end.Joined || tokens[i-1].Kind != Character || !tokens[i-1].Joined {
		return ""
	}
	return tokens[i-2].Text + tokens[i-1].Text + tokens[i].Text + "-" + number.Text
}
