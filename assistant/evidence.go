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
	minSupport     = 0.63 // of the whole question, by a sentence and where it stands, see sight.support
	whoSupport     = 0.03 // how much more a question for a person needs: offices and firms are named everywhere
	longRelief     = 0.20 // how much less a long question needs: more of its words only describe
	longTerms      = 12   // of the words and pairs of a question that is long
	minAttribute   = 0.30 // of what is asked about the subject, by a sentence and its heading
	minWhen        = 0.45 // of that, asked when: dates of other things stand everywhere
	minAsked       = 0.62 // likeness to a typical question at which a passage counts as the one that was written for it
	writtenFor     = 0.85 // likeness to a typical question at which the passage was written for this very one
	writtenBonus   = 0.5
	askedShare     = 1.0  // what likeness to a typical question is worth
	learnedShare   = 0.25 // what one unit of the learned score is worth beside the bonuses
	sameYearBonus  = 0.4  // what it is worth that a sentence speaks of the year that the question names
	policyBonus    = 0.4  // what it is worth that a sentence is a policy's, where the question is what support there is
	namedShare     = 0.4  // what it is worth that a sentence holds what is asked about the thing named
	otherPenalty   = 0.3  // what it is worth less when it stands on the page of another such thing
	rowPenalty     = 0.15 // what a table row is worth less, where no figure is asked for: a sentence says it whole
	introPenalty   = 0.5  // what a sentence about "it" before the first heading is worth less: it says of what the page is
	travelBonus    = 0.6  // what a sentence about roads and routes is worth, asked how to get there
	gapPagePenalty = 1.0  // what a sentence of the page of what is not held is worth less
	listBonus      = 0.3  // what it is worth that a sentence counts up several, where the question asks which
	ownPageBonus   = 0.5  // what it is worth that a sentence stands on the page of the thing named
	likeliestBonus = 0.5  // what a quantity of the kind that the question most likely wants is worth
	minSameAsked   = 0.25 // of what is asked of the things named, by a typical question or its passage, for it to be like
	minAskedGap    = 0.45 // that likeness for a gap, where nothing else holds nearly as much of the question
	clearlyMore    = 0.20 // by how much the gap must hold more of it
)

// gapPage lists what is not held. What it tells of the neighbourhood stands better on the page that it is about.
const gapPage = "guide/not-published"

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
	if ev.nothing || !whole.named() || q.who && len(whole.terms) < 2 {
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
		w.prior, w.rank, w.margin = 1-float64(rank)/candidates, rank, hit.Score-result.Hits[0].Score
		if p.Kind == corpus.Gap {
			if g := w.gap(); w.asked >= minAskedGap && g.score > gap.score {
				gap = g
			}
			continue
		}
		if subject == nil || w.asked >= minAsked || w.isAbout(subject) {
			ev.statements = append(ev.statements, w.statements()...)
		}
	}
	sort.SliceStable(ev.statements, func(i, j int) bool { return ev.statements[i].score > ev.statements[j].score })
	if gap.weighing != nil && (len(ev.statements) == 0 || gap.score >= ev.statements[0].score) {
		ev.gap = gap.passage
	}
	return ev, nil
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

// likeness is how like a question is to the most similar typical question of a passage: the harmonic mean of the
// shares of each that the other holds. Where things are named, the typical question must ask the same of them: that both name
// them makes them like enough.
func (r *reading) likeness(text *excerpt, whole, attribute *matter) float64 {
	best := 0.0
	for i := range r.asked {
		asked := &r.asked[i]
		there, back := whole.cover(&asked.excerpt), asked.matter.cover(text)
		like := 0.0
		if there+back > 0 {
			like = 2 * there * back / (there + back)
		}
		if like > best && (attribute == whole || attribute.cover(&asked.excerpt) >= minSameAsked || r.holds(attribute)) {
			best = like
		}
	}
	return best
}

// holds reports whether the passage holds enough of what is asked of the things named to have been asked it.
func (r *reading) holds(attribute *matter) bool {
	held := attribute.none()
	attribute.mark(&r.place, held)
	for i := range r.sentences {
		attribute.mark(&r.sentences[i].excerpt, held)
	}
	return attribute.share(held) >= minSameAsked
}

