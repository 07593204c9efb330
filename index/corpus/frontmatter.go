package corpus

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

var fence = []byte("---")

// splitFrontMatter cuts a page into front matter and body. bodyLine is the number of the body's first line.
// ok is false where there is no front matter or it does not end; then all of it is body.
func splitFrontMatter(text []byte) (front, body []byte, bodyLine int, ok bool) {
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	if !bytes.Equal(bytes.TrimRight(first, " \t"), fence) {
		return nil, text, 1, false
	}
	bodyLine = 2
	offset := 0
	for line := range bytes.Lines(rest) {
		bodyLine++
		if bytes.Equal(bytes.TrimRight(line, " \t\n"), fence) {
			return rest[:offset], rest[offset+len(line):], bodyLine, true
		}
		offset += len(line)
	}
	return nil, text, 1, false
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

// parseFrontMatter returns the mapping at the top of the page, or nil after reporting why there is none.
func (p *page) parseFrontMatter(front []byte) *yaml.Node {
	var root yaml.Node
	if err := yaml.Unmarshal(front, &root); err != nil {
		line := 1
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			line, _ = strconv.Atoi(m[1])
			line++ // the opening fence
		}
		if slip, found := findSlip(front); found {
			p.fault(slip.line, RuleYAML, "文件头读不懂："+slip.message, slip.fix)
			return nil
		}
		p.fault(line, RuleYAML, "文件头读不懂："+yamlCause(err), "检查这一行和上一行")
		return nil
	}
	if len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		p.fault(2, RuleYAML, "文件头不是“名称: 内容”的形式", "每行写一个“名称: 内容”")
		return nil
	}
	return root.Content[0]
}

// yamlCause says in Chinese what the YAML parser found; the parser's own words where it is something rare.
func yamlCause(err error) string {
	for _, c := range []struct{ says, means string }{
		{"mapping values are not allowed", "文字里有冒号，要给整段文字加引号"},
		{"found unexpected end of stream", "引号没有收尾"},
		{"did not find expected ',' or", "括号没有收尾，或逗号用了全角"},
		{"could not find expected ':'", "这一行缺冒号，或引号没有收尾"},
		{"did not find expected key", "缩进不齐，或引号后面还有文字"},
		{"did not find expected '-' indicator", "列表的缩进不齐"},
		{"cannot start any token", "文字以 @、%、` 或制表符开头，要加引号或改用空格"},
		{"control characters are not allowed", "有看不见的控制字符"},
	} {
		if strings.Contains(err.Error(), c.says) {
			return c.means
		}
	}
	return yamlPlace.ReplaceAllString(err.Error(), "")
}

var yamlPlace = regexp.MustCompile(`yaml: (line \d+: )?`)
