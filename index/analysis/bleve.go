package analysis

import (
	"sync"

	bleve "github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// Name is the analyzer's name in bleve's registry.
const Name = "lvgu"

// Analyzer gives bleve the terms of this package.
type Analyzer struct{}

// Analyze implements bleve's Analyzer.
func (Analyzer) Analyze(text []byte) bleve.TokenStream {
	terms := Terms(Tokenize(string(text)))
	stream := make(bleve.TokenStream, len(terms))
	for i, t := range terms {
		stream[i] = &bleve.Token{Term: []byte(t.Text), Start: t.Start, End: t.End, Position: i + 1, Type: bleve.AlphaNumeric}
	}
	return stream
}

// Register makes Analyzer known to bleve as Name. Repeated calls do nothing: bleve's registry is one for the process.
var Register = sync.OnceValue(func() error {
	return registry.RegisterAnalyzer(Name, func(map[string]any, *registry.Cache) (bleve.Analyzer, error) {
		return Analyzer{}, nil
	})
})
