package assistant

import (
	"regexp"
	"slices"
	"strings"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// ofEach asks for every one of several: of a table, for all of its rows.
var ofEach = newPhrasing(`各|分别|分级|分档|分等|分几|分哪|几级|几档|几等|几类|几种|哪几|表|一览|明细|清单`,
	`(?i)\b(each|every|respectively|brackets?|tiers?|grades|levels|rates|breakdown|table|list|kinds|types|by (?:level|grade|tier|kind|type|year))\b`)

// eachZh asks for each in Chinese and says nothing of what: 各栋面积 is 面积.
var eachZh = regexp.MustCompile(`分别|各(?:自|个|种|家|项|处|栋|块|座)|各(有|是|占|多|投|补|给|奖)`)

// wholeTable returns the table of which best is a row, or that stands under it, whole: where the question asks for each of
// several, or best is a row no more than the others are, or does no more than introduce them. It returns nil where the one statement answers.
func wholeTable(q inquiry, best statement) []statement {
	table := best.passage.Table
	if table == nil {
		return nil
	}
	all := sentences(table)
	rows := slices.DeleteFunc(slices.Clone(all), func(s sentence) bool { return s.list == 0 })
	each := q.each || q.kind == kindList || len(rows) > 0 && strings.Contains(rows[0].lead, best.text) ||
		q.kind == kindQuantity && !best.sentences[best.order].holdsQuantity(q.wanted) && best.tabulates()
	switch row := best.passage.Kind == corpus.Row; {
	case len(rows) > maxListed,
		row && !each && best.singledOut(rows),
		!row && (!each || !strings.Contains(table.Text, best.text) || namesAll(best.text, rows)):
		return nil
	}
	above := all[:len(all)-len(rows)]
	w := *best.weighing
	w.passage = table
	var out []statement
	for _, s := range slices.Concat(above[max(0, len(above)-maxOpen):], rows) {
		if last := len(out) - 1; s.list != 0 && last >= 0 && out[last].line == s.line {
			out[last].text += sentenceGap[table.Document.Lang] + s.text // a row is one line, whatever stops it has
			continue
		}
		item := best
		item.sentence, item.weighing = s, &w
		out = append(out, item)
	}
	return out
}

// singledOut reports whether the question means the row that s is, by a word that not all rows hold or by a figure that it
// states. A number without its unit means none: that of the question may be another thing's.
func (s *statement) singledOut(rows []sentence) bool {
	held := s.heldBy[s.order]
	common := s.whole.none()
	for i := range common {
		common[i] = true
	}
	for _, row := range rows {
		e := newExcerpt(row.lead + "\n" + row.text)
		of := s.whole.none()
		s.whole.mark(&e, of)
		for i := range common {
			common[i] = common[i] && of[i]
		}
	}
	for i, t := range s.whole.terms {
		if held[i] && !common[i] && !t.number {
			return true
		}
	}
	own := figures.Find(s.text)
	return slices.ContainsFunc(figures.Find(s.inquiry.text), func(f figures.Figure) bool { return slices.ContainsFunc(own, f.Equal) })
}

// namesAll reports whether a sentence names what each row is about, so that the rows only say it again.
func namesAll(text string, rows []sentence) bool {
	return !slices.ContainsFunc(rows, func(row sentence) bool {
		label := row.text
		if i := strings.IndexAny(label, "：:"); i > 0 {
			label = label[:i]
		}
		return !strings.Contains(text, label)
	})
}
