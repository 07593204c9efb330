package importer

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"lvgu/index/figures"
	"lvgu/index/importer/block"
)

// head is what stands before the text of a document.
type head struct {
	title  string
	before []block.Block // the other lines, which the page keeps: file number, note on adoption, labels
}

const (
	// maxHead is how many blocks a head has at most: a law amended a dozen times lists each time.
	maxHead = 40
	// maxHeadLine is how many characters a line of the head has that is no note on adoption.
	maxHeadLine = 80
)

var (
	redHead   = regexp.MustCompile(`^(\S.{1,40}?)\s*文\s*件$`)
	orderHead = regexp.MustCompile(`^\S{2,30}令$`)
	adoption  = regexp.MustCompile(`通过|批准|公布|修正|修订|发布|施行`)
	labelled  = regexp.MustCompile(`^[\[【]?\s*(?:索\s*引\s*号|主题分类|发文机关|发文字号|文\s*号|成文日期|发布日期|发布时间|标\s*题|主\s*题\s*词|有\s*效\s*性|公开方式|信息来源|来源|生效日期|实施日期|废止日期|失效日期|体裁分类|组配分类|签发人|制定机关|公布机关|公布日期|施行日期|时效性|效力级别|密级|份号|统一编号)\s*[\]】]?\s*[:：]`)
)

// splitHead parts the head from the body.
func splitHead(doc *block.Document) (head, []block.Block) {
	n := 0
	for n < len(doc.Blocks) && n < maxHead && inHead(doc.Blocks, n) {
		n++
	}
	lines := doc.Blocks[:n]
	h := head{}
	from, to := titleLines(lines, doc.Meta.Title)
	for i, b := range lines {
		if i >= from && i < to {
			h.title = block.Join(h.title, b.Text)
			continue
		}
		h.before = append(h.before, b)
	}
	if h.title == "" {
		h.title = doc.Meta.Title
	}
	return h, doc.Blocks[n:]
}

// inHead reports whether the block still belongs to the head.
func inHead(blocks []block.Block, i int) bool {
	b := blocks[i]
	text := b.Text
	switch {
	case b.Table != nil:
		return descriptive(b.Table)
	case b.Title:
		return true
	case readMark(text).rank != none && !isNumberLine(text):
		return false
	case labelled.MatchString(text):
		return true
	case endsWith(text, "：:"):
		return false
	case dated(text) && adoption.MatchString(text):
		return true
	case b.Heading > 0 && i > 0:
		return false
	}
	return utf8.RuneCountInString(text) <= maxHeadLine && !strings.ContainsAny(text, "。；")
}

// dated reports whether a line begins with a date, in brackets or not.
func dated(text string) bool {
	for _, f := range figures.Find(text) {
		if f.Kind == figures.Date {
			return f.Start <= len("（根据")
		}
	}
	return false
}

// descriptive reports whether a table only describes the document, as government pages do above the text.
func descriptive(t *block.Table) bool {
	found := 0
	for _, row := range append([][]string{t.Header}, t.Rows...) {
		for _, cell := range row {
			if labelled.MatchString(strings.TrimRight(cell, ":：") + "：") {
				found++
			}
		}
	}
	return found >= 2
}

// isNumberLine reports whether a line is a document's number and nothing else.
func isNumberLine(text string) bool {
	text = strings.TrimSpace(text)
	for _, f := range figures.Find(text) {
		if f.Kind == figures.DocumentNumber {
			return utf8.RuneCountInString(strings.Replace(text, f.Text, "", 1)) <= len("签发人：某某")/2
		}
	}
	return orderForm.MatchString(text)
}

// orderForm is the number of an order or announcement by itself.
var orderForm = regexp.MustCompile(`^[（(]?.{0,30}?第?\s*` + numeral + `\s*号[）)]?$`)

// titleLines is the range of the lines that make the title.
func titleLines(lines []block.Block, known string) (from, to int) {
	for i, b := range lines {
		if b.Title {
			for to = i + 1; to < len(lines) && lines[to].Title; to++ {
			}
			return i, to
		}
	}
	for i := range lines {
		text := ""
		for j := i; j < len(lines) && j < i+maxTitleLines && candidate(lines[j]); j++ {
			text = block.Join(text, lines[j].Text)
			if squash(text) == squash(known) || known == "" && kindForm.MatchString(text) {
				return i, j + 1
			}
		}
	}
	if known != "" {
		return 0, 0
	}
	for i, b := range lines {
		if candidate(b) {
			return i, i + 1
		}
	}
	return 0, 0
}

// maxTitleLines is over how many lines a title runs at most.
const maxTitleLines = 4

// candidate reports whether a line may be of the title.
func candidate(b block.Block) bool {
	t := b.Text
	return b.Table == nil && !orderHead.MatchString(t) && !redHead.MatchString(t) && !isNumberLine(t) && !dateOnly.MatchString(t) && !labelled.MatchString(t) &&
		!(dated(t) && adoption.MatchString(t)) && !strings.HasPrefix(t, "（") && !strings.HasPrefix(t, "(")
}
