package assistant

import (
	gocontext "context"
	"regexp"
	"sort"
	"strings"

	"lvgu/index"
	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// candidates is how many passages are read for sentences that answer.
const candidates = 24

// The gate. Each is a share of the question's weight, from 0 to 1; chosen on the golden questions, see
// testdata/golden.jsonl and the committed table of its scores.
const (
	minCover     = 0.50 // of the whole question, by a sentence and where it stands
	minAttribute = 0.30 // of what is asked about the subject, by a sentence and its heading
	minAsked     = 0.62 // likeness to a typical question at which a passage counts as the one that was written for it
)

// statement is a sentence with what it is worth as an answer.
type statement struct {
	sentence
	passage *corpus.Passage
	order   int     // of the sentence in its passage
	cover   float64 // share of the question that the sentence and its place hold
	asked   float64 // likeness of the question to the passage's typical ones
	score   float64
}

// evidence is what was found for one question.
type evidence struct {
	statements []statement       // good enough to quote, best first
	gap        *corpus.Passage   // the entry that says we hold no answer to this question
	nearest    []*corpus.Passage // what was found, best first, answer or not
	expanded   []string
}

// gather searches for a question and weighs the sentences of what is found.
func (a *Assistant) gather(ctx gocontext.Context, q analysis) (evidence, error) {
	lib := a.library
	result, err := lib.index.Search(ctx, index.Query{Text: q.text, Lang: q.lang, Limit: candidates})
	if err != nil {
		return evidence{}, err
	}
	whole := lib.index.Prepare(q.text, q.lang)
	attribute := lib.index.Prepare(lib.gazetteers[q.lang].without(q.text, q.entities), q.lang)
	var ev evidence
	bestGap := 0.0
	for rank, hit := range result.Hits {
		p := lib.corpus.Passages[hit.Ord]
		if !lib.concerns(p, hit.Ord, q.entities) {
			continue
		}
		ev.nearest = append(ev.nearest, p)
		asked := lib.likeness(hit.Ord, q.text, whole)
		if p.Kind == corpus.Gap {
			if asked >= minAsked && asked > bestGap {
				ev.gap, bestGap = p, asked
			}
			continue
		}
		ev.statements = append(ev.statements, lib.weigh(q, p, whole, attribute, asked, rank, len(result.Hits))...)
	}
	sort.SliceStable(ev.statements, func(i, j int) bool { return ev.statements[i].score > ev.statements[j].score })
	if ev.gap != nil && len(ev.statements) > 0 && ev.statements[0].asked > bestGap {
		ev.gap = nil
	}
	return ev, nil
}

// concerns reports whether a passage is about the things that a question names, or about nothing in particular
// when it names none.
func (l *library) concerns(p *corpus.Passage, ord int, es []*entity) bool {
	if len(es) == 0 {
		return true
	}
	for _, e := range es {
		if p.Document.ID == e.id || e.mentions(l.about[ord]) {
			return true
		}
	}
	return false
}

// likeness is how like a question is to the most similar typical question of a passage: the harmonic mean of the
// shares of each that the other holds.
func (l *library) likeness(ord int, text string, whole *index.Prepared) float64 {
	best := 0.0
	for _, asked := range l.asked[ord] {
		there, back := whole.Coverage(asked.text), asked.prepared.Coverage(text)
		if there+back > 0 {
			best = max(best, 2*there*back/(there+back))
		}
	}
	return best
}

// weigh returns the sentences of a passage that pass the gate.
func (l *library) weigh(q analysis, p *corpus.Passage, whole, attribute *index.Prepared, asked float64, rank, hits int) []statement {
	var out []statement
	place := context(p)
	prior := 1 - float64(rank)/float64(max(hits, 1))
	for i, s := range sentences(p) {
		if len(q.entities) > 0 && !aboutEntity(p, s, q.entities) {
			continue
		}
		if q.kind == kindQuantity && !holdsQuantity(s.text, q.wanted) {
			continue
		}
		around := place + " " + s.lead + " " + s.text
		cover := whole.Coverage(around)
		own := whole.Coverage(s.lead + " " + s.text)
		attr := 1.0
		if len(attribute.Terms) > 0 {
			attr = attribute.Coverage(p.Heading + " " + s.lead + " " + s.text)
		}
		if asked < minAsked && (cover < minCover || attr < minAttribute) {
			continue
		}
		out = append(out, statement{
			sentence: s, passage: p, order: i, cover: cover, asked: asked,
			score: cover + 0.5*own + 0.5*attr + 0.8*asked + 0.35*prior - lengthPenalty(s.text),
		})
	}
	return out
}

// aboutEntity reports whether a sentence is about one of the things named: it stands on the thing's own page, or
// under its heading, or names it.
func aboutEntity(p *corpus.Passage, s sentence, es []*entity) bool {
	text := fold(p.Heading + " " + strings.Join(p.Breadcrumb, " ") + " " + s.lead + " " + s.text)
	for _, e := range es {
		if p.Document.ID == e.id || e.mentions(text) {
			return true
		}
	}
	return false
}

// asOfDate is a date that says when a statement held, not when something happened.
var asOfDate = regexp.MustCompile(`(?i)截至[^，。；、）)]{0,20}|[（(]\s*\d{4}\s*年?[^）)]{0,8}[）)]|\bas of [^,.;)]{0,24}|以来|\d{4}\s*年(上半年)?的?(资料|材料|文章|报道)`)

// holdsQuantity reports whether a sentence states a quantity of a kind that is wanted.
func holdsQuantity(text string, wanted []figures.Kind) bool {
	if len(wanted) == 0 {
		wanted = amounts
	}
	for _, k := range wanted {
		if k == figures.Date || k == figures.Period {
			return figures.Has(asOfDate.ReplaceAllString(text, " "), wanted...)
		}
	}
	return figures.Has(text, wanted...)
}

// amounts are the kinds that "how much" without a unit may mean.
var amounts = []figures.Kind{figures.Money, figures.Percent, figures.Area, figures.Length, figures.Weight, figures.Duration, figures.Count, figures.Ratio, figures.Number}

// lengthPenalty prefers the shorter of two sentences that answer alike. A sentence of 60 characters costs nothing.
func lengthPenalty(s string) float64 {
	n := len([]rune(s))
	if n <= 60 {
		return 0
	}
	return min(0.3, float64(n-60)/800)
}
