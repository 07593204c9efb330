package assistant

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// What is quoted at the most.
const (
	maxOpen     = 3  // statements of an open question: more is a wall of prose on a phone
	maxQuantity = 2  // statements of a quantity: the answer, and another source's where they differ
	maxListed   = 40 // items of a list that is asked for: it is whole or no answer; longer ones are registers
)

// How near another statement must come to the best one to be quoted beside it, and what it counts that it follows one
// that is quoted: what comes next is more often the rest of the answer, and behind a headline it is the answer.
const (
	nearOpen      = 0.35
	nearQuantity  = 0.15
	nearRival     = 1.0 // of what says nearly the same with another figure: where it stands tells them apart, not what it says
	followsBonus  = 0.25
	headlineBonus = 0.5
)

// extract answers a question with quotations, or declines it.
func (a *Assistant) extract(ctx context.Context, q Question) (*Answer, error) {
	lang := q.Lang
	if lang != corpus.Chinese && lang != corpus.English {
		lang = detectLanguage(q.Text)
	}
	asked := polish(q.Text)
	found := &lookup{library: a.library}
	text, err := found.correct(ctx, asked, lang)
	if err != nil {
		return nil, err
	}
	if q.Lang == "" {
		lang = detectLanguage(text)
	}
	g := a.library.gazetteers[lang]
	completed := a.standalone(ctx, text, lang, q)
	d := newDraft(a, lang)
	if completed != asked {
		d.answer.Question = completed
	}
	turns := q.History
	if completed != text {
		turns = nil // the history has been used
	}
	for i, part := range parts(completed) {
		an, ev, err := found.consider(ctx, part, lang)
		if err != nil {
			return nil, err
		}
		if about := g.about(part, turns, an); about != "" {
			an2, ev2, err := found.consider(ctx, about, lang)
			if err != nil {
				return nil, err
			}
			// What is asked in the same breath is asked of the same thing, whether it is known or not.
			if i > 0 {
				ev2.keep(func(s statement) bool { return a.library.follows(s, part, turns, lang) })
			}
			if i > 0 && g.bound(part, turns) || (i == 0 || !ev.wasAsked()) && (an.bare() && !ev.wasAsked() || len(ev2.statements) > 0 || ev2.gap != nil) {
				an, ev, part = an2, ev2, about
				if i == 0 && d.answer.Question == "" {
					d.answer.Question = about
				}
			}
		}
		turns = append(turns, Turn{Question: part})
		d.add(an, ev)
	}
	return d.finish(), nil
}

// minSlip is the length from which a correction is trusted: two characters sound like too many others.
const minSlip = 3

// correct mends what the index takes for a slip of the pen, or for pinyin, in a text.
func (l *lookup) correct(ctx context.Context, text, lang string) (string, error) {
	result, err := l.search(ctx, text, lang)
	if err != nil {
		return "", err
	}
	return mend(text, result.Expanded), nil
}

// consider analyses one question and gathers the evidence for it.
func (l *lookup) consider(ctx context.Context, text, lang string) (inquiry, evidence, error) {
	q := analyse(text, lang)
	q.entities = l.gazetteers[lang].find(q.text)
	if q.travel { // where one comes from or goes to, not the thing that bears the place's name
		q.entities = slices.DeleteFunc(q.entities, func(e *entity) bool {
			return e.section == "enclaves" && !strings.Contains(fold(q.text), enclaveNouns[lang])
		})
	}
	q.text = l.withoutForeignNames(q)
	ev, err := l.gather(ctx, q)
	return q, ev, err
}

// englishWord is a word of a Chinese question in the visitor's other language.
var englishWord = regexp.MustCompile(`\s*[A-Za-z]{3,}\s*`)

// withoutForeignNames is a Chinese question without the English words that are part of the names of what it means: the "zone"
// of "张江 zone" names nothing more.
func (l *lookup) withoutForeignNames(q inquiry) string {
	if q.lang != corpus.Chinese || len(q.entities) == 0 || !englishWord.MatchString(q.text) {
		return q.text
	}
	return englishWord.ReplaceAllStringFunc(q.text, func(word string) string {
		for _, e := range q.entities {
			if l.gazetteers[corpus.English].nameHolds(e.id, fold(strings.TrimSpace(word))) && !e.mentions(fold(word)) {
				return " "
			}
		}
		return word
	})
}

// choose picks the statements that answer, best first or in the order of their list, or none.
func choose(q inquiry, ev evidence) []statement {
	if ev.gap != nil || len(ev.statements) == 0 {
		return nil
	}
	usable := ev.statements
	if q.present {
		if usable = current(usable); len(usable) == 0 {
			return nil
		}
	}
	best := usable[q.borneOut(usable)]
	if table := wholeTable(q, best); table != nil {
		return table
	}
	if q.kind == kindList && best.list != 0 {
		return wholeList(best)
	}
	chosen := []statement{best}
	if q.kind == kindQuantity {
		for _, s := range usable[1:] {
			if q.joins(s, chosen) {
				chosen = append(chosen, s)
			}
		}
		return inOrder(chosen)
	}
	for len(chosen) < maxOpen {
		next, ok := following(chosen)
		for _, s := range usable[1:] {
			if s.score < best.score-nearOpen || ok && s.score <= next.score {
				break
			}
			if !repeats(chosen, s) {
				next, ok = s, true
				break
			}
		}
		if !ok || next.score < best.score-nearOpen {
			break
		}
		chosen = append(chosen, next)
	}
	return inOrder(chosen)
}

