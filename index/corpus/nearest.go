package corpus

import (
	"strings"
)

// maxTypos is how many letters a misspelt word may be off and still be recognised; a longer distance guesses.
const maxTypos = 3

// nearest returns the candidate that an author probably meant by word, or "".
func nearest(word string, candidates []string) string {
	best, distance := "", min(maxTypos, len([]rune(word))/2)+1
	for _, c := range candidates {
		if strings.EqualFold(word, c) {
			return c
		}
		if d := editDistance(strings.ToLower(word), strings.ToLower(c)); d < distance {
			best, distance = c, d
		}
	}
	return best
}

// editDistance is the Levenshtein distance in runes.
func editDistance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(y)]
}

// shortList is how many candidates an author reads through although one is named as likely.
const shortList = 8

// didYouMean is the fix for a word outside a list: the likeliest one, and the list where that helps.
func didYouMean(word string, candidates []string) string {
	likely := nearest(word, candidates)
	switch {
	case len(candidates) == 0:
		return ""
	case likely == "":
		return "可用：" + strings.Join(candidates, "、")
	case len(candidates) > shortList:
		return "是不是“" + likely + "”？"
	}
	return "是不是“" + likely + "”？可用：" + strings.Join(candidates, "、")
}
