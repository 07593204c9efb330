package index

import (
	"math"
	"strings"

	store "github.com/blevesearch/bleve_index_api"

	"lvgu/index/analysis"
)

// fieldName is the one indexed field: a posting's frequency is the weighted sum over a passage's fields, which is what
// BM25F asks for, so that a query reads one posting per term and passage.
const fieldName = "terms"

// frequencyScale turns weighted frequencies into the integers that the store holds.
const frequencyScale = 4

// Weights of the fields. A heading names the clause; a title stands on every clause of its document.
const (
	weightTitle      = 1
	weightBreadcrumb = 0.5
	weightHeading    = 2
	weightBody       = 1
	weightHeader     = 0.5
	weightKeywords   = 1.5
	weightQuestions  = 1
)

// texts returns a passage's fields with their weights: first what it shares with its document, then its own, which
// begins at the index returned.
func (p *Passage) texts() (texts []weightedText, own int) {
	return []weightedText{
		{p.Title, weightTitle},
		{p.Breadcrumb, weightBreadcrumb},
		{p.Heading, weightHeading},
		{p.Header, weightHeader},
		{p.Body, weightBody},
		{strings.Join(p.Keywords, "\n"), weightKeywords},
		{strings.Join(p.Questions, "\n"), weightQuestions},
	}, 2
}

type weightedText struct {
	text   string
	weight float64
}

// termsField is a passage's terms with their weighted frequencies, as a field of a bleve document.
type termsField struct {
	frequencies store.TokenFrequencies
}

// newTermsField makes the field of texts, whose tokens are given beside them. It also returns their weighted length.
func newTermsField(texts []weightedText, tokens [][]analysis.Token) (*termsField, float64) {
	weights := map[string]float64{}
	length := 0.0
	for i, wt := range texts {
		length += wt.weight * float64(len(tokens[i]))
		for _, t := range analysis.Terms(tokens[i]) {
			weights[t.Text] += wt.weight
		}
	}
	frequencies := make(store.TokenFrequencies, len(weights))
	entries := make([]store.TokenFreq, len(weights))
	n := 0
	for text, weight := range weights {
		entries[n].Term = []byte(text)
		entries[n].SetFrequency(max(1, int(math.Round(weight*frequencyScale))))
		frequencies[text] = &entries[n]
		n++
	}
	return &termsField{frequencies}, length
}

func (f *termsField) Name() string             { return fieldName }
func (f *termsField) Value() []byte            { return nil }
func (f *termsField) ArrayPositions() []uint64 { return nil }
func (f *termsField) EncodedFieldType() byte   { return 't' }
func (f *termsField) Analyze()                 {}

// Options asks for postings with frequencies: nothing stored, no positions, no columns.
func (f *termsField) Options() store.FieldIndexingOptions { return store.IndexField }

// AnalyzedLength is stored with each posting; lengths are kept once a passage instead.
func (f *termsField) AnalyzedLength() int                              { return 1 }
func (f *termsField) AnalyzedTokenFrequencies() store.TokenFrequencies { return f.frequencies }
func (f *termsField) NumPlainTextBytes() uint64                        { return 0 }
func (f *termsField) Size() int                                        { return 64 * len(f.frequencies) }
