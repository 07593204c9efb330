package server

import (
	"fmt"

	"lvgu/assistant"
)

// resultsView is what the template of search results shows.
type resultsView struct {
	assistant.SearchResult
	page  string // its language
	texts *texts
}

// resultWords are the words around results; the site has no other use for them.
var resultWords = map[string]struct{ count, more, empty, mended, ask string }{
	chinese: {"找到 %d 处。", "找到 %d 处，显示最相关的 %d 处。", "没有找到含有“%s”的内容。可以换个说法、少写几个字，或者直接提问。", "按“%s”查找。", "就“%s”提问"},
	english: {"%d found.", "%d found; the %d most relevant are shown.", "Nothing was found for “%s”. Try fewer or other words, or ask the assistant.", "Searched for “%s”.", "Ask about “%s”"},
}

// Count says how many were found and how many of them are shown.
func (v resultsView) Count() string {
	words := resultWords[v.page]
	if v.Total > len(v.Hits) {
		return fmt.Sprintf(words.more, v.Total, len(v.Hits))
	}
	return fmt.Sprintf(words.count, len(v.Hits))
}

// Empty says that nothing was found.
func (v resultsView) Empty() string { return fmt.Sprintf(resultWords[v.page].empty, v.Query) }

// MendedText says what was searched for instead of a slip; empty where it was the visitor's own words.
func (v resultsView) MendedText() string {
	if v.Mended == "" {
		return ""
	}
	return fmt.Sprintf(resultWords[v.page].mended, v.Mended)
}

// AskText names the link that asks the assistant instead.
func (v resultsView) AskText() string { return fmt.Sprintf(resultWords[v.page].ask, v.Query) }

// AskURL is the page of questions.
func (v resultsView) AskURL() string { return v.texts.Links.Ask }

// Results are the hits.
func (v resultsView) Results() []result {
	results := make([]result, len(v.Hits))
	for i, hit := range v.Hits {
		results[i] = result{hit, v.texts}
	}
	return results
}

// result is a hit as the template shows it.
type result struct {
	assistant.SearchHit
	texts *texts
}

// StatusText is what the status is called.
func (r result) StatusText() string { return r.texts.status(r.Status) }

// AsOfText says as of when the passage holds; empty when that is not known.
func (r result) AsOfText() string { return r.texts.asOf(r.AsOf) }