// borneOut is the index of the best statement, or of another of its passage that holds what the question claims: what is so is
// not contradicted by the sentence beside it.
func (q inquiry) borneOut(usable []statement) int {
	if len(q.claimed) == 0 {
		return 0
	}
	at := slices.IndexFunc(usable, func(s statement) bool {
		return s.passage == usable[0].passage && s.states(q.claimed)
	})
	return max(at, 0)
}

// joins reports whether a statement is quoted beside those chosen, the best one first, where a quantity is asked for: one that
// gives another quantity for the same thing, and where each of several is meant, one that says it of the next.
func (q inquiry) joins(s statement, chosen []statement) bool {
	best := chosen[0]
	if q.each && len(chosen) < maxOpen && sibling(best, s) && !repeats(chosen, s) {
		return true
	}
	if len(q.claimed) > 0 && len(chosen) < maxQuantity && s.passage == best.passage && !best.states(q.claimed) && !repeats(chosen, s) {
		return true // what is said otherwise is said whole
	}
	return len(chosen) < maxQuantity &&
		(s.score >= best.score-nearQuantity && !repeats(chosen, s) && rivals(best, s) || s.score >= best.score-nearRival && differ(best, s))
}

// following is the best of the sentences that come right after those chosen and are not among them.
func following(chosen []statement) (best statement, ok bool) {
	for _, c := range chosen {
		if c.order+1 == len(c.sentences) {
			continue
		}
		s := c.statement(c.order + 1)
		s.score += followsBonus
		if c.sentences[c.order].headline {
			s.score += headlineBonus
		}
		if c.sentences[c.order+1].unheld && c.asked < minAsked || c.inquiry.holder && formerHolder.MatchString(s.text) {
			continue
		}
		if (!ok || s.score > best.score) && !repeats(chosen, s) {
			best, ok = s, true
		}
	}
	return best, ok
}

// inOrder puts the statements of one passage together, as they follow one another there; the passages keep their order.
func inOrder(chosen []statement) []statement {
	place := map[*corpus.Passage]int{}
	for i, s := range chosen {
		if _, ok := place[s.passage]; !ok {
			place[s.passage] = i
		}
	}
	slices.SortStableFunc(chosen, func(a, b statement) int {
		return cmp.Or(cmp.Compare(place[a.passage], place[b.passage]), cmp.Compare(a.order, b.order))
	})
	return chosen
}

// current leaves out what has expired.
func current(in []statement) []statement {
	var out []statement
	for _, s := range in {
		if s.passage.Status != corpus.Expired {
			out = append(out, s)
		}
	}
	return out
}

// wholeList returns the items of the list that best belongs to, in their order, each whole.
func wholeList(best statement) []statement {
	var out []statement
	for i := range best.sentences {
		s := best.sentences[i].sentence
		switch last := len(out) - 1; {
		case s.list != best.list:
		case last >= 0 && out[last].line == s.line:
			out[last].text += sentenceGap[best.passage.Document.Lang] + s.text
		case len(out) < maxListed:
			item := best
			item.sentence, item.order = s, i
			out = append(out, item)
		}
	}
	return out
}

// sentenceGap is what stands between two sentences of a line.
var sentenceGap = map[string]string{corpus.English: " "}

// repeats reports whether s says what one of the chosen says already: the same words, or a row of the same table
// that a sentence was made from.
func repeats(chosen []statement, s statement) bool {
	for _, c := range chosen {
		if c.text == s.text || strings.Contains(c.text, strings.TrimRight(s.text, "。.")) {
			return true
		}
		if c.passage.Document == s.passage.Document && len(figures.Find(s.text)) > 0 && len(figures.Missing(s.text, c.text)) == 0 && s.words().sharedWith(c.words()) > sameWords {
			return true
		}
	}
	return false
}

// sameWords is the share of a statement's words from which another says the same.
const sameWords = 0.6

// sameClaim is the share of each other's words, figures among them, from which statements of two pages are of one thing: a
// different name alone brings it below.
const sameClaim = 0.8

// states reports whether the statement holds one of some figures.
func (s *statement) states(some []figures.Figure) bool { return s.sentences[s.order].states(some) }

// words are the statement's words as they are compared.
func (s *statement) words() *excerpt { return &s.sentences[s.order].excerpt }

// rivals reports whether two statements give different quantities for the same thing, in one clause or in nearly the same
// words elsewhere, so that both must be shown.
func rivals(best, s statement) bool {
	if len(figures.Missing(s.text, best.text)) == 0 {
		return false
	}
	return s.passage.Document.ID == best.passage.Document.ID && s.passage.Anchor == best.passage.Anchor || differ(best, s)
}

// sibling reports whether two statements stand in the same clause of the pages of two things of a kind: the area of two enclaves.
// The clauses of policies are numbered, and the same number says nothing.
func sibling(a, b statement) bool {
	p, q := a.passage, b.passage
	return p.Document != q.Document && p.Document.Section == q.Document.Section && p.Document.Section != "policies" && p.Anchor == q.Anchor && p.Anchor != ""
}

// differ reports whether two statements of different pages say nearly the same, with other figures of the same kinds.
func differ(a, b statement) bool {
	return a.passage.Document != b.passage.Document && kindsIn(a.text) == kindsIn(b.text) && len(figures.Missing(b.text, a.text)) > 0 &&
		min(a.words().sharedWith(b.words()), b.words().sharedWith(a.words())) > sameClaim
}
