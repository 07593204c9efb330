package assistant

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"lvgu/index/corpus"
)

// entity is something that has a page of its own and a name by which a question may mean it.
type entity struct {
	id      string // of the document, without language
	section string
	names   []string // folded, longest first
}

// gazetteer knows the names of one language's pages. A name that two pages of different subjects share is not in it.
type gazetteer struct {
	byName map[string]*entity
	names  []string // folded, longest first
}

// named are the sections whose pages stand for one thing that has a name. Where pages of two sections share a name,
// it is the one's that comes first.
var named = []string{"enclaves", "stories", "funds", "policies"}

// minNameRunes keeps names out that would match by accident.
const minNameRunes = 2

func newGazetteer(c *corpus.Corpus, lang string) *gazetteer {
	g := &gazetteer{byName: map[string]*entity{}}
	for _, section := range named {
		owners := map[string][]*entity{}
		for _, d := range c.Documents {
			if d.Lang != lang || d.Section != section || d.ID == section {
				continue
			}
			e := &entity{id: d.ID, section: section}
			for _, name := range documentNames(d) {
				name = fold(name)
				if utf8.RuneCountInString(name) >= minNameRunes && !slices.Contains(owners[name], e) {
					owners[name] = append(owners[name], e)
				}
			}
		}
		for name, es := range owners {
			if g.byName[name] == nil && len(es) == 1 {
				g.byName[name] = es[0]
				g.names = append(g.names, name)
				es[0].names = append(es[0].names, name)
			}
		}
	}
	for _, e := range g.byName {
		byLength(e.names)
	}
	byLength(g.names)
	return g
}

func byLength(names []string) {
	sort.Slice(names, func(i, j int) bool {
		if len(names[i]) != len(names[j]) {
			return len(names[i]) > len(names[j])
		}
		return names[i] < names[j]
	})
}

// suffixes are what a name is often said without.
var suffixes = []string{"飞地", "（计划）", "飞地（计划）", "股份有限公司", "有限公司", "公司", " (planned)", " offsite zone", " offsite zone (planned)", " offsite zone (enclave)"}

// documentNames are the names that a page goes by: what stands before the colon of its title, its company or city,
// and those keywords that are forms of these. Other keywords are matters, which other pages treat too.
func documentNames(d *corpus.Document) []string {
	head := d.Title
	for _, colon := range []string{"：", ": "} {
		head, _, _ = strings.Cut(head, colon)
	}
	own := []string{head, d.Company, d.City}
	names := append([]string{d.Title, d.DocumentNumber}, own...)
	for _, keyword := range d.Keywords {
		if d.Section != "policies" && slices.ContainsFunc(own, func(name string) bool { return formOf(fold(keyword), fold(name)) }) {
			names = append(names, keyword)
		}
	}
	for _, name := range names {
		for _, suffix := range suffixes {
			if short, ok := strings.CutSuffix(name, suffix); ok {
				names = append(names, short)
			}
		}
	}
	return names
}

// formOf reports whether one of two names is part of the other.
func formOf(a, b string) bool {
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

// fold makes names comparable: lower case, no white space, no quotation marks or brackets of titles.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) && r != ' ', strings.ContainsRune(`《》“”"'‘’「」`, r):
			return -1
		case r >= '！' && r <= '～': // full-width forms
			r -= 0xFEE0
		}
		return unicode.ToLower(r)
	}, strings.TrimSpace(s))
}

// find returns the entities that a text names, the longest names first taking their text.
func (g *gazetteer) find(text string) []*entity {
	text = fold(text)
	var out []*entity
	seen := map[*entity]bool{}
	for _, name := range g.names {
		i := locate(text, name)
		if i < 0 {
			continue
		}
		text = text[:i] + strings.Repeat("\x00", len(name)) + text[i+len(name):]
		if e := g.byName[name]; !seen[e] {
			seen[e] = true
			out = append(out, e)
		}
	}
	return out
}

// locate finds name in text; a Latin name only between word boundaries.
func locate(text, name string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(name):])
		first, _ := utf8.DecodeRuneInString(name)
		last, _ := utf8.DecodeLastRuneInString(name)
		if !(latin(first) && latin(before)) && !(latin(last) && latin(after)) {
			return i
		}
		from = i + len(name)
	}
}

func latin(r rune) bool {
	return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// enclaveNouns are what an enclave is called in each language.
var enclaveNouns = map[string]string{corpus.Chinese: "飞地", corpus.English: "zone"}

// mentions reports whether folded text holds one of the entity's names.
func (e *entity) mentions(folded string) bool {
	for _, name := range e.names {
		if locate(folded, name) >= 0 {
			return true
		}
	}
	return false
}

// without blanks the names of entities out of a text, leaving what is asked about them.
func (g *gazetteer) without(text string, es []*entity) string {
	folded := fold(text)
	for _, e := range es {
		for _, name := range e.names {
			if i := locate(folded, name); i >= 0 {
				folded = folded[:i] + " " + folded[i+len(name):]
			}
		}
	}
	return folded
}

// nameHolds reports whether word, folded, is a word of a name of the page with an id.
func (g *gazetteer) nameHolds(id, word string) bool {
	for _, e := range g.byName {
		if e.id != id {
			continue
		}
		for _, name := range e.names {
			if slices.Contains(strings.Fields(name), word) {
				return true
			}
		}
	}
	return false
}
