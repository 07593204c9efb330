package assistant

import "sync"

// Outcome says whether a question was answered. The two are exclusive: a declined answer cites nothing.
type Outcome string

// The outcomes.
const (
	Answered Outcome = "answered"
	Declined Outcome = "declined"
)

// Mode says who wrote an answer's sentences.
type Mode string

// The modes.
const (
	Extract  Mode = "extract"  // quotations from the passages
	Generate Mode = "generate" // a model's sentences, each checked against the passages it cites
)

// Question is what a visitor asks.
type Question struct {
	Text    string
	History []Turn // oldest first
	Lang    string // "zh" or "en"; empty: detected from Text
	// Spend says whether a model may be asked, and takes it for done: it is called once, just before. nil: it may. Where
	// it may not, the answer is the quotation.
	Spend func() bool
}

// spendOnce asks q.Spend at most once, and only where there is a model to ask.
func (q Question) spendOnce(model bool) func() bool {
	return sync.OnceValue(func() bool { return model && (q.Spend == nil || q.Spend()) })
}

// Turn is one earlier question with its answer, as the visitor's browser kept it.
type Turn struct {
	Question string `json:"question"`
	Answer   string `json:"answer"`
}

// Answer is the whole of what is said to one question; its JSON form is the wire's.
type Answer struct {
	ID       string  `json:"id"`
	Asked    string  `json:"asked,omitempty"` // the day in Beijing, YYYY-MM-DD
	Outcome  Outcome `json:"outcome"`
	Mode     Mode    `json:"mode"`
	Lang     string  `json:"lang"`
	Question string  `json:"question,omitempty"` // as understood, when a follow-up was completed from the history
	// Lead is the sentence before a quotation, this site's own: where it stands and what to mind. Only of quotations.
	Lead           string   `json:"lead,omitempty"`
	Text           string   `json:"text"` // sentences with citations: "… [1]"
	Sources        []Source `json:"sources"`
	Notices        []Notice `json:"notices"`
	Nearest        []Source `json:"nearest,omitempty"` // only when declined
	Contact        Contact  `json:"contact"`
	Suggestions    []string `json:"suggestions,omitempty"` // questions to ask next; each is answered
	ContentVersion string   `json:"contentVersion"`
	Generated      bool     `json:"generated"`
	AIGC           *AIGC    `json:"AIGC,omitempty"` // only when generated
	Cached         bool     `json:"-"`              // the quotation had been found before
	Wording        *Wording `json:"-"`              // of a model that was asked to word it; for the journal
}

// AIGC is the hidden label of generated text, with the keys of GB 45438-2025.
type AIGC struct {
	Label             string `json:"Label"` // "1": generated
	ContentProducer   string `json:"ContentProducer"`
	ProduceID         string `json:"ProduceID"`
	ReservedCode1     string `json:"ReservedCode1"`
	ContentPropagator string `json:"ContentPropagator"`
	PropagateID       string `json:"PropagateID"`
	ReservedCode2     string `json:"ReservedCode2"`
}

// Source is a numbered passage shown to the reader.
type Source struct {
	N              int     `json:"n"`
	Title          string  `json:"title"`
	Section        string  `json:"section"` // the clause's heading
	Anchor         string  `json:"anchor"`
	URL            string  `json:"url"`
	Passage        string  `json:"passage"`
	Lang           string  `json:"lang"`
	Publisher      string  `json:"publisher,omitempty"` // of the first source that the passage rests on
	Issuer         string  `json:"issuer,omitempty"`
	DocumentNumber string  `json:"documentNumber,omitempty"`
	Effective      string  `json:"effective,omitempty"`
	Expires        string  `json:"expires,omitempty"`
	Status         string  `json:"status,omitempty"`
	AsOf           string  `json:"asOf,omitempty"`
	Original       *Source `json:"original,omitempty"` // an English passage's Chinese clause
}

// Notice qualifies an answer.
type Notice struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// The codes of notices.
const (
	NoticeAsOf             = "as-of"
	NoticeExpired          = "expired"
	NoticeUnverified       = "unverified"
	NoticeTextNotHeld      = "text-not-held"
	NoticePlanned          = "planned"
	NoticeConflict         = "conflict"
	NoticeNotApplicable    = "not-applicable"
	NoticePremise          = "premise"
	NoticePartial          = "partial"
	NoticeConversion       = "conversion"
	NoticeTranslated       = "translated"
	NoticeModelUnavailable = "model-unavailable"
)

// Contact is whom to ask.
type Contact struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

// SearchQuery asks for passages.
type SearchQuery struct {
	Text    string
	Lang    string // "zh" or "en"; empty: detected
	Section string
	Region  string // only what applies there; empty: anywhere
	InForce bool   // leave out what is expired
	Limit   int    // 0 means 10
	Explain bool   // say how each hit came by its score
}

// SearchResult is what a search found; its JSON form is the wire's.
type SearchResult struct {
	Query    string      `json:"query"`
	Lang     string      `json:"lang"`
	Mended   string      `json:"mended,omitempty"` // the query as searched for, where it held a slip or pinyin
	Total    int         `json:"total"`
	Hits     []SearchHit `json:"hits"`
	Expanded []Expansion `json:"expanded,omitempty"` // words searched for besides the visitor's own
}

// Expansion is a word searched for in place of one of the visitor's.
type Expansion struct {
	From   string `json:"from"`
	To     string `json:"to"`
	Reason string `json:"reason"` // synonym, translation, pinyin, spelling, figure or asked
}

// SearchHit is one passage with its highlighted text.
type SearchHit struct {
	Title   string    `json:"title"`
	Section string    `json:"section"`
	URL     string    `json:"url"`
	Status  string    `json:"status,omitempty"`
	AsOf    string    `json:"asOf,omitempty"`
	Score   float64   `json:"score"`
	Text    []Segment `json:"text"`
	Similar []string  `json:"similar,omitempty"` // URLs of passages left out because they say the same

	Explanation *Explanation `json:"explanation,omitempty"` // when the query asked for it
}

// Explanation says how a hit came by its score: which of the query's words and their other names it holds, what each term
// gave to the first ranking, what each feature gave to the second, and by which of them the hit above is ahead.
type Explanation struct {
	Matched  []string `json:"matched"`
	Terms    []Share  `json:"terms"`
	Features []Share  `json:"features"`
	Behind   []Share  `json:"behind,omitempty"`
}

// Share is one part of a score.
type Share struct {
	Name  string  `json:"name"`
	Score float64 `json:"score"`
}

// Segment is a run of text, marked or not.
type Segment struct {
	Text string `json:"text"`
	Mark bool   `json:"mark,omitempty"`
}
