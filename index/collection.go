package index

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"

	"lvgu/index/analysis"
)

// collection is what the second stage knows of the passages besides the postings.
type collection struct {
	lexicon lexicon
	codes   []uint16  // packed texts: of each passage first what it shares with its document, then its own
	entries []entry   // by position
	groups  []group   // documents
	norms   []float32 // by position: BM25's length normalisation, k1·(1-b+b·length/mean)

	meanLength float32 // of passages, in tokens
}

// entry is one passage.
type entry struct {
	start, own, end uint32 // of its codes
	group           int32
	place           int32 // among the passages of its document
	ownTokens       uint16
	sharedTokens    uint16
	novelTokens     uint16 // of its own, those that the document's title does not hold
	marks           uint16 // list marks in its own text: 、 and ；
	headingTokens   uint16 // its own text begins with as many of its heading
	article         int32  // its number in the document, 0 without
	colon           bool   // its text ends with a colon: what it announces stands in the next
}

// group is the passages of one document, which share a title and are come one after another.
type group struct {
	passages []int32
	cited    int32 // passages of other documents that name this one
}

// collector builds a collection passage by passage.
type collector struct {
	*collection
	packer  packer
	termer  *termer
	byName  map[string]int32
	lengths []float64 // weighted, by position
}

func newCollector(n int) *collector {
	c := &collection{lexicon: lexicon{map[string]uint32{}}, entries: make([]entry, 0, n)}
	return &collector{collection: c, packer: packer{lexicon: &c.lexicon}, termer: newTermer(), byName: map[string]int32{}}
}

// add takes the next passage with the tokens of its fields.
func (c *collector) add(p *Passage, tokens [][]analysis.Token) {
	e := entry{
		start: uint32(len(c.codes)), article: articleOrder(p.Title), colon: endsWithColon(p.Body),
		marks: clip(strings.Count(p.Body, "、") + strings.Count(p.Body, "；")),
	}
	shared, own := tokens[:sharedFields], slices.Clone(tokens[sharedFields:])
	body := &own[bodyField-sharedFields]
	*body = (*body)[repeated(shared[0], *body):]

	e.headingTokens = clip(len(own[0])) // the heading is the first of its own fields

	held := map[string]bool{}
	for _, t := range slices.Concat(shared...) {
		held[t.Text] = true
		e.sharedTokens = clip(int(e.sharedTokens) + 1)
	}
	for _, t := range slices.Concat(own...) {
		if !held[t.Text] {
			e.novelTokens = clip(int(e.novelTokens) + 1)
		}
		e.ownTokens = clip(int(e.ownTokens) + 1)
	}
	c.pack(shared)
	e.own = uint32(len(c.codes))
	c.pack(own)
	e.end = uint32(len(c.codes))
	e.group = c.groupOf(p)
	g := &c.groups[e.group]
	g.passages = append(g.passages, int32(len(c.entries)))
	c.entries = append(c.entries, e)
}

// finish sets what only the whole collection tells.
func (c *collector) finish(passages []Passage) *collection {
	c.place()
	c.cite(passages)
	total := 0.0
	for _, l := range c.lengths {
		total += l
	}
	mean := max(total/float64(max(len(c.lengths), 1)), 1)
	c.meanLength = float32(mean)
	c.norms = make([]float32, len(c.lengths))
	for i, l := range c.lengths {
		c.norms[i] = float32(k1 * (1 - b + b*l/mean))
	}
	return c.collection
}

func (c *collector) pack(texts [][]analysis.Token) {
	c.packer.codes = c.packer.codes[:0]
	for _, tokens := range texts {
		if len(tokens) > 0 {
			c.packer.add(tokens)
		}
		if figures := analysis.Figures(tokens); len(figures) > 0 {
			c.packer.addFigures(figures)
		}
	}
	c.codes = append(c.codes, c.packer.codes...)
}

func (c *collector) groupOf(p *Passage) int32 {
	name := documentName(p.Title)
	if name == "" {
		name = p.ID
	}
	key := p.Lang + "\x00" + name
	g, ok := c.byName[key]
	if !ok {
		g = int32(len(c.groups))
		c.byName[key] = g
		c.groups = append(c.groups, group{})
	}
	return g
}

// place puts the passages of each document in the order of their articles or else as they came.
func (c *collector) place() {
	for _, g := range c.groups {
		slices.SortStableFunc(g.passages, func(a, b int32) int {
			return cmp.Compare(c.entries[a].article, c.entries[b].article)
		})
		for i, ord := range g.passages {
			c.entries[ord].place = int32(i)
		}
	}
}

// repeated returns the number of tokens at the beginning of body that only repeat the title.
func repeated(title, body []analysis.Token) int {
	if len(title) < 2 || len(body) < len(title) {
		return 0
	}
	for i, t := range title {
		if body[i].Text != t.Text {
			return 0
		}
	}
	return len(title)
}

func endsWithColon(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, "：") || strings.HasSuffix(text, ":")
}

func clip(n int) uint16 { return uint16(min(n, math.MaxUint16)) }

const country = "中华人民共和国"

// named finds the names of documents in a text, as they are written in Chinese.
var named = regexp.MustCompile(`《([^《》\n]{2,60})》`)

// cite counts, for each document, the passages of others that name it.
func (c *collector) cite(passages []Passage) {
	short := make(map[string]int32, len(c.byName))
	for key, g := range c.byName {
		_, name, _ := strings.Cut(key, "\x00")
		short[strings.TrimPrefix(name, country)] = g
	}
	for i := range passages {
		if !strings.Contains(passages[i].Body, "《") {
			continue
		}
		for _, m := range named.FindAllStringSubmatch(passages[i].Body, -1) {
			if g, ok := short[strings.TrimPrefix(m[1], country)]; ok && g != c.entries[i].group {
				c.groups[g].cited++
			}
		}
	}
}
