package analysis

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/stop.zh.txt
var stopPairData string

// stopPairs are the pairs of characters that say nothing of a subject, though few passages may hold them.
var stopPairs = sync.OnceValue(func() map[string]bool {
	pairs := map[string]bool{}
	for line := range dataLines(stopPairData) {
		for pair := range strings.FieldsSeq(line) {
			pairs[joinText(Tokenize(pair))] = true
		}
	}
	return pairs
})

// IsStopPair says whether a term is a pair of characters that only serves grammar: 了多, 是不.
func IsStopPair(text string) bool { return stopPairs()[text] }
