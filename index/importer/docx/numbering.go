package docx

import (
	"strconv"
	"strings"
)

// maxLevels of a list, by the format.
const maxLevels = 9

// numbering makes the numbers that Word shows before paragraphs of lists and does not store with their text.
type numbering struct {
	lists  map[string]*list // by numId
	counts map[string]*[maxLevels]int
}

// list is one use of a definition; several uses count on together unless one overrides the start.
type list struct {
	counter string // which count it goes on with
	levels  [maxLevels]level
}

type level struct {
	format, text, suffix string
	start                int
	legal                bool // all numbers in it as 1, 2, 3
	style                string
}

func readNumbering(root *node) *numbering {
	n := &numbering{lists: map[string]*list{}, counts: map[string]*[maxLevels]int{}}
	definitions := map[string][maxLevels]level{}
	for _, d := range root.at("numbering").kidsNamed("abstractNum") {
		definitions[d.attr("abstractNumId")] = readLevels(d)
	}
	for _, use := range root.at("numbering").kidsNamed("num") {
		of := use.child("abstractNumId").attr("val")
		l := &list{counter: of, levels: definitions[of]}
		for _, o := range use.kidsNamed("lvlOverride") {
			at := o.number("ilvl", 0)
			if at < 0 || at >= maxLevels {
				continue
			}
			if own := o.child("lvl"); own != nil {
				l.levels[at] = readLevel(own)
			}
			if start := o.child("startOverride"); start != nil {
				l.levels[at].start = start.number("val", 1)
				l.counter = "num " + use.attr("numId")
			}
		}
		n.lists[use.attr("numId")] = l
	}
	return n
}

func readLevels(definition *node) [maxLevels]level {
	var levels [maxLevels]level
	for _, n := range definition.kidsNamed("lvl") {
		if at := n.number("ilvl", 0); at >= 0 && at < maxLevels {
			levels[at] = readLevel(n)
		}
	}
	return levels
}

func readLevel(n *node) level {
	return level{
		format: n.child("numFmt").attr("val"), text: n.child("lvlText").attr("val"), suffix: n.child("suff").attr("val"),
		start: n.child("start").number("val", 0), legal: n.child("isLgl").on(), style: n.child("pStyle").attr("val"),
	}
}

// label is the next number of a list at a level, as shown, with the space that parts it from the text.
func (n *numbering) label(id string, at int) string {
	l := n.lists[id]
	if l == nil || at < 0 || at >= maxLevels || l.levels[at].format == "none" && l.levels[at].text == "" {
		return ""
	}
	count := n.counts[l.counter]
	if count == nil {
		count = &[maxLevels]int{}
		for i := range count {
			count[i] = l.levels[i].start - 1
		}
		n.counts[l.counter] = count
	}
	count[at]++
	for i := at + 1; i < maxLevels; i++ {
		count[i] = l.levels[i].start - 1
	}
	return l.show(at, count)
}

func (l *list) show(at int, count *[maxLevels]int) string {
	own := l.levels[at]
	if own.format == "bullet" {
		return "• "
	}
	text := own.text
	for i := range at + 1 {
		place := "%" + strconv.Itoa(i+1)
		if !strings.Contains(text, place) {
			continue
		}
		format := l.levels[i].format
		if own.legal {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, place, numeral(format, max(count[i], l.levels[i].start)))
	}
	if text == "" || own.suffix == "nothing" || strings.HasSuffix(text, "、") || strings.HasSuffix(text, "）") {
		return text
	}
	return text + " "
}

// levelOfStyle is the level of a list whose paragraphs are told by their style.
func (n *numbering) levelOfStyle(id, style string) int {
	if l := n.lists[id]; l != nil && style != "" {
		for i, level := range l.levels {
			if level.style == style {
				return i
			}
		}
	}
	return 0
}
