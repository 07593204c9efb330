package index

import (
	"errors"
	"sync"

	"lvgu/index/analysis"
)

// Passage is what is indexed: one unit of retrieval. Fields may be empty; only ID must be unique.
type Passage struct {
	ID         string
	Lang       string // "zh" or "en"
	Section    string // a filter's value
	Title      string // the document's
	Breadcrumb string
	Heading    string
	Body       string
	Header     string   // a table row's column names
	Keywords   []string // other names for the document's subject
	Questions  []string // questions that the passage answers
	Region     string   // where it applies: a filter's value
	Expired    bool     // no longer in force: it ranks lower, unless the query names a year
}

// Query asks for passages.
type Query struct {
	Text     string
	Lang     string   // only passages of this language; empty for all
	Sections []string // only these; empty for all
	Regions  []string // only these; empty for all
	InForce  bool     // leave out what is expired
	Limit    int      // hits wanted; 0 means 10
	Fold     bool     // leave out passages that say the same as a better hit
	Explain  bool
}

// Result is what a query found.
type Result struct {
	Hits     []Hit
	Total    int         // passages that hold at least one of the query's terms and pass its filters
	Expanded []Expansion // terms that were asked for besides the query's own
	Prepared *Prepared   // the query as it was understood
}

// Expansion is a term that was added to a query.
type Expansion struct {
	From   string // the query's own words
	To     string
	Reason string // synonym, translation, pinyin, spelling, figure, or asked: what a question word asks for
	Weight float64
}

// Hit is one passage found.
type Hit struct {
	ID          string
	Ord         int     // position of the passage in the slice given to New
	Score       float64 // comparable within one Result only
	Coverage    float64 // share of the query's weight (idf) that the passage holds, 0 to 1; comparable between queries
	Matched     []string
	Similar     []string     // IDs of passages left out for this one, when the query asked to fold
	Explanation *Explanation // when the query asked for it
}

// Explanation says how a hit came by its score.
type Explanation struct {
	First    float64 // the first stage's score, BM25F
	Terms    []Share // each matched term's part of the first stage's score, largest first
	Features []Share // each feature's part of the hit's score, by its effect, largest first
	Behind   []Share // by which features the hit above is ahead, and by how much, most first; empty for the first hit
}

// Share is one part of a score.
type Share struct {
	Name  string
	Value float64 // of a feature before weighting; of a term its idf
	Score float64
}

// Index answers queries over the passages given to New.
type Index struct {
	passages []Passage
	ranking  *ranking
	cache    *postingsCache
	synonyms *analysis.Synonyms

	norms      []float32 // by position: BM25's length normalisation
	meanLength float32   // of passages, in tokens

	accumulators sync.Pool     // of *accumulator
	lexis        func() *lexis // made when a query first needs it
	*collection
}

// SetSynonyms sets the other names that queries are expanded by, instead of the built-in ones. It must come before the
// first search.
func (ix *Index) SetSynonyms(s *analysis.Synonyms) { ix.synonyms = s }

// hold keeps the index open until one Close more, and reports whether it still was.
func (ix *Index) hold() bool {
	for i, p := range ix.parts {
		if !p.hold() {
			for _, held := range ix.parts[:i] {
				_ = held.release() // closing as well
			}
			return false
		}
	}
	return true
}

// Close releases what no index updated from this one uses. Searches that run meanwhile must have ended.
func (ix *Index) Close() error {
	var errs []error
	for _, p := range ix.parts {
		errs = append(errs, p.release())
	}
	return errors.Join(errs...)
}
