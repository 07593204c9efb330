package assistant

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lvgu/index/analysis"
	"lvgu/index/corpus"
)

// What suggestions cost is bounded: each keystroke reads every entry once, a few hundred nanoseconds for each.
const (
	maxEntries     = 20_000 // titles first, then questions, then headings; a few milliseconds
	maxInitials    = 24     // letters of an entry's pinyin initials: nobody types more
	minInitials    = 2      // one letter begins everything
	defaultSuggest = 8      // what fits above a phone's keyboard with room to scroll
)

// SuggestQuery asks what a visitor may be about to type.
type SuggestQuery struct {
	Text  string
	Lang  string         // "zh" or "en"; empty: detected
	Kind  SuggestionKind // only these, and of questions only those that have an answer; empty: all
	Limit int            // 0 means 8
}

// SuggestionKind says what a suggestion leads to.
type SuggestionKind string

// The kinds of suggestion.
const (
	SuggestPage     SuggestionKind = "page"
	SuggestQuestion SuggestionKind = "question" // a typical question, at the clause that answers it
	SuggestClause   SuggestionKind = "clause"
)

// Suggestion is a title, a typical question or a heading, and where it stands.
type Suggestion struct {
	Text string         `json:"text"`
	URL  string         `json:"url"`
	Kind SuggestionKind `json:"kind"`
}

// entry is a Suggestion ready to be compared.
type entry struct {
	Suggestion
	lang     string
	folded   string
	gap      bool   // a question to which there is no answer, only whom to ask
	initials string // of the pinyin; empty for what is not Chinese
}

// suggester knows what may be suggested, in the order of preference among what fits equally well.
type suggester struct{ entries []entry }

func newSuggester(c *corpus.Corpus) *suggester {
	s := &suggester{}
	seen := map[string]bool{}
	add := func(d *corpus.Document, text, url string, kind SuggestionKind, gap bool) {
		key := d.Lang + " " + fold(text)
		if text == "" || seen[key] || len(s.entries) == maxEntries {
			return
		}
		seen[key] = true
		s.entries = append(s.entries, entry{Suggestion{text, url, kind}, d.Lang, fold(text), gap, initials(text)})
	}
	for _, d := range c.Documents {
		add(d, d.Title, d.URL, SuggestPage, false)
	}
	for _, p := range c.Passages {
		for _, q := range p.Questions {
			add(p.Document, q, p.URL, SuggestQuestion, p.Kind == corpus.Gap)
		}
	}
	for _, p := range c.Passages {
		if p.Kind == corpus.Prose {
			add(p.Document, p.Heading, p.URL, SuggestClause, false)
		}
	}
	return s
}

// initials are the first letters of the pinyin of a text's Chinese characters.
func initials(text string) string {
	var b strings.Builder
	for _, r := range text {
		if b.Len() == maxInitials {
			break
		}
		if unicode.Is(unicode.Han, r) {
			_, letter := analysis.Sound(string(r))
			b.WriteString(letter)
		}
	}
	return b.String()
}

// Suggest returns titles, typical questions and headings that a visitor who has typed q may mean, best first: what begins
// so, what holds it, what holds all its words, and what has these pinyin initials.
func (a *Assistant) Suggest(q SuggestQuery) []Suggestion {
	lang := q.Lang
	if lang != corpus.Chinese && lang != corpus.English {
		lang = detectLanguage(q.Text)
	}
	typed := fold(q.Text)
	if typed == "" {
		return []Suggestion{}
	}
	return a.suggester().find(typed, lang, q.Kind, cmp.Or(q.Limit, defaultSuggest))
}

func (s *suggester) find(typed, lang string, kind SuggestionKind, limit int) []Suggestion {
	type found struct {
		*entry
		fit int
	}
	var hits []found
	words := strings.Fields(typed)
	for i := range s.entries {
		e := &s.entries[i]
		if e.lang != lang || kind != "" && (e.Kind != kind || e.gap) {
			continue
		}
		if fit := e.fit(typed, words); fit > 0 {
			hits = append(hits, found{e, fit})
		}
	}
	slices.SortStableFunc(hits, func(a, b found) int { return cmp.Compare(b.fit, a.fit) })
	out := []Suggestion{}
	for _, hit := range hits[:min(limit, len(hits))] {
		out = append(out, hit.Suggestion)
	}
	return out
}

// fit says how well an entry fits what was typed; 0: not at all.
func (e *entry) fit(typed string, words []string) int {
	at := strings.Index(e.folded, typed)
	switch {
	case at == 0:
		return 5
	case at > 0 && e.wordBegins(at):
		return 4
	case at > 0:
		return 3
	case len(words) > 1 && holdsAll(e.folded, words):
		return 2
	case len(typed) >= minInitials && strings.HasPrefix(e.initials, typed):
		return 2
	case len(typed) > minInitials && strings.Contains(e.initials, typed):
		return 1
	}
	return 0
}

// wordBegins reports whether a word begins at an offset; every Chinese character may begin one.
func (e *entry) wordBegins(at int) bool {
	r, _ := utf8.DecodeRuneInString(e.folded[at:])
	before, _ := utf8.DecodeLastRuneInString(e.folded[:at])
	return unicode.Is(unicode.Han, r) || !unicode.IsLetter(before) && !unicode.IsDigit(before)
}

func holdsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
