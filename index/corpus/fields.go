package corpus

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// fields reads one YAML mapping. A key that nobody asks for is unknown; rest says so.
type fields struct {
	page   *page
	prefix string // of nested keys in messages and keyLines: "sources.1."
	line   int
	values map[string]*yaml.Node
	keys   []string // in the order of the file
	asked  []string
}

// fields opens a mapping and reports repeated keys.
func (p *page) fields(node *yaml.Node, prefix string) *fields {
	f := &fields{page: p, prefix: prefix, line: p.yamlLine(node), values: map[string]*yaml.Node{}}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i].Value, node.Content[i+1]
		line := p.yamlLine(node.Content[i])
		if _, repeated := f.values[key]; repeated {
			p.fault(line, RuleKey, "“"+prefix+key+"”写了两次", "只留一个")
			continue
		}
		p.keyLines[prefix+key] = line
		f.values[key] = value
		f.keys = append(f.keys, key)
	}
	return f
}

// yamlLine is the node's line in the file: the opening fence comes before the YAML.
func (p *page) yamlLine(node *yaml.Node) int { return node.Line + 1 }

func (f *fields) at(key string) int {
	if line, ok := f.page.keyLines[f.prefix+key]; ok {
		return line
	}
	return f.line
}

// get returns the value of a key, nil when it is absent.
func (f *fields) get(key string) *yaml.Node {
	if !slices.Contains(f.asked, key) {
		f.asked = append(f.asked, key)
	}
	return f.values[key]
}

func (f *fields) wrongType(key, want string) {
	f.page.fault(f.at(key), RuleType, "“"+f.prefix+key+"”应当是"+want, "")
}

// text reads a string; "" when absent or, after a fault, when it is something else.
func (f *fields) text(key string) string {
	s, line := f.scalar(key)
	if s != "" {
		f.page.texts = append(f.page.texts, located{s, line})
	}
	return s
}

// scalar reads a string that is not shown as text: an id, a date, an address, a word.
func (f *fields) scalar(key string) (string, int) {
	n := f.get(key)
	if n == nil {
		return "", 0
	}
	return f.page.yamlString(n, f.prefix+key), f.page.yamlLine(n)
}

func (f *fields) token(key string) string {
	s, _ := f.scalar(key)
	return s
}

// yamlString is the string in a node; a fault is reported in the name of key when it holds anything else.
func (p *page) yamlString(n *yaml.Node, key string) string {
	line := p.yamlLine(n)
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		p.fault(line, RuleYAML, "“"+key+"”用了 YAML 锚点或别名", "把内容写全")
	case n.Kind != yaml.ScalarNode:
		p.fault(line, RuleType, "“"+key+"”应当是一段文字", "写成一行文字")
	case n.Tag == "!!null", n.Tag == "!!str" && strings.TrimSpace(n.Value) == "":
		p.fault(line, RuleType, "“"+key+"”是空的", "填写，或删去这一行")
	case p.checkPlaceholder(n.Value, "“"+key+"”", line):
	case n.Tag != "!!str":
		p.fault(line, RuleType, "“"+key+"”应当是文字，现在会被当作数字、日期或真假值", fmt.Sprintf("加引号：%q", n.Value))
		return n.Value
	default:
		return strings.TrimSpace(n.Value)
	}
	return ""
}

// need is text, and a fault when the key is absent.
func (f *fields) need(key string) string {
	f.require(key)
	return f.text(key)
}

// require reports an absent key.
func (f *fields) require(key string) {
	if f.values[key] == nil {
		f.page.fault(f.line, RuleMissing, "缺少“"+f.prefix+key+"”", "补上“"+key+"”")
	}
}

// word reads a word of the vocabulary; an unknown one is reported and dropped.
func (f *fields) word(key, kind string) string {
	s, line := f.scalar(key)
	return f.page.checkWord(s, f.prefix+key, kind, line)
}