// weighing is one passage set against one question.
type weighing struct {
	*reading
	selection        selection
	least            float64 // support needed by a short question
	inquiry          inquiry
	passage          *corpus.Passage
	whole, attribute *matter // of the question, and of what it asks about the things it names
	asked            float64 // likeness of the question to the passage's typical ones
	prior            float64 // of the passage's rank, 1 for the first

	rank   int
	margin float64 // of the passage's score under the best one's

	placed, headed heldTerms   // what of whole its place holds, and of attribute its heading
	heldBy         []heldTerms // what of whole each sentence holds
	owns           []float64   // the share that is
	all, bestOwn   float64     // the share that the passage holds, and the most that a sentence does
}

// newWeighing sets the ord-th passage against a question, whose words are text.
func (l *library) newWeighing(q inquiry, ord int, whole, attribute *matter, text *excerpt) *weighing {
	w := &weighing{reading: l.read(ord), selection: l.selection, least: l.minSupport, inquiry: q, passage: l.corpus.Passages[ord], whole: whole, attribute: attribute}
	same := attribute
	if q.kind == kindQuantity {
		same = whole // the quantity says what is asked
	}
	w.asked = w.likeness(text, whole, same)
	n := len(w.sentences)
	held := whole.nones(n + 2)
	w.heldBy, w.placed, w.headed = held[:n], held[n], attribute.none()
	whole.mark(&w.place, w.placed)
	attribute.mark(&w.heading, w.headed)
	all := held[n+1]
	all.add(w.placed)
	w.owns = make([]float64, n)
	for i := range w.sentences {
		whole.mark(&w.sentences[i].excerpt, w.heldBy[i])
		w.owns[i] = whole.share(w.heldBy[i])
		w.bestOwn = max(w.bestOwn, w.owns[i])
		all.add(w.heldBy[i])
	}
	w.all = whole.share(all)
	return w
}

// sight sets the order-th sentence of the passage before the question.
func (w *weighing) sight(order int) *sight {
	s := &sight{weighing: w, readSentence: &w.sentences[order], order: order, own: w.owns[order]}
	held := slices.Clone(w.placed)
	held.add(w.heldBy[order])
	s.cover = w.whole.share(held)
	for _, next := range []int{order - 1, order + 1} {
		if next >= 0 && next < len(w.heldBy) {
			held.add(w.heldBy[next])
		}
	}
	s.around = w.whole.share(held)
	held = slices.Clone(w.headed)
	w.attribute.mark(&s.excerpt, held)
	s.attribute = w.attribute.share(held)
	return s
}

// statements are the sentences of the passage that pass the gate.
func (w *weighing) statements() []statement {
	var out []statement
	for i := range w.sentences {
		s := &w.sentences[i]
		if len(w.inquiry.entities) > 0 && !w.aboutEntity(s) {
			continue
		}
		plans := w.passage.Status == corpus.Planned && s.plans
		if w.inquiry.kind == kindQuantity && !s.holdsQuantity(w.inquiry.wanted) && !w.countsUp() && !(plans && w.inquiry.wants(figures.Date)) {
			continue
		}
		if w.inquiry.holder && !holdsOffice(w.inquiry.text, s.text) || s.unheld && w.asked < minAsked {
			continue
		}
		if !w.namesPlaces(s) || w.inquiry.travel && s.forms&formRoute == 0 {
			continue
		}
		st := w.statement(i)
		if w.wasAsked() || st.support >= w.needed() && (len(w.inquiry.entities) == 0 || st.attribute >= w.neededOfAttribute()) {
			out = append(out, st)
		}
	}
	return out
}

// countsUp reports whether the passage was written for this very question how many of a few things there are: it names them, if
// it does not count them.
func (w *weighing) countsUp() bool {
	return w.asked >= minAsked && w.inquiry.wants(figures.Count) && strings.Contains(w.inquiry.text, "几")
}

// wasAsked reports whether a typical question of the passage is near enough to this one. Who it was is asked of anything in
// nearly the same words, so that it must be nearer.
func (w *weighing) wasAsked() bool {
	if w.inquiry.who {
		return w.asked >= writtenFor
	}
	return w.asked >= minAsked
}

