package assistant

import (
	"slices"
	"strconv"
	"strings"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// maxNearest is how many passages a declined answer shows.
const maxNearest = 3

// draft is an answer while its parts are put together.
type draft struct {
	library   *library
	answer    *Answer
	texts     texts
	lines     []string
	numbers   map[*corpus.Passage]int
	cited     []*corpus.Passage // in the order of their numbers
	listed    int               // items of the list that is quoted whole; 0: none is
	noticed   map[string]bool
	dates     []string // as of which the passages hold
	unknown   int      // parts that were declined
	unclear   int      // parts that ask nothing
	nearest   []*corpus.Passage
	gaps      []*corpus.Passage
	otherYear bool // what is quoted is of another year than the one asked about
	outdated  bool // what was found has expired
}

func newDraft(a *Assistant, lang string) *draft {
	return &draft{
		library: a.library,
		texts:   messages[lang],
		numbers: map[*corpus.Passage]int{},
		noticed: map[string]bool{},
		answer: &Answer{
			ID: a.newID(), Asked: a.today(), Outcome: Declined, Mode: Extract, Lang: lang,
			Sources: []Source{}, Notices: []Notice{},
			Contact:        messages[lang].contact,
			ContentVersion: a.library.corpus.Version,
		},
	}
}

// add answers one part of the question, or notes that it has no answer.
func (d *draft) add(q inquiry, ev evidence) {
	chosen := choose(q, ev)
	if ev.nothing {
		d.unclear++
		return
	}
	if len(chosen) == 0 {
		d.unknown++
		if ev.gap != nil {
			d.gaps = append(d.gaps, ev.gap)
		}
		d.outdated = d.outdated || len(ev.statements) > 0
		d.nearest = append(d.nearest, ev.nearest...)
		return
	}
	if contradicts(q, chosen) || q.status.contradictedBy(chosen[0]) {
		d.notice(NoticePremise, d.texts.premise)
	}
	if len(chosen) == maxQuantity && q.kind == kindQuantity && differ(chosen[0], chosen[1]) {
		d.notice(NoticeConflict, d.texts.conflict)
	}
	lead := ""
	for _, s := range chosen {
		n := d.cite(s.passage)
		if s.lead != lead && s.lead != "" {
			d.say(s.lead, n)
		}
		lead = s.lead
		if d.say(d.texts.quote(s), n) && s.list != 0 && (q.kind == kindList || s.passage.Kind == corpus.Table) {
			d.listed++
		}
		d.qualify(s.passage)
	}
	d.convert(q, chosen)
	d.undated(q, chosen)
}

// say adds a line that cites source n, and reports whether it is new: one sentence can answer two parts.
func (d *draft) say(text string, n int) bool {
	line := text + " [" + strconv.Itoa(n) + "]"
	if slices.Contains(d.lines, line) {
		return false
	}
	d.lines = append(d.lines, line)
	return true
}

// cite returns the number of the source that shows a passage.
func (d *draft) cite(p *corpus.Passage) int {
	if n := d.numbers[p]; n > 0 {
		return n
	}
	n := len(d.answer.Sources) + 1
	d.numbers[p] = n
	d.cited = append(d.cited, p)
	d.answer.Sources = append(d.answer.Sources, d.library.source(p, n))
	return n
}

// finish returns the answer.
func (d *draft) finish() *Answer {
	a := d.answer
	if len(d.lines) == 0 {
		d.decline()
		d.date()
		return a
	}
	d.date()
	a.Outcome = Answered
	a.Text = strings.Join(d.lines, "\n")
	if d.unknown > 0 {
		text := d.texts.partial
		for _, p := range d.gaps {
			text += d.texts.space + p.Text
		}
		d.notice(NoticePartial, text)
	}
	a.Lead = d.lead()
	return a
}

// decline says that the answer is not held, what is known nearby and whom to ask.
func (d *draft) decline() {
	a := d.answer
	a.Text = d.texts.declined
	if d.unknown == 0 {
		a.Text = d.texts.unclear
	}
	if len(d.gaps) > 0 {
		a.Text = d.gaps[0].Text
	} else if d.outdated {
		a.Text = d.texts.outdated
	}
	a.Nearest = []Source{}
	shown := map[string]bool{}
	for _, p := range append(d.gaps, d.nearest...) {
		if len(a.Nearest) == maxNearest || shown[p.URL] {
			continue
		}
		shown[p.URL] = true
		a.Nearest = append(a.Nearest, d.library.source(p, len(a.Nearest)+1))
		if len(d.gaps) == 0 && d.outdated {
			d.qualify(p)
		}
	}
	if len(a.Nearest) == 0 && a.Text == d.texts.declined {
		a.Text = d.texts.nothing
	}
}

// contradicts reports whether the question states a quantity of a kind that the chosen statements state otherwise.
func contradicts(q inquiry, chosen []statement) bool {
	for _, claimed := range q.claimed {
		same, other := false, false
		for _, s := range chosen {
			for _, f := range figures.Find(s.text) {
				same = same || f.Equal(claimed)
				other = other || comparable(f, claimed)
				same = same || f.Kind == figures.Ordinal && claimed.Kind == figures.Duration && f.High == claimed.Value // ten years: years 1 to 10
				same = same || claimed.Kind == figures.Number && f.Value == claimed.Value
			}
		}
		if other && !same {
			return true
		}
	}
	return false
}

// comparable reports whether a claim is one about a figure: of the same kind and unit, or a large number without any.
func comparable(f, claimed figures.Figure) bool {
	if claimed.Kind == figures.Number {
		return f.Value >= minBareClaim && f.Kind != figures.Date && f.Kind != figures.Period
	}
	return f.Kind == claimed.Kind && f.Unit == claimed.Unit
}

// source is a passage as the reader sees it.
func (l *library) source(p *corpus.Passage, n int) Source {
	doc := p.Document
	s := Source{
		N: n, Title: doc.Title, Section: p.Heading, Anchor: p.Anchor, URL: p.URL, Passage: p.Text, Lang: doc.Lang,
		Issuer: doc.Issuer, DocumentNumber: doc.DocumentNumber, Effective: doc.Effective, Expires: p.Expires,
		Status: string(p.Status), AsOf: p.AsOf,
	}
	if len(p.Sources) > 0 {
		s.Publisher = p.Sources[0].Publisher
	}
	if doc.Lang == corpus.English {
		if twin := l.corpus.Twin(p); twin != nil {
			original := l.source(twin, 0)
			s.Original = &original
		}
	}
	return s
}
