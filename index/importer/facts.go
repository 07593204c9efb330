package importer

import (
	"regexp"
	"strings"

	"lvgu/index/figures"
	"lvgu/index/importer/block"
)

// facts are what a document states about itself. What it does not state is empty.
type facts struct {
	number, issuer             string
	issued, effective, expires string // YYYY, YYYY-MM or YYYY-MM-DD
	published                  bool   // issued is the day of the first publication, not of an amendment
	level, region              string // words of the vocabulary
	doubts                     []Doubt
}

// Doubt is a field of the front matter that its author must fill in or look at, with the reason.
type Doubt struct {
	Field string // as the front matter names it
	Why   string // in Chinese
	Must  bool   // the page is refused without it
}

func (f *facts) doubt(field, why string, must bool) {
	f.doubts = append(f.doubts, Doubt{Field: field, Why: why, Must: must})
}

// readFacts looks for a document's facts in its head, its text and its signature.
func readFacts(h head, sections []*section) facts {
	labels := readLabels(h.before)
	signature := signatureOf(sections)
	f := facts{number: documentNumber(h, labels), issuer: issuer(h, labels, signature)}
	f.setIssued(h, labels, signature)
	f.setEffective(h, labels, sections)
	f.setExpires(labels, sections)
	f.level, f.region = place(f.issuer)
	f.require()
	return f
}

// require lists what the page must have and the text does not say.
func (f *facts) require() {
	if f.number == "" && !strings.Contains(f.issuer, "人民代表大会") { // what congresses adopt has no number
		f.doubt("documentNumber", "文中没有找到文号", false)
	}
	for _, field := range []struct{ name, value, why string }{
		{"issuer", f.issuer, "文中没有写明发布机关（来源的 publisher 也填它）"},
		{"asOf", f.issued, "文中没有通过、公布或成文的日期，写不出文本截至哪一天"},
		{"level", f.level, "从发布机关看不出是国家、省、市还是经开区的文件"},
		{"region", f.region, "从发布机关看不出适用地区"},
	} {
		if field.value == "" {
			f.doubt(field.name, field.why, true)
		}
	}
}

// readLabels reads 发文字号：… lines and the cells of descriptive tables, by label without spaces.
func readLabels(blocks []block.Block) map[string]string {
	labels := map[string]string{}
	add := func(text string) {
		label, value, ok := strings.Cut(strings.Replace(text, "：", ":", 1), ":")
		if label = strings.Trim(squash(label), "[]【】"); ok && labels[label] == "" {
			labels[label] = strings.TrimSpace(value)
		}
	}
	for _, b := range blocks {
		if b.Table == nil {
			if labelled.MatchString(b.Text) {
				add(b.Text)
			}
			continue
		}
		for _, row := range append([][]string{b.Table.Header}, b.Table.Rows...) {
			for i := 0; i < len(row); i++ {
				switch {
				case labelled.MatchString(row[i]) && !endsWith(row[i], "：:"):
					add(row[i])
				case i+1 < len(row) && labelled.MatchString(strings.TrimRight(row[i], ":：")+"："):
					add(strings.TrimRight(row[i], ":：") + "：" + row[i+1])
					i++
				}
			}
		}
	}
	return labels
}

// firstOf is the first of the labels that has a value.
func firstOf(labels map[string]string, names ...string) string {
	for _, n := range names {
		if labels[n] != "" {
			return labels[n]
		}
	}
	return ""
}

var lawOrder = regexp.MustCompile(`(?:第\s*` + numeral + `\s*号\s*(?:令|公告)|(?:令|公告)\s*第\s*` + numeral + `\s*号)`)

// documentNumber is the number that a line of the head is.
func documentNumber(h head, labels map[string]string) string {
	if n := firstOf(labels, "发文字号", "文号"); n != "" {
		return n
	}
	for _, b := range h.before {
		if b.Table != nil || !isNumberLine(b.Text) {
			continue
		}
		for _, f := range figures.Find(b.Text) {
			if f.Kind == figures.DocumentNumber && strings.HasPrefix(b.Text, f.Text) {
				return f.Text
			}
		}
		if lawOrder.MatchString(b.Text) || strings.ContainsAny(b.Text, "〔[【") {
			return strings.Trim(b.Text, "（）()")
		}
	}
	return ""
}

// signatureOf are the lines of the document's own signature.
func signatureOf(sections []*section) []string {
	for _, s := range sections {
		if s.heading != signatureHeading {
			continue
		}
		var lines []string
		for _, b := range s.blocks {
			lines = append(lines, b.Text)
		}
		return lines
	}
	return nil
}
