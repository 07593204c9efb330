package corpus

import (
	"cmp"
	"path"
	"strings"
)

// MaxFileSize is the longest file that is read, in bytes: two hundred times a long page, so only a mistake is longer.
const MaxFileSize = 1 << 20

// page is one file while it is being read and checked: the document that comes of it, and where things stand in it.
type page struct {
	path  string
	today partialDate
	raw   []byte
	doc   *Document

	readable bool // the front matter is a mapping, so doc can be published
	draft    bool
	written  Status         // of the document as written, before dates overrule it
	empty    bool           // the body is blank
	keyLines map[string]int // line of each front matter key, nested ones as "sources.1.url"
	texts    []located      // every text of the front matter that visitors may see
	asks     []question
	cards    []card
	links    []link

	headings  []heading
	anchored  map[string]int // index in headings of the first with the anchor
	sentences []located      // plain text of the body by block
	passages  []*Passage
	tables    []*Passage // each whole, beside the passages of its rows

	faults Faults
	lines  []string // of the file
}

// located is a text with its line in the file.
type located struct {
	text string
	line int
}

// question is a typical question with the clause that answers it.
type question struct {
	clause string
	ask    []string
	line   int
}

// card is a statement with a figure, on the home page or of a channel, linked to where the figure stands.
type card struct {
	value, link string
	line        int
}

// link is the address of one link, from the body or from the front matter.
type link struct {
	address string
	line    int
}

// heading is one heading of the body.
type heading struct {
	text       string
	anchor     string
	explicit   bool // the anchor was written, not made from the text
	level      int
	line       int
	attributes map[string]string
}

func (p *page) fault(line int, rule, message, fix string) {
	p.faults = append(p.faults, Fault{Path: p.path, Line: max(line, 1), Rule: rule, Message: message, Fix: fix})
}

func (p *page) warn(line int, rule, message, fix string) {
	p.faults = append(p.faults, Fault{Path: p.path, Line: max(line, 1), Rule: rule, Message: message, Fix: fix, Warning: true})
}

// locate is the line, from first on and before the next heading, where text stands; first itself where markup or a
// line end is in its midst.
func (p *page) locate(text string, first int) int {
	first = max(first, 1)
	for i := first - 1; i < len(p.lines) && (i < first || !strings.HasPrefix(p.lines[i], "#")); i++ {
		if strings.Contains(p.lines[i], text) {
			return i + 1
		}
	}
	return first
}

// keyLine is where the rules about a front matter key point: at the key, or at the top where it is missing.
func (p *page) keyLine(key string) int { return cmp.Or(p.keyLines[key], 1) }

// headingOf returns the heading with the anchor, or nil.
func (p *page) headingOf(anchor string) *heading {
	if i, ok := p.anchored[anchor]; ok {
		return &p.headings[i]
	}
	return nil
}

// attribute is what the heading with the anchor says; "" where it says nothing.
func (p *page) attribute(anchor, name string) string {
	if h := p.headingOf(anchor); h != nil {
		return h.attributes[name]
	}
	return ""
}

// has reports whether the page has a heading, or a template's section, with the anchor.
func (p *page) has(anchor string) bool {
	return p.headingOf(anchor) != nil || anchor == milestonesAnchor && len(p.doc.Milestones) > 0 || anchor == claimsAnchor && len(p.doc.Claims) > 0
}

// language of a file by its name: page.md is Chinese, page.en.md English.
func language(file string) string {
	if strings.HasSuffix(file, ".en.md") {
		return English
	}
	return Chinese
}

// identity is a file's document ID, the same for both languages.
func identity(file string) string {
	id := strings.TrimSuffix(strings.TrimSuffix(file, ".md"), ".en")
	if base := path.Base(id); base == "_index" || base == "index" {
		id = strings.TrimPrefix(path.Dir(id), ".")
	}
	return id
}

// twinPath is the file of the same document in the other language.
func twinPath(file string) string {
	if stem, ok := strings.CutSuffix(file, ".en.md"); ok {
		return stem + ".md"
	}
	return strings.TrimSuffix(file, ".md") + ".en.md"
}

// URL is where the site shows the page of a file, by its path from the content root.
func URL(file string) string { return siteURL(language(file), identity(file)) }

// siteURL is where the site shows a document. Hugo lower-cases addresses.
func siteURL(lang, id string) string {
	url := "/"
	if lang == English {
		url = "/en/"
	}
	if id != "" {
		url += strings.ToLower(id) + "/"
	}
	return url
}

// isList reports whether the file is a section page or the home page, which list others and hold no fields of a type.
func (p *page) isList() bool { return strings.HasPrefix(path.Base(p.path), "_index.") }
