package importer

import (
	"cmp"
	"regexp"
	"strings"
	"unicode/utf8"

	"lvgu/index/figures"
	"lvgu/index/importer/block"
)

// section is a heading with what stands under it until the next.
type section struct {
	rank    rank
	mark    mark
	heading string // empty for what stands before the first
	anchor  string
	level   int // of the heading on the page, from 2
	blocks  []block.Block
}

const (
	attachmentsHeading = "附件清单"
	signatureHeading   = "落款"
)

// outline cuts a division into sections.
func (d division) outline() []*section {
	body, end := splitEnd(d.blocks)
	current := &section{}
	if d.heading != "" {
		current = &section{rank: annex, heading: d.heading, mark: mark{number: d.number}}
	}
	sections := []*section{current}
	rules := rulesOf(body)
	for i, b := range body {
		s, rest := rules.begin(body, i)
		if s == nil {
			current.blocks = append(current.blocks, b)
			continue
		}
		current = s
		sections = append(sections, s)
		if rest != "" {
			current.blocks = append(current.blocks, block.Block{Text: rest})
		}
	}
	return append(sections, end...)
}

// rules say which paragraphs of a division are headings.
type rules struct {
	statute bool // it has articles, so 一、 and （一） are items within them
	points  bool // its only numbers are 1. 2. 3.
	listed  map[int]bool
}

func rulesOf(body []block.Block) rules {
	r := rules{listed: listedSubitems(body)}
	seen := map[rank]int{}
	for _, b := range body {
		seen[readMark(b.Text).rank]++
	}
	r.statute = seen[article] > 0
	r.points = !r.statute && seen[item]+seen[subitem]+seen[chapter]+seen[part] == 0 && seen[point] > 1
	return r
}

// listedSubitems are the places of （一）, （二）… that only go on a sentence: one of them ends with a semicolon, or the text
// before the first with a colon.
func listedSubitems(body []block.Block) map[int]bool {
	listed := map[int]bool{}
	var group []int
	is := false
	flush := func() {
		for _, at := range group {
			listed[at] = is
		}
		group, is = nil, false
	}
	for i, b := range body {
		switch readMark(b.Text).rank {
		case subitem:
			if len(group) == 0 && i > 0 && endsWith(body[i-1].Text, "：:") {
				is = true
			}
			is = is || endsWith(b.Text, "；;")
			group = append(group, i)
		case none, point:
		default:
			flush()
		}
	}
	flush()
	return listed
}

// begin is the section that the block at i begins, and the text that goes into it; nil where it begins none.
func (r rules) begin(body []block.Block, i int) (*section, string) {
	b := body[i]
	m := readMark(b.Text)
	switch {
	case b.Table != nil:
		return nil, ""
	case m.rank == none:
		if b.Heading == 0 || utf8.RuneCountInString(b.Text) > maxTitle {
			return nil, ""
		}
		return &section{rank: r.unnumbered(b.Heading), heading: b.Text}, ""
	case m.rank <= chunk:
		return &section{rank: m.rank, mark: m, heading: join(m.label, m.rest)}, ""
	case m.rank == article:
		caption, rest := cutCaption(m.rest)
		return &section{rank: article, mark: m, heading: m.label + caption}, rest
	case r.statute, m.rank == subitem && r.listed[i], m.rank == point && !r.points:
		return nil, ""
	}
	heading, rest := r.runIn(m, body, i)
	return &section{rank: m.rank, mark: m, heading: heading}, rest
}

// unnumbered is the rank of a heading that only the file marks as one: beside a statute's chapters, else one above the
// numbers that may come under it.
func (r rules) unnumbered(level int) rank {
	if r.statute {
		return chapter
	}
	return min(item-5+rank(level-1)*10, point+5)
}

// spread is a name of two characters that typists put apart: 总　则.
var spread = regexp.MustCompile(`^(\p{Han})\s+(\p{Han})$`)

// join puts a space between the number of a chapter and its name.
func join(label, name string) string {
	name = spread.ReplaceAllString(name, "$1$2")
	if name == "" {
		return label
	}
	return label + " " + name
}

// maxCaption is how many characters the caption of an article has at most: 第一条【立法目的】.
const maxCaption = 30

func cutCaption(text string) (caption, rest string) {
	for _, pair := range [][2]string{{"【", "】"}, {"（", "）"}, {"(", ")"}} {
		inner, after, ok := strings.Cut(strings.TrimPrefix(text, pair[0]), pair[1])
		if ok && strings.HasPrefix(text, pair[0]) && utf8.RuneCountInString(inner) <= maxCaption && after != "" && !itemNumber(inner) {
			return pair[0] + inner + pair[1], strings.TrimSpace(after)
		}
	}
	return "", text
}

func itemNumber(text string) bool {
	return value(text) > 0 && strings.Trim(text, "一二三四五六七八九十百") == ""
}

const (
	// maxHeading is how many characters the heading of 一、 or （一） has at most when a line is all heading.
	maxHeading = 50
	// maxRunIn is how many its first sentence has at most, when text follows on the line.
	maxRunIn = 30
)

// runIn parts the heading of a numbered paragraph from its text. A sentence that says something stays text, so that it can be
// quoted: the number alone is then the heading.
func (r rules) runIn(m mark, body []block.Block, i int) (heading, rest string) {
	first, after, found := strings.Cut(m.rest, "。")
	switch {
	case !found && utf8.RuneCountInString(m.rest) <= maxHeading && !endsWith(m.rest, "；;，,") && !r.alone(m, body, i) &&
		!(endsWith(m.rest, "：:") && quantity(m.rest)):
		return m.label + m.rest, ""
	case found && after != "" && utf8.RuneCountInString(first) <= maxRunIn && !strings.ContainsAny(first, "，；：") && !quantity(first):
		return m.label + first + "。", strings.TrimSpace(after)
	}
	return m.label, m.rest
}

// alone reports whether nothing would stand under a heading: the next of its rank or above follows at once.
func (r rules) alone(m mark, body []block.Block, i int) bool {
	if i+1 == len(body) {
		return true
	}
	next := readMark(body[i+1].Text).rank
	return next != none && next <= m.rank
}

// quantity reports whether a text states a figure.
func quantity(text string) bool {
	for _, f := range figures.Find(text) {
		if f.Kind != figures.Ordinal && f.Kind != figures.Code && f.Kind != figures.DocumentNumber {
			return true
		}
	}
	return false
}

func endsWith(text, marks string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return text != "" && strings.ContainsRune(marks, r)
}

// settle gives every heading its level and its anchor.
func settle(sections []*section) {
	var above []*section
	names := anchors{}
	for _, s := range sections {
		if s.heading == "" {
			continue
		}
		s.withoutBraces()
		for len(above) > 0 && above[len(above)-1].rank >= s.rank {
			above = above[:len(above)-1]
		}
		s.level = min(2+len(above), maxLevel)
		s.anchor = names.name(s, above)
		above = append(above, s)
	}
}

// withoutBraces makes text of a heading with braces, which at its end would be read as attributes.
func (s *section) withoutBraces() {
	if strings.ContainsAny(s.heading, "{}") {
		s.blocks = append([]block.Block{{Text: s.heading}}, s.blocks...)
		s.heading = cmp.Or(s.mark.label, "正文")
	}
}

// maxLevel of headings in HTML.
const maxLevel = 6
