package assistant

import (
	"regexp"
	"slices"
	"strings"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

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
	if w.passage.Anchor == "" && beginsWithPronoun(s.text) {
		sum -= introPenalty
	}
	if w.passage.Anchor == "" && w.passage.Document.ID == w.passage.Document.Section {
		sum -= contentsPenalty
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
	if len(q.own) > 0 && slices.ContainsFunc(q.own, func(f figures.Figure) bool { return s.holds.has([]figures.Kind{f.Kind}) }) {
		sum += likeliestBonus
	}
	if w.titled {
		sum += titledBonus
	}
	if q.kind == kindList && s.forms&formSeveral != 0 {
		sum += listBonus
	}
	if q.kind == kindQuantity && len(q.wanted) > 0 && s.holdsQuantity(q.wanted[:1]) {
		sum += likeliestBonus
		if q.wanted[0] == figures.Date && len(q.entities) > 0 {
			sum += whenBonus
		}
	}
	return sum
}

// pronouns begin a sentence that does not say what it is about.
var pronouns = []string{"它", "其", "该", "此", "这份", "这部", "It ", "They ", "This ", "These "}

func beginsWithPronoun(text string) bool {
	return slices.ContainsFunc(pronouns, func(p string) bool { return strings.HasPrefix(text, p) })
}

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

// states reports whether a sentence holds one of some figures.
func (s *readSentence) states(some []figures.Figure) bool {
	held := figures.Find(s.text)
	return slices.ContainsFunc(some, func(f figures.Figure) bool { return slices.ContainsFunc(held, f.Equal) })
}

// amounts are the kinds that "how much" without a unit may mean.
var amounts = []figures.Kind{figures.Money, figures.Percent, figures.Area, figures.Length, figures.Weight, figures.Duration, figures.Count, figures.Ratio, figures.Number}
