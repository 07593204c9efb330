package index

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"

	"lvgu/index/analysis"
)

// collection is what is known of the passages: the parts that hold them, and what the second stage needs.
type collection struct {
	parts   []*part
	ords    [][]int32 // by part: number of a passage in it → position; dead where it is no longer
	lexicon *lexicon
	entries []entry  // by position
	groups  []group  // documents
	langs   []string // by the number that entries hold
}

// dead stands for the position of a passage that a part holds and the index does not.
const dead = -1

// entry is one passage.
type entry struct {
	start, own, end uint32 // of its codes in its part: first what it shares with its document, then its own
	length          uint32 // weighted, in the unit of the fields' weights
	group           int32
	place           int32  // among the passages of its document
	article         int32  // its number in the document, 0 without
	asked           uint32 // where the hashes of what it asks begin in its part
	asks            uint16 // how many there are
	ownTokens       uint16
	sharedTokens    uint16
	novelTokens     uint16 // of its own, those that the document's title does not hold
	marks           uint16 // list marks in its own text: 、 and ；
	headingTokens   uint16 // its own text begins with as many of its heading
	part            uint8
	lang            uint8
	colon           bool // its text ends with a colon: what it announces stands in the next
}

// group is the passages of one document, which share a title and are come one after another.
type group struct {
	passages []int32
	cited    int32 // passages of other documents that name this one
}

// collector builds a collection.
type collector struct {
	*collection
	passages []Passage
	packer   packer
	termer   *termer
	byName   map[string]int32
	title    int // weight
}

func newCollector(passages []Passage) *collector {
	c := &collection{lexicon: newLexicon(), entries: make([]entry, len(passages))}
	return &collector{collection: c, passages: passages, termer: newTermer(), byName: map[string]int32{}}
}

// analyse takes the tokens of a passage's fields into a part.
func (c *collector) analyse(into *part, p *Passage, tokens [][]analysis.Token) entry {
	e := entry{
		start: uint32(len(into.codes)), article: articleOrder(p.Title), colon: endsWithColon(p.Body),
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
	c.pack(into, shared)
	e.own = uint32(len(into.codes))
	c.pack(into, own)
	e.end = uint32(len(into.codes))
	e.asked = uint32(len(into.asked))
	into.asked = p.asks(into.asked)
	e.asks = clip(len(into.asked) - int(e.asked))
	return e
}

// finish sets what only the whole collection tells.
func (c *collector) finish() *collection {
	for i := range c.passages {
		g := c.groupOf(&c.passages[i])
		c.entries[i].group, c.entries[i].lang = g, c.langOf(c.passages[i].Lang)
		c.groups[g].passages = append(c.groups[g].passages, int32(i))
	}
	c.place()
	c.cite(c.passages)
	return c.collection
}

// normalise returns BM25's length normalisation by position, k1·(1-b+b·length/mean), and the mean length.
func (c *collection) normalise(p Parameters) (norms []float32, meanLength float32) {
	total := 0.0
	for i := range c.entries {
		total += float64(c.entries[i].length) / frequencyScale
	}
	mean := max(total/float64(max(len(c.entries), 1)), 1)
	norms = make([]float32, len(c.entries))
	for i := range c.entries {
		norms[i] = float32(p.K1 * (1 - p.B + p.B*float64(c.entries[i].length)/frequencyScale/mean))
	}
	return norms, float32(mean)
}

// pack appends texts to a part's codes.
func (c *collector) pack(into *part, texts [][]analysis.Token) {
	c.packer.lexicon, c.packer.codes = c.lexicon, c.packer.codes[:0]
	for _, tokens := range texts {
		if len(tokens) > 0 {
			c.packer.add(tokens)
		}
		if figures := analysis.Figures(tokens); len(figures) > 0 {
			c.packer.addFigures(figures)
		}
	}
	into.codes = append(into.codes, c.packer.codes...)
}

// text is a passage's codes: what it shares with its document, and its own.
func (c *collection) text(e *entry) (shared, own []uint16) {
	codes := c.parts[e.part].codes
	return codes[e.start:e.own], codes[e.own:e.end]
}

// maxLangs is how many languages are told apart; a passage of one more counts as of the last.
const maxLangs = 256

func (c *collection) langOf(lang string) uint8 {
	i := slices.Index(c.langs, lang)
	if i < 0 && len(c.langs) < maxLangs {
		i = len(c.langs)
		c.langs = append(c.langs, lang)
	}
	if i < 0 {
		i = maxLangs - 1
	}
	return uint8(i)
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
