package index

import (
	"strings"
	"unicode/utf8"

	"lvgu/index/analysis"
)

// longestCorrected bounds the phrases that a part of a query may be corrected to, in characters.
const longestCorrected = 8

// maxTries bounds the parts of one query that are looked at for correction.
const maxTries = 16

// correct looks for what was meant by those parts of the query that no passage holds: words in Latin letters as pinyin,
// Chinese as names of the same sound or shape.
func (ix *Index) correct(p *Prepared) {
	tries := 0
	for i := 0; i < len(p.tokens) && tries < maxTries; i++ {
		t := p.tokens[i]
		switch {
		case t.Kind == analysis.Word && !ix.heldIn(t.Text, p.lang):
			tries++
			i += ix.correctPinyin(p, i)
		case t.Kind == analysis.Character && i > 0 && t.Joined && p.tokens[i-1].Kind == analysis.Character:
			if !ix.holds(p.tokens[i-1].Text + t.Text) {
				tries++
				i += ix.correctSpelling(p, i)
			}
		}
	}
}

// correctPinyin tries the words from i on as pinyin, several together first. It returns how many more words it used.
func (ix *Index) correctPinyin(p *Prepared, i int) int {
	n := 1
	for i+n < len(p.tokens) && n < longestCorrected && p.tokens[i+n].Kind == analysis.Word && p.tokens[i+n].Joined {
		n++
	}
	for ; n > 0; n-- {
		letters := strings.ToLower(strings.Join(strings.Fields(p.text[p.tokens[i].Start:p.tokens[i+n-1].End]), ""))
		if phrase := ix.lexis().byPinyin(letters); phrase != "" {
			ix.addCorrection(p, i, i+n, phrase, reasonPinyin)
			return n - 1
		}
	}
	return 0
}

// correctSpelling tries the stretches of characters around the unknown pair that ends at i, the longest first, as names
// that sound or look alike. It returns how many more characters it used.
func (ix *Index) correctSpelling(p *Prepared, i int) int {
	first, last := i-1, i+1
	for first > 0 && p.tokens[first].Joined && p.tokens[first-1].Kind == analysis.Character && i-first < longestCorrected {
		first--
	}
	for last < len(p.tokens) && p.tokens[last].Joined && p.tokens[last].Kind == analysis.Character && last-i < longestCorrected {
		last++
	}
	for n := min(last-first, longestCorrected); n >= 2; n-- {
		for from := max(first, i+1-n); from < i && from+n <= last; from++ {
			var b strings.Builder
			for _, t := range p.tokens[from : from+n] {
				b.WriteString(t.Text)
			}
			if phrase := ix.lexis().alike(b.String()); phrase != "" && ix.broken(p, from, phrase) {
				ix.addCorrection(p, from, from+n, phrase, reasonSpelling)
				return from + n - 1 - i
			}
		}
	}
	return 0
}

// broken says whether each character that phrase would change is in no pair that some passage holds: a wrong character
// spoils the pairs on both its sides, while a pair of two words that happen to meet spoils only itself.
func (ix *Index) broken(p *Prepared, from int, phrase string) bool {
	for i, r := range []rune(phrase) {
		at := from + i
		if p.tokens[at].Text != string(r) && (ix.pairHeld(p, at) || ix.pairHeld(p, at+1)) {
			return false
		}
	}
	return true
}

// pairHeld says whether some passage holds the pair of characters that ends at the i-th token.
func (ix *Index) pairHeld(p *Prepared, i int) bool {
	if i <= 0 || i >= len(p.tokens) || !p.tokens[i].Joined || p.tokens[i].Kind != analysis.Character || p.tokens[i-1].Kind != analysis.Character {
		return false
	}
	return ix.holds(p.tokens[i-1].Text + p.tokens[i].Text)
}

func (ix *Index) addCorrection(p *Prepared, from, to int, text, reason string) {
	phrase := analysis.Phrase{Text: text, Tokens: analysis.Tokenize(text), Reason: reason}
	ix.addAlternative(p, alternative{from: from, to: to, phrase: phrase, weight: correctionWeight})
}

// differing counts the characters in which two texts of equal length differ; -1 when the lengths do.
func differing(a, b string) int {
	n := 0
	for a != "" && b != "" {
		x, i := utf8.DecodeRuneInString(a)
		y, k := utf8.DecodeRuneInString(b)
		if x != y {
			n++
		}
		a, b = a[i:], b[k:]
	}
	if a != "" || b != "" {
		return -1
	}
	return n
}
