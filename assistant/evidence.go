package assistant

import (
	"context"
	"regexp"
	"slices"
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
	// minAskedFirst is that likeness for a gap that is found before anything else.
	minAskedFirst = 0.45
)

// ownWeight is what the words of an entry count beside its likeness to the question, where a gap and an answer were
// both written for it.
const ownWeight = 0.3

// statement is a sentence with what it is worth as an answer.
type statement struct {
	sentence
	passage *corpus.Passage
	order   int     // of the sentence in its passage
	cover   float64 // share of the question that the sentence and its place hold
	own     float64 // share that the sentence itself holds
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
func (a *Assistant) gather(ctx context.Context, q inquiry) (evidence, error) {
	lib := a.library
	result, err := lib.index.Search(ctx, index.Query{Text: q.text, Lang: q.lang, Limit: candidates})
	if err != nil {
		return evidence{}, err
	}
	text := q.unclaimed()
	whole := lib.newMatter(text, q.lang)
	attribute := lib.newMatter(lib.gazetteers[q.lang].without(text, q.entities), q.lang)
	var ev evidence
	gapWorth, gapLike := 0.0, 0.0
	for rank, hit := range result.Hits {
		p := lib.corpus.Passages[hit.Ord]
		if !lib.concerns(p, hit.Ord, q.entities) {
			continue
		}
		ev.nearest = append(ev.nearest, p)
		asked := lib.likeness(hit.Ord, q.text, whole)
		if p.Kind == corpus.Gap {
			if worth := asked + ownWeight*whole.cover(p.Heading+"\n"+p.Text); (asked >= minAsked || rank == 0 && asked >= minAskedFirst) && worth > gapWorth {
				ev.gap, gapWorth, gapLike = p, worth, asked
			}
			continue
		}
		ev.statements = append(ev.statements, lib.weigh(q, p, whole, attribute, asked, rank, len(result.Hits))...)
	}
	sort.SliceStable(ev.statements, func(i, j int) bool { return ev.statements[i].score > ev.statements[j].score })
	if ev.gap != nil && len(ev.statements) > 0 {
		best := ev.statements[0]
		if best.asked+ownWeight*best.own > gapWorth && best.asked >= gapLike {
			ev.gap = nil
		}
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
func (l *library) likeness(ord int, text string, whole *matter) float64 {
	best := 0.0
	for _, asked := range l.asked[ord] {
		there, back := whole.cover(asked.text), asked.matter.cover(text)
		if there+back > 0 {
			best = max(best, 2*there*back/(there+back))
		}
	}
	return best
}

// weigh returns the sentences of a passage that pass the gate.
func (l *library) weigh(q inquiry, p *corpus.Passage, whole, attribute *matter, asked float64, rank, hits int) []statement {
	var out []statement
	place := whole.none()
	whole.mark(contextOf(p), place)
	heading := attribute.none()
	attribute.mark(p.Heading, heading)
	prior := 1 - float64(rank)/float64(max(hits, 1))
	for i, s := range sentences(p) {
		if len(q.entities) > 0 && !aboutEntity(p, s, q.entities) {
			continue
		}
		if q.kind == kindQuantity && !holdsQuantity(s.text, q.wanted) {
			continue
		}
		words := s.lead + "\n" + s.text
		found := whole.none()
		whole.mark(words, found)
		own := whole.share(found)
		for j, ok := range place {
			found[j] = found[j] || ok
		}
		cover := whole.share(found)
		held := slices.Clone(heading)
		attribute.mark(words, held)
		attr := attribute.share(held)
		if asked < minAsked && (cover < minCover || attr < minAttribute) {
			continue
		}
		out = append(out, statement{
			sentence: s, passage: p, order: i, cover: cover, own: own, asked: asked,
			score: cover + 0.5*own + 0.5*attr + 0.8*asked + 0.35*prior - formPenalty(p, s),
		})
	}
	return out
}

// aboutEntity reports whether a sentence is about one of the things named: it stands on the thing's own page, or
// under its heading, or names it.
func aboutEntity(p *corpus.Passage, s sentence, es []*entity) bool {
	text := fold(p.Document.Title + " " + p.Heading + " " + strings.Join(p.Breadcrumb, " ") + " " + s.lead + " " + s.text)
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

// The length of a sentence that costs nothing, and what a line that is no sentence costs: a label or a list of links
// answers little.
const (
	freeLength = 60
	perRune    = 1.0 / 800
	maxLong    = 0.3
	fragment   = 0.35
)

// formPenalty prefers the shorter of two sentences that answer alike, and a sentence to a fragment.
func formPenalty(p *corpus.Passage, s sentence) float64 {
	penalty := min(maxLong, max(0, float64(len([]rune(s.text))-freeLength)*perRune))
	if p.Kind != corpus.Row && s.lead == "" && !strings.ContainsAny(s.text, "。.！!？?；") {
		penalty += fragment
	}
	return penalty
}
