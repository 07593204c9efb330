package assistant

import (
	"context"
	"strings"
	"unicode/utf8"

	"lvgu/index"
	"lvgu/index/corpus"
)

// snippetRunes is how much of a passage a search result shows.
const snippetRunes = 160

// Search finds passages.
func (a *Assistant) Search(ctx context.Context, q SearchQuery) (SearchResult, error) {
	lang := q.Lang
	if lang != corpus.Chinese && lang != corpus.English {
		lang = detectLanguage(q.Text)
	}
	query := index.Query{Text: q.Text, Lang: lang, Limit: q.Limit, Fold: true, InForce: q.InForce, Explain: q.Explain}
	if q.Section != "" {
		query.Sections = []string{q.Section}
	}
	if q.Region != "" {
		query.Regions = []string{q.Region}
	}
	found, err := a.library.retriever.Search(ctx, query)
	if err != nil {
		return SearchResult{}, err
	}
	out := SearchResult{Query: q.Text, Lang: lang, Total: found.Total, Hits: []SearchHit{}}
	for _, e := range found.Expanded {
		out.Expanded = append(out.Expanded, Expansion{e.From, e.To, e.Reason})
	}
	if mended := mend(q.Text, found.Expanded); mended != q.Text {
		out.Mended = mended
	}
	for _, hit := range found.Hits {
		p := a.library.corpus.Passages[hit.Ord]
		out.Hits = append(out.Hits, SearchHit{
			Title: p.Document.Title, Section: p.Heading, URL: p.URL, Status: string(p.Status), AsOf: p.AsOf,
			Score: hit.Score, Text: snippet(found.Prepared, p.Text), Similar: a.urls(hit.Similar), Explanation: explanation(hit),
		})
	}
	return out, nil
}

// urls are those of passages.
func (a *Assistant) urls(ids []string) []string {
	var urls []string
	for _, id := range ids {
		urls = append(urls, a.library.corpus.Passages[a.library.position[id]].URL)
	}
	return urls
}

// explanation is the index's account of a hit's score; nil when it was not asked for.
func explanation(hit index.Hit) *Explanation {
	e := hit.Explanation
	if e == nil {
		return nil
	}
	return &Explanation{Matched: hit.Matched, Terms: shares(e.Terms), Features: shares(e.Features), Behind: shares(e.Behind)}
}

func shares(parts []index.Share) []Share {
	out := make([]Share, len(parts))
	for i, part := range parts {
		out[i] = Share{part.Name, part.Score}
	}
	return out
}

// mend puts right what a search took for a slip of the pen, or for pinyin.
func mend(text string, expanded []index.Expansion) string {
	for _, e := range expanded {
		if (e.Reason == "spelling" || e.Reason == "pinyin") && utf8.RuneCountInString(e.From) >= minSlip {
			text = strings.Replace(text, e.From, e.To, 1)
		}
	}
	return text
}

// snippet is the stretch of text around the first word found, with the words found marked.
func snippet(prepared *index.Prepared, text string) []Segment {
	text = strings.ReplaceAll(text, "\n", " ")
	spans := prepared.Highlight(text)
	start := 0
	if len(spans) > 0 {
		start = backUp(text, spans[0].Start, snippetRunes/4)
	}
	end := advance(text, start, snippetRunes)
	var out []Segment
	add := func(s string, mark bool) {
		if s != "" {
			out = append(out, Segment{Text: s, Mark: mark})
		}
	}
	if start > 0 {
		add("…", false)
	}
	at := start
	for _, span := range spans {
		if span.Start < at || span.End > end {
			continue
		}
		add(text[at:span.Start], false)
		add(text[span.Start:span.End], true)
		at = span.End
	}
	add(text[at:end], false)
	if end < len(text) {
		add("…", false)
	}
	return out
}

// backUp returns the offset n runes before at, or 0.
func backUp(text string, at, n int) int {
	for ; n > 0 && at > 0; n-- {
		_, w := utf8.DecodeLastRuneInString(text[:at])
		at -= w
	}
	return at
}

// advance returns the offset n runes after at, or the end.
func advance(text string, at, n int) int {
	for ; n > 0 && at < len(text); n-- {
		_, w := utf8.DecodeRuneInString(text[at:])
		at += w
	}
	return at
}
