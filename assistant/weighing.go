package assistant

import (
	"slices"
	"strings"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

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
		if like > best && (attribute == whole || attribute.cover(&asked.excerpt) >= minSameAsked || r.share(attribute) >= minSameAsked) {
			best = like
		}
	}
	return best
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

	titled bool // the page's title holds all of a question that only names its matter
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
	w.titled = q.kind == kindOpen && q.forms == 0 && len(q.entities) == 0 && whole.words() <= maxBareTerms && whole.cover(&w.title) == 1
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
		if w.inquiry.kind == kindQuantity && !s.holdsQuantity(w.inquiry.wanted) && !w.countsUp() && !w.tabulates() && !(plans && w.inquiry.wants(figures.Date)) {
			continue
		}
		if w.inquiry.holder && !holdsOffice(w.inquiry.text, s.text) || s.unheld && w.asked < minAsked {
			continue
		}
		if s.fragment && s.list != 0 && (w.inquiry.kind == kindOpen || w.inquiry.kind == kindWhether) && !w.wasAsked() {
			continue // a label says what stands elsewhere
		}
		if len(w.inquiry.meant) > 0 && !s.states(w.inquiry.meant) {
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

// tabulates reports whether the passage was written for a question like this one and its table holds the quantity wanted.
func (w *weighing) tabulates() bool { return w.asked >= minAsked && w.tabled.has(w.inquiry.wanted) }

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
