package assistant

import (
	"strings"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// holding is what one source says, taken apart for the guard.
type holding struct {
	text     string // title, heading and passage
	place    string // title and heading
	folded   string // text, for the names in it
	status   string
	strong   strengths
	whole    excerpt
	sections []stretch // sentences
	clauses  []stretch // and the parts of these between pauses
}

// stretch is a part of a passage with what a sentence of it is compared by. Its excerpt has the source's title and
// heading too: what they name need not be repeated.
type stretch struct {
	excerpt
	text       string
	figures    []figures.Figure
	conditions []condition // of a sentence with figures
	premises   []premised  // of a sentence
	denials    int
	hedged     bool
	denied     *matter // what a clause denies; nil when it denies nothing
}

// statusWords are what may be said of a source by its status alone.
var statusWords = map[string]string{
	string(corpus.Expired): "已失效 已过期 已到期 现已失效 expired no longer in force",
	string(corpus.Planned): "计划 筹建 尚在计划 规划 planned not yet in operation",
}

// newHolding takes a source apart.
func (l *library) newHolding(s Source, lang string) holding {
	h := holding{place: s.Title + "\n" + s.Section, status: s.Status}
	h.text = h.place + "\n" + s.Passage
	h.folded, h.strong = fold(h.text), strengthsOf(h.text)
	h.whole = newExcerpt(h.text + "\n" + statusWords[s.Status])
	for _, sentence := range strings.FieldsFunc(s.Passage, func(r rune) bool { return strings.ContainsRune("。；！？!?\n", r) }) {
		section := newStretch(sentence, h.place, lang)
		section.premises = l.premisesOf(sentence, lang)
		if len(section.figures) > 0 {
			section.conditions = l.conditions(sentence, lang)
		}
		h.sections = append(h.sections, section)
		for _, clause := range clauses(sentence) {
			part := newStretch(clause, h.place, lang)
			if part.denials%2 == 1 {
				part.denied = l.newMatter(negation(lang).ReplaceAllString(clause, " "), lang)
			}
			h.clauses = append(h.clauses, part)
		}
	}
	return h
}

func newStretch(text, place, lang string) stretch {
	return stretch{
		excerpt: newExcerpt(place + "\n" + text), text: text, figures: figures.Find(text), denials: denials(text, lang), hedged: hedge(lang).MatchString(text),
	}
}
