package index

import (
	"strings"
	"unicode/utf8"

	store "github.com/blevesearch/bleve_index_api"

	"lvgu/index/analysis"
)

// fieldName is the one indexed field: a posting's frequency is the weighted sum over a passage's fields, which is what
// BM25F asks for, so that a query reads one posting per term and passage.
const fieldName = "terms"

// Weights of the fields, in quarters: the store holds whole frequencies. The title's is in ranking.json; the public sets
// have no other field than title and body. A heading names the clause; a title stands on
// every clause of its document.
const (
	frequencyScale = 4

	weightBreadcrumb = 2
	weightHeading    = 8
	weightHeader     = 2
	weightBody       = 4
	weightKeywords   = 6
	weightQuestions  = 4
)

// fieldText is one field of a passage.
type fieldText struct {
	text   string
	weight int
}

// sharedFields is how many of a passage's fields it shares with its document; they come first.
const sharedFields = 3

// bodyField is the place of the body among the fields.
const bodyField = 5

func (p *Passage) fields() []fieldText {
	return []fieldText{
		{p.Title, 0}, // one of the Parameters
		{p.Breadcrumb, weightBreadcrumb},
		{strings.Join(p.Keywords, "\n"), weightKeywords},
		{p.Heading, weightHeading},
		{p.Header, weightHeader},
		{p.Body, weightBody},
		{strings.Join(p.Questions, "\n"), weightQuestions},
	}
}

// termsField is a passage's terms with their weighted frequencies, as a field of a bleve document.
type termsField struct {
	frequencies store.TokenFrequencies
}

// termer makes termsFields. It keeps the bigrams it has seen, since making them anew is a third of the work.
type termer struct {
	bigrams map[uint32]*interned
}

type interned struct {
	text  string
	bytes []byte
}

func newTermer() *termer { return &termer{bigrams: map[uint32]*interned{}} }

// field makes the field of a passage, whose tokens are given beside its fields. It also returns the weighted length,
// in the unit of the weights. The terms are those of analysis.Terms.
func (t *termer) field(fields []fieldText, tokens [][]analysis.Token) (*termsField, int) {
	length, count := 0, 0
	for i, f := range fields {
		length += f.weight * len(tokens[i])
		count += len(tokens[i])
	}
	frequencies := make(store.TokenFrequencies, 2*count)
	add := func(text string, bytes []byte, weight int) {
		entry := frequencies[text]
		if entry == nil {
			if bytes == nil {
				bytes = []byte(text)
			}
			entry = &store.TokenFreq{Term: bytes}
			frequencies[text] = entry
		}
		entry.SetFrequency(entry.Frequency() + weight)
	}
	for i, f := range fields {
		for k, token := range tokens[i] {
			add(token.Text, nil, f.weight)
			if k > 0 && token.Joined && token.Kind == analysis.Character && tokens[i][k-1].Kind == analysis.Character {
				b := t.bigram(tokens[i][k-1].Text, token.Text)
				add(b.text, b.bytes, f.weight)
			}
		}
		for _, figure := range analysis.Figures(tokens[i]) {
			add(figure.Text, nil, f.weight)
		}
	}
	return &termsField{frequencies}, length
}

func (t *termer) bigram(first, second string) *interned {
	a, _ := utf8.DecodeRuneInString(first)
	b, _ := utf8.DecodeRuneInString(second)
	if a > 0xFFFF || b > 0xFFFF {
		return &interned{text: first + second}
	}
	key := uint32(a)<<16 | uint32(b)
	known := t.bigrams[key]
	if known == nil {
		text := first + second
		known = &interned{text, []byte(text)}
		t.bigrams[key] = known
	}
	return known
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
