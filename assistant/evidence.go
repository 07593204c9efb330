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
	minCover       = 0.50 // of the whole question, by a sentence and where it stands
	minCoverWho    = 0.80 // the same of a question for a person: offices and firms are named everywhere
	minAttribute   = 0.30 // of what is asked about the subject, by a sentence and its heading
	minAsked       = 0.62 // likeness to a typical question at which a passage counts as the one that was written for it
	writtenFor     = 0.85 // likeness to a typical question at which the passage was written for this very one
	writtenBonus   = 0.5
	sameYearBonus  = 0.4  // what it is worth that a sentence speaks of the year that the question names
	policyBonus    = 0.4  // what it is worth that a sentence is a policy's, where the question is what support there is
	ownPageBonus   = 0.3  // what it is worth that a sentence stands on the page of the thing named
	likeliestBonus = 0.5  // what a quantity of the kind that the question most likely wants is worth
	minAskedGap    = 0.45 // that likeness for a gap, where nothing else holds nearly as much of the question
	clearlyMore    = 0.20 // by how much the gap must hold more of it
)

// gapPage lists what is not held. What it tells of the neighbourhood stands better on the page that it is about.
const gapPage = "guide/not-published"

// statement is a sentence with what it is worth as an answer.
type statement struct {
	sentence
	passage *corpus.Passage
	order   int     // of the sentence in its passage
	cover   float64 // share of the question that the sentence and its place hold
	own     float64 // share that the sentence itself holds
	// attribute is the share of what is asked about the things named that the sentence and its heading hold.
	attribute float64
	asked     float64 // likeness of the question to the passage's typical ones
	score     float64
}

