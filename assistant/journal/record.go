package journal

import (
	"encoding/json"
	"strings"
	"time"
	"unicode/utf8"
)

// Record is one question with its answer. Who asked has no field.
type Record struct {
	ID             string    // the answer's, as the visitor has it; a second record of an ID is left out
	Time           time.Time // zero: when it came to the journal; kept to the millisecond
	Lang           string    // "zh" or "en"
	Question       string    // as asked; masked and bounded by the journal, as are Completed, Text and what was withheld
	Completed      string    // as understood, when a follow-up was completed; else empty
	Outcome        string    // "answered" or "declined"
	Mode           string    // "extract" or "generate"
	Text           string
	Sources        []Source // cited; of a declined question the nearest
	Notices        []Notice
	Withheld       []Withheld
	ContentVersion string
	Latency        time.Duration // kept to the microsecond
	Feedback       *Feedback     // as read; what Record is given here is left out
}

// Declined is the Outcome of a question that has no answer.
const Declined = "declined"

// Source is a passage shown with an answer.
type Source struct {
	URL     string `json:"url"`
	Passage string `json:"passage,omitempty"` // its ID in the corpus
}

// Notice is a qualification shown with an answer.
type Notice struct {
	Code string `json:"code"`
	Text string `json:"text,omitempty"`
}

// Withheld is a model's sentence that was not shown, and why.
type Withheld struct {
	Sentence string `json:"sentence"`
	Reason   string `json:"reason"`
}

// Feedback is a visitor's last word on an answer.
type Feedback struct {
	Time    time.Time
	Useful  bool
	Comment string
}

// Asked returns the question as understood.
func (r Record) Asked() string {
	if r.Completed != "" {
		return r.Completed
	}
	return r.Question
}

// What is kept of one record. The server's own limits are narrower; these hold whoever calls.
const (
	maxQuestion = 2 << 10  // bytes of a question or a comment
	maxText     = 16 << 10 // bytes of an answer
	maxList     = 64       // sources, notices, withheld sentences
	maxName     = 256      // bytes of an ID, an address, a code
	maxSealed   = 64 << 10 // bytes of a text that are looked at
)

// sealed returns the record as it may be kept: masked and bounded.
func (r Record) sealed() Record {
	r.ID, r.Lang, r.Outcome, r.Mode = bound(r.ID, maxName), bound(r.Lang, maxName), bound(r.Outcome, maxName), bound(r.Mode, maxName)
	r.ContentVersion = bound(r.ContentVersion, maxName)
	r.Question, r.Completed, r.Text = seal(r.Question, maxQuestion), seal(r.Completed, maxQuestion), seal(r.Text, maxText)
	r.Sources = sealAll(r.Sources, func(s *Source) { s.URL, s.Passage = bound(s.URL, maxName), bound(s.Passage, maxName) })
	r.Notices = sealAll(r.Notices, func(n *Notice) { n.Code, n.Text = bound(n.Code, maxName), seal(n.Text, maxQuestion) })
	r.Withheld = sealAll(r.Withheld, func(w *Withheld) { w.Sentence, w.Reason = seal(w.Sentence, maxQuestion), bound(w.Reason, maxName) })
	return r
}

// sealAll seals copies: the caller's slices stay its own.
func sealAll[T any](list []T, seal func(*T)) []T {
	kept := append([]T(nil), list[:min(len(list), maxList)]...)
	for i := range kept {
		seal(&kept[i])
	}
	return kept
}

// seal bounds and masks a text that people or a model wrote. It is masked before it is cut to its limit, so that no half
// of a number stays.
func seal(text string, limit int) string { return bound(Mask(bound(text, maxSealed)), limit) }

// bound cuts text to so many bytes of valid UTF-8.
func bound(text string, limit int) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "")
	if len(text) <= limit {
		return text
	}
	const more = "…"
	cut := limit - len(more)
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut] + more
}

// encode returns the JSON of a list; of an empty one the empty string.
func encode[T any](list []T) string {
	if len(list) == 0 {
		return ""
	}
	b, _ := json.Marshal(list) // strings only: it cannot fail
	return string(b)
}

// decode reads what encode wrote.
func decode[T any](text string) ([]T, error) {
	if text == "" {
		return nil, nil
	}
	var list []T
	err := json.Unmarshal([]byte(text), &list)
	return list, err
}
