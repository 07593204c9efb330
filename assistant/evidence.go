package assistant

import (
	"context"
	"sort"
	"strings"

	"lvgu/index"
	"lvgu/index/corpus"
)

// candidates is how many passages are read for sentences that answer.
const candidates = 24

// statement is a sentence with what it is worth as an answer.
type statement struct {
	sentence
	*weighing
	order int // of the sentence in its passage
	// support is the share of the question that the sentence, its neighbours and the passage hold, see sight.support.
	support float64
	// attribute is the share of what is asked about the things named that the sentence and its heading hold.
	attribute float64
	score     float64
}

// evidence is what was found for one question.
type evidence struct {
	statements []statement       // good enough to quote, best first
	gap        *corpus.Passage   // the entry that says we hold no answer to this question
	nearest    []*corpus.Passage // what was found, best first, answer or not
	nothing    bool              // was asked
}

// lookup searches for the questions of one answer. The search that a question was corrected by is the one that it is
// answered from, when nothing was corrected.
type lookup struct {
	*library
	text, lang string // of the last search
	found      *index.Result
}

func (l *lookup) search(ctx context.Context, text, lang string) (*index.Result, error) {
	if l.found != nil && l.text == text && l.lang == lang {
		return l.found, nil
	}
	found, err := l.retriever.Search(ctx, index.Query{Text: text, Lang: lang, Limit: candidates})
	if err != nil {
		return nil, err
	}
	l.text, l.lang, l.found = text, lang, found
	return found, nil
}

// gather searches for a question and weighs the sentences of what is found.
func (lib *lookup) gather(ctx context.Context, q inquiry) (evidence, error) {
	unclaimed := q.unclaimed() // a figure that is claimed draws the passages that hold it of other things
	result, err := lib.search(ctx, unclaimed, q.lang)
	if err != nil {
		return evidence{}, err
	}
	whole := lib.preparedMatter(unclaimed, result.Prepared)
	whole.allow(result.Expanded)
	attribute := whole
	if bare := lib.gazetteers[q.lang].without(unclaimed, q.entities); strings.TrimRight(bare, "?") != strings.TrimRight(unclaimed, "？?") {
		attribute = lib.newMatter(bare, q.lang)
		attribute.allow(result.Expanded)
	}
	subject := lib.supported(q)
	text := newExcerpt(q.text)
	var ev evidence
	ev.nothing = q.idle || whole.empty() || q.tells() && whole.words() <= 1
	if ev.nothing || q.who && len(whole.terms) < 2 {
		return ev, nil
	}
	named := whole.named() // a mere number means something only where a passage is asked for by it
	var gap statement
	for rank, hit := range result.Hits {
		p := lib.corpus.Passages[hit.Ord]
		if !lib.concerns(p, hit.Ord, q.entities) {
			continue
		}
		if named {
			ev.nearest = append(ev.nearest, p)
		}
		w := lib.newWeighing(q, hit.Ord, whole, attribute, &text)
		w.prior, w.rank, w.margin = 1-float64(rank)/candidates, rank, hit.Score-result.Hits[0].Score
		if p.Kind == corpus.Gap {
			if g := w.gap(); w.asked >= minAskedGap && g.score > gap.score {
				gap = g
			}
			continue
		}
		if !named && !w.wasAsked() {
			continue
		}
		if subject == nil || w.asked >= minAsked || w.share(subject) >= minTrade {
			ev.statements = append(ev.statements, w.statements()...)
		}
	}
	sort.SliceStable(ev.statements, func(i, j int) bool { return ev.statements[i].score > ev.statements[j].score })
	if gap.weighing != nil && (len(ev.statements) == 0 || gap.outweighs(ev.statements[0])) {
		ev.gap = gap.passage
	}
	return ev, nil
}

// outweighs reports whether the entry that says we hold no answer fits a question better than the best statement: it was written
// for this very question and the statement for none like it, or it scores as high.
func (gap statement) outweighs(best statement) bool {
	return gap.asked >= writtenFor && best.asked < minAsked || gap.score >= best.score
}

// tells reports whether a message says something of its writer and asks for nothing: "我想投资".
func (q inquiry) tells() bool {
	return q.kind == kindOpen && q.forms == 0 && len(q.entities) == 0 && firstZh.MatchString(q.text) && !strings.ContainsAny(q.text, "？?")
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

// wasAsked reports whether the best passage was written for a question like this one, or says that it is not held.
func (ev evidence) wasAsked() bool {
	return ev.gap != nil || len(ev.statements) > 0 && ev.statements[0].wasAsked()
}
