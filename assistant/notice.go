package assistant

import (
	"slices"
	"strings"

	"lvgu/index/corpus"
)

// conflictWords mark a passage that gives two accounts of one thing.
var conflictWords = []string{"说法不一", "两种说法", "两说", "不一致", "说法不同", "two accounts", "accounts differ", "sources differ", "conflict"}

// qualify adds what a reader must know before relying on a passage.
func (d *draft) qualify(p *corpus.Passage) {
	t := d.texts
	switch p.Status {
	case corpus.Expired:
		d.notice(NoticeExpired, t.expired(p.Document.Title, WrittenDate(d.answer.Lang, p.Expires)))
	case corpus.Unverified:
		d.notice(NoticeUnverified, t.unverified(p.Document.Title))
	case corpus.TextNotHeld:
		d.notice(NoticeTextNotHeld, t.textNotHeld(p.Document.Title))
	case corpus.Planned:
		d.notice(NoticePlanned, t.planned(p.Document.Title))
	}
	switch p.Document.Applies {
	case "no":
		d.notice(NoticeNotApplicable, t.notApplicable(p.Document.Title, p.Document.AppliesNote))
	case "past":
		d.notice(NoticeNotApplicable, t.appliedThen(p.Document.Title))
	}
	for _, word := range conflictWords {
		if strings.Contains(p.Text, word) {
			d.notice(NoticeConflict, t.conflict)
			break
		}
	}
	if p.AsOf != "" {
		d.dates = append(d.dates, p.AsOf)
	}
	if p.Document.Lagging {
		d.notice(NoticeTranslated, t.lagging)
	}
}

// undated notes that nothing quoted is of the year that the question names. A rule holds in years that it does not name.
func (d *draft) undated(q inquiry, chosen []statement) {
	if q.asOf == "" || slices.ContainsFunc(chosen, func(s statement) bool {
		p := s.passage
		return p.Document.Section == "policies" || strings.Contains(p.Document.Title+p.Heading+s.lead+s.text+p.AsOf, q.asOf)
	}) {
		return
	}
	if q.puts {
		d.notice(NoticePremise, d.texts.premise) // it was in another year
		return
	}
	d.otherYear = true
	d.notice(NoticePartial, d.texts.otherYear)
}

// date says as of when the passages hold, once for all: each card says it of its own.
func (d *draft) date() {
	slices.Sort(d.dates)
	var written []string
	for _, date := range slices.Compact(d.dates) {
		written = append(written, WrittenDate(d.answer.Lang, date))
	}
	if len(written) > 0 {
		d.notice(NoticeAsOf, d.texts.asOf(written))
	}
}

// notice adds a notice once.
func (d *draft) notice(code, text string) {
	if d.noticed[code+text] {
		return
	}
	d.noticed[code+text] = true
	d.answer.Notices = append(d.answer.Notices, Notice{Code: code, Text: text})
}