// needed is how much of the question must be held.
func (w *weighing) needed() float64 {
	least := w.least
	if w.inquiry.who {
		least += whoSupport
	}
	return least - longRelief*min(float64(w.whole.words())/longTerms, 1)
}

// wasAsked reports whether the best passage was written for a question like this one, or says that it is not held.
func (ev evidence) wasAsked() bool {
	return ev.gap != nil || len(ev.statements) > 0 && ev.statements[0].wasAsked()
}

// neededOfAttribute is how much of what is asked about the things named must be held.
func (w *weighing) neededOfAttribute() float64 {
	if w.inquiry.kind == kindQuantity && len(w.inquiry.wanted) > 0 && w.inquiry.wanted[0] == figures.Date {
		return minWhen
	}
	return minAttribute
}

// support is how much of the question the sentence holds where it stands, its neighbours and the whole passage. What a
// sentence leaves to those before it is held all the same, but less surely by it. The parts were fitted on the public sets,
// on their own questions and on those of others; see gate_curve.txt.
func (s *sight) support() float64 { return 0.25*s.cover + 0.45*s.around + 0.30*s.all }

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
	s := w.sight(order)
	st := statement{sentence: s.sentence, weighing: w, order: order, support: s.support(), attribute: s.attribute}
	st.score = learnedShare*w.selection.score(s) + askedShare*w.asked*w.asked
	if w.asked >= writtenFor {
		st.score += writtenBonus
	}
	if w.passage.Kind != corpus.Gap {
		st.score += w.bonus(s)
	}
	return st
}

// bonus is what the content tells of a sentence besides, which the public sets lack.
func (w *weighing) bonus(s *sight) float64 {
	q, sum := &w.inquiry, 0.0
	if len(q.entities) > 0 {
		sum += namedShare * s.attribute
	}
	if w.passage.Status == corpus.Planned && s.plans {
		sum += ownPageBonus
	}
	if slices.ContainsFunc(q.entities, func(e *entity) bool { return e.id == w.passage.Document.ID }) {
		sum += ownPageBonus
	}
	if q.travel && s.forms&formRoute != 0 {
		sum += travelBonus
	}
	if q.kind != kindQuantity && w.passage.Kind == corpus.Row {
		sum -= rowPenalty
	}
	if w.passage.Anchor == "" && pronounFirst.MatchString(s.text) {
		sum -= introPenalty
	}
	if w.ofAnother() {
		sum -= otherPenalty
	}
	if q.asOf != "" && strings.Contains(w.passage.Heading+s.lead+s.text+w.passage.AsOf, q.asOf) {
		sum += sameYearBonus
	}
	if q.support && q.kind != kindQuantity && w.passage.Document.Section == "policies" {
		sum += policyBonus
	}
	if w.passage.Document.ID == gapPage {
		sum -= gapPagePenalty
	}
	if q.kind == kindList && s.forms&formSeveral != 0 {
		sum += listBonus
	}
	if q.kind == kindQuantity && len(q.wanted) > 0 && s.holdsQuantity(q.wanted[:1]) {
		sum += likeliestBonus
	}
	return sum
}

// pronounFirst begins a sentence that does not say what it is about.
var pronounFirst = regexp.MustCompile(`^(它|其|该|此)|^(It|They|This|These) `)

// ofAnother reports whether the passage stands on the page of another thing than those named: what it says of them, it says
// to tell its own from them.
func (w *weighing) ofAnother() bool {
	d, es := w.passage.Document, w.inquiry.entities
	return len(es) > 0 && d.ID != d.Section && d.Section != "policies" && slices.ContainsFunc(es, func(e *entity) bool { return e.section == d.Section }) &&
		!slices.ContainsFunc(es, func(e *entity) bool { return e.id == d.ID })
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
var asOfDate = regexp.MustCompile(`(?i)截至[^，。；、）)]{0,20}|[（(]\s*\d{4}\s*年?[^）)]{0,8}[）)]|\bas of [^,.;)]{0,24}|以来|(?i)\b\d{4} (article|report|page|material|document)s?\b|\d{4}\s*年(上半年)?以后|\d{4}\s*年(上半年)?的?(资料|材料|文章|报道|页面)`)

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