// evidence is what was found for one question.
type evidence struct {
	statements []statement       // good enough to quote, best first
	gap        *corpus.Passage   // the entry that says we hold no answer to this question
	nearest    []*corpus.Passage // what was found, best first, answer or not
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
	result, err := lib.search(ctx, q.text, q.lang)
	if err != nil {
		return evidence{}, err
	}
	unclaimed := q.unclaimed()
	whole := lib.newMatter(unclaimed, q.lang)
	whole.allow(result.Expanded)
	attribute := whole
	if bare := lib.gazetteers[q.lang].without(unclaimed, q.entities); strings.TrimRight(bare, "?") != strings.TrimRight(unclaimed, "？?") {
		attribute = lib.newMatter(bare, q.lang)
		attribute.allow(result.Expanded)
	}
	text := newExcerpt(q.text)
	var ev evidence
	if whole.empty() || !whole.named() || q.who && len(whole.terms) < 2 {
		return ev, nil
	}
	var gap statement
	for rank, hit := range result.Hits {
		p := lib.corpus.Passages[hit.Ord]
		if !lib.concerns(p, hit.Ord, q.entities) {
			continue
		}
		ev.nearest = append(ev.nearest, p)
		w := lib.newWeighing(q, hit.Ord, whole, attribute, &text)
		w.prior = 1 - float64(rank)/candidates
		if p.Kind == corpus.Gap {
			if g := w.gap(); w.asked >= minAskedGap && g.score > gap.score {
				gap = g
			}
			continue
		}
		ev.statements = append(ev.statements, w.statements()...)
	}
	sort.SliceStable(ev.statements, func(i, j int) bool { return ev.statements[i].score > ev.statements[j].score })
	if gap.passage != nil && (len(ev.statements) == 0 || gap.score >= ev.statements[0].score) {
		ev.gap = gap.passage
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
func (r *reading) likeness(text *excerpt, whole *matter) float64 {
	best := 0.0
	for i := range r.asked {
		asked := &r.asked[i]
		there, back := whole.cover(&asked.excerpt), asked.matter.cover(text)
		if there+back > 0 {
			best = max(best, 2*there*back/(there+back))
		}
	}
	return best
}

// weighing is one passage set against one question.
type weighing struct {
	*reading
	inquiry          inquiry
	passage          *corpus.Passage
	whole, attribute *matter // of the question, and of what it asks about the things it names
	asked            float64 // likeness of the question to the passage's typical ones
	prior            float64 // of the passage's rank, 1 for the first

	placed, headed heldTerms // what of whole its place holds, and of attribute its heading
}

// newWeighing sets the ord-th passage against a question, whose words are text.
func (l *library) newWeighing(q inquiry, ord int, whole, attribute *matter, text *excerpt) *weighing {
	w := &weighing{reading: l.read(ord), inquiry: q, passage: l.corpus.Passages[ord], whole: whole, attribute: attribute}
	w.asked = w.likeness(text, whole)
	w.placed, w.headed = whole.none(), attribute.none()
	whole.mark(&w.place, w.placed)
	attribute.mark(&w.heading, w.headed)
	return w
}

// statements are the sentences of the passage that pass the gate.
func (w *weighing) statements() []statement {
	var out []statement
	for i := range w.sentences {
		s := &w.sentences[i]
		if len(w.inquiry.entities) > 0 && !w.aboutEntity(s) {
			continue
		}
		plans := w.passage.Status == corpus.Planned && planned.MatchString(s.text)
		if w.inquiry.kind == kindQuantity && !s.holdsQuantity(w.inquiry.wanted) && !(plans && w.inquiry.wants(figures.Date)) {
			continue
		}
		if !w.namesPlaces(s) {
			continue
		}
		st := w.statement(i)
		if w.inquiry.who && st.cover < minCoverWho {
			continue
		}
		if w.asked < minAsked && (st.cover < minCover || st.attribute < minAttribute) {
			continue
		}
		out = append(out, st)
	}
	return out
}

// namesPlaces reports whether a sentence, or where it stands, names every place that the question names.
func (w *weighing) namesPlaces(s *readSentence) bool {
	for _, p := range w.inquiry.places {
		if !p.in(w.place.folded) && !p.in(s.folded) {
			return false
		}
	}
	return true
}

// gap is the sentence of an entry about what is not held that fits the question best.
func (w *weighing) gap() statement {
	var best statement
	for i := range w.sentences {
		if st := w.statement(i); st.score > best.score {
			best = st
		}
	}
	return best
}

// statement weighs one sentence of the passage, the order-th.
func (w *weighing) statement(order int) statement {
	s := &w.sentences[order]
	st := statement{sentence: s.sentence, passage: w.passage, order: order, asked: w.asked}
	held := w.whole.none()
	precision := w.whole.mark(&s.excerpt, held)
	st.own = w.whole.share(held)
	held.add(w.placed)
	st.cover = w.whole.share(held)
	held = slices.Clone(w.headed)
	w.attribute.mark(&s.excerpt, held)
	st.attribute = w.attribute.share(held)
	st.score = st.cover + 0.5*st.own + 0.5*st.attribute + 0.7*st.asked + 0.35*w.prior + 0.5*precision
	if st.asked >= writtenFor {
		st.score += writtenBonus
	}
	if w.passage.Kind == corpus.Gap {
		return st
	}
	if w.passage.Status == corpus.Planned && planned.MatchString(s.text) {
		st.score += ownPageBonus
	}
	if slices.ContainsFunc(w.inquiry.entities, func(e *entity) bool { return e.id == w.passage.Document.ID }) {
		st.score += ownPageBonus
	}
	if year := w.inquiry.asOf; year != "" && strings.Contains(w.passage.Heading+s.lead+s.text+w.passage.AsOf, year) {
		st.score += sameYearBonus
	}
	if w.inquiry.support && w.inquiry.kind != kindQuantity && w.passage.Document.Section == "policies" {
		st.score += policyBonus
	}
	if w.passage.Document.ID == gapPage {
		st.score -= ownPageBonus
	}
	if wanted := w.inquiry.wanted; w.inquiry.kind == kindQuantity && len(wanted) > 0 && s.holdsQuantity(wanted[:1]) {
		st.score += likeliestBonus
	}
	st.score -= formPenalty(w.passage, s)
	return st
}

// aboutEntity reports whether a sentence is about one of the things named: it stands on the thing's own page, or
// under its heading, or names it.
func (w *weighing) aboutEntity(s *readSentence) bool {
	return slices.ContainsFunc(w.inquiry.entities, func(e *entity) bool {
		return w.passage.Document.ID == e.id || e.mentions(w.under) || e.mentions(s.folded)
	})
}

// planned are the words that say of an enclave that it is only planned: the answer to when it opened, too.
var planned = regexp.MustCompile(`计划|筹建|(?i)\bplanned\b`)

// asOfDate is a date that says when a statement held, not when something happened.
var asOfDate = regexp.MustCompile(`(?i)截至[^，。；、）)]{0,20}|[（(]\s*\d{4}\s*年?[^）)]{0,8}[）)]|\bas of [^,.;)]{0,24}|以来|\d{4}\s*年(上半年)?以后|\d{4}\s*年(上半年)?的?(资料|材料|文章|报道|页面)`)

// holdsQuantity reports whether a sentence states a quantity of a kind that is wanted. Asked for a time, it does not
// count the date that says when the sentence held.
func (s *readSentence) holdsQuantity(wanted []figures.Kind) bool {
	if len(wanted) == 0 {
		wanted = amounts
	}
	if slices.Contains(wanted, figures.Date) || slices.Contains(wanted, figures.Period) {
		return s.dated.has(wanted)
	}
	return s.holds.has(wanted)
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
func formPenalty(p *corpus.Passage, s *readSentence) float64 {
	penalty := min(maxLong, max(0, float64(s.length-freeLength)*perRune))
	if p.Kind != corpus.Row && s.lead == "" && !strings.ContainsAny(s.text, "。.！!？?；") {
		penalty += fragment
	}
	return penalty
}
