package analysis

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/background.txt
var backgroundData string

// background holds the shares of data/background.txt by term.
var background = sync.OnceValue(func() map[string]float32 {
	shares := map[string]float32{}
	for line := range dataLines(backgroundData) {
		number, terms, _ := strings.Cut(line, " ")
		share, err := strconv.ParseFloat(number, 32)
		if err != nil {
			continue // a test reads every line
		}
		for term := range strings.FieldsSeq(terms) {
			shares[term] = float32(share)
		}
	}
	return shares
})

// Commonness is the share of passages of general Chinese text that hold a character or pair of characters, 0 to 1; 0 for
// what is rare or no Chinese.
func Commonness(term string) float64 { return float64(background()[term]) }
