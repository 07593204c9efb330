package corpus

import (
	"bytes"
	"regexp"
	"strings"
)

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
		p.fault(invalidLine(text), RuleEncoding, "有不是 UTF-8 的字节，中文会成乱码", "用记事本另存为，编码选 UTF-8")
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