func (p *page) checkWord(s, key, kind string, line int) string {
	if s == "" || known(kind, s) {
		return s
	}
	p.fault(line, RuleWord, "“"+key+"”不能是“"+s+"”", didYouMean(s, Keys(kind)))
	return ""
}

// date reads a date of any precision; a wrong one is reported and dropped.
func (f *fields) date(key string) string {
	s, line := f.scalar(key)
	if s == "" {
		return ""
	}
	if bare := strings.Trim(s, "“”‘’"); bare != s {
		f.page.fault(line, RuleDate, "“"+f.prefix+key+"”的引号是中文的", fmt.Sprintf("换成英文引号：%q", bare))
		return ""
	}
	if _, ok := parseDate(s); !ok {
		f.page.fault(line, RuleDate, "“"+f.prefix+key+"”的日期“"+s+"”不成立", `写成 "2026"、"2026-11" 或 "2026-11-23"`)
		return ""
	}
	return s
}

// day reads a date to the day, with or without quotes.
func (f *fields) day(key string) string {
	n := f.get(key)
	if n == nil {
		return ""
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!timestamp" {
		n = &yaml.Node{Kind: n.Kind, Tag: "!!str", Value: n.Value, Line: n.Line}
	}
	s := f.page.yamlString(n, f.prefix+key)
	if s == "" {
		return ""
	}
	if d, ok := parseDate(s); !ok || d.day == 0 {
		f.page.fault(f.at(key), RuleDate, "“"+f.prefix+key+"”的日期“"+s+"”不成立", "写成 2026-11-23 这样的年月日")
		return ""
	}
	return s
}

// flag reads true or false.
func (f *fields) flag(key string) bool {
	n := f.get(key)
	if n == nil {
		return false
	}
	if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
		f.wrongType(key, " true 或 false")
		return false
	}
	return strings.EqualFold(n.Value, "true")
}

// integer checks that a value is a whole number.
func (f *fields) integer(key string) {
	if n := f.get(key); n != nil && (n.Kind != yaml.ScalarNode || n.Tag != "!!int") {
		f.wrongType(key, "整数")
	}
}

// items returns the elements of a list; nil when absent or, after a fault, when it is something else.
func (f *fields) items(key string) []*yaml.Node {
	n := f.get(key)
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		f.wrongType(key, "列表")
		return nil
	}
	return n.Content
}

// strings reads a list of texts that visitors may see.
func (f *fields) strings(key string) []string {
	var list []string
	for _, n := range f.items(key) {
		if s := f.page.yamlString(n, f.prefix+key); s != "" {
			list = append(list, s)
			f.page.texts = append(f.page.texts, located{s, f.page.yamlLine(n)})
		}
	}
	return list
}

// words reads a list of words of the vocabulary.
func (f *fields) words(key, kind string) []string {
	var list []string
	for _, n := range f.items(key) {
		s := f.page.checkWord(f.page.yamlString(n, f.prefix+key), f.prefix+key, kind, f.page.yamlLine(n))
		if s != "" && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// each opens the mappings of a list one after another, and reports their unknown keys.
func (f *fields) each(key string, read func(*fields)) {
	for i, n := range f.items(key) {
		prefix := fmt.Sprintf("%s%s.%d.", f.prefix, key, i+1)
		if n.Kind != yaml.MappingNode {
			f.page.fault(f.page.yamlLine(n), RuleType, "“"+strings.TrimSuffix(prefix, ".")+"”应当是“键: 值”的形式", "写成 {键: 值, …}")
			continue
		}
		entry := f.page.fields(n, prefix)
		read(entry)
		entry.rest()
	}
}

// rest reports the keys that nobody asked for.
func (f *fields) rest() {
	for _, key := range f.keys {
		if !slices.Contains(f.asked, key) {
			f.page.fault(f.at(key), RuleKey, "不认识“"+f.prefix+key+"”", didYouMean(key, f.asked))
		}
	}
}
