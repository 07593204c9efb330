package corpus

import (
	"bytes"
	"cmp"
	"path"
	"regexp"
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

// card is a figure on the home page, linked to where it stands.
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

var wellFormedName = regexp.MustCompile(`^(_index|[a-z0-9]+(-[a-z0-9]+)*)$`)

// checkName looks at what becomes the page's address.
func (p *page) checkName() {
	stem := strings.TrimSuffix(strings.TrimSuffix(p.path, ".md"), ".en")
	for part := range strings.SplitSeq(stem, "/") {
		if !wellFormedName.MatchString(part) {
			p.fault(1, RuleName, "文件或文件夹名“"+part+"”不能作网址", "只用小写拉丁字母、数字和连字符")
		}
	}
	if section := p.doc.Section; section != "" && !known(KindSection, section) {
		p.fault(1, RuleWord, "没有“"+section+"”这个栏目", didYouMean(section, Keys(KindSection)))
	}
}

// checkBytes reports what is wrong with the bytes, and returns text that later stages can read: valid UTF-8, LF, no mark.
func (p *page) checkBytes() []byte {
	text := p.raw
	if rest, ok := bytes.CutPrefix(text, []byte("\uFEFF")); ok {
		p.warn(1, RuleByteOrder, "文件开头有 BOM（字节序标记）", "存成不带 BOM 的 UTF-8")
		text = rest
	}
	if i := bytes.IndexByte(text, '\r'); i >= 0 {
		p.warn(1+bytes.Count(text[:i], []byte("\n")), RuleLineEnd, "行尾是 Windows 换行（CRLF）", "存成 LF 换行")
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	if valid := bytes.ToValidUTF8(text, []byte("\uFFFD")); len(valid) != len(text) || !bytes.Equal(valid, text) {
		p.fault(invalidLine(text), RuleEncoding, "有不是 UTF-8 的字节", "用 UTF-8 编码重新保存")
		text = valid
	}
	if i := bytes.IndexByte(text, 0); i >= 0 {
		p.fault(1+bytes.Count(text[:i], []byte("\n")), RuleEncoding, "有空字符（NUL）", "删去这个字符")
		text = bytes.ReplaceAll(text, []byte{0}, []byte(" "))
	}
	return text
}

// invalidLine is the first line that is not valid UTF-8.
func invalidLine(text []byte) int {
	n := 0
	for line := range bytes.Lines(text) {
		n++
		if len(bytes.ToValidUTF8(line, nil)) != len(line) {
			return n
		}
	}
	return max(n, 1)
}
