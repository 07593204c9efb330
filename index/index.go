package index

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
	Keywords   []string // other names for the subject
	Questions  []string // questions that the passage answers
}

// Query asks for passages.
type Query struct {
	Text     string
	Lang     string   // only passages of this language; empty for all
	Sections []string // only these; empty for all
	Limit    int      // hits wanted; 0 means 10
	Explain  bool
}

// Hit is one passage found.
type Hit struct {
	ID          string
	Ord         int     // position of the passage in the slice given to New
	Score       float64 // comparable within one Result only
	Coverage    float64 // share of the query's weight (idf) that the passage holds, 0 to 1; comparable between queries
	Matched     []string
	Explanation *Explanation // when the query asked for it
}
