package corpus

import (
	"maps"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// headingAttributes are what a heading may carry, with the id.
var headingAttributes = []string{"id", "article", "code", "asof", "source", "status", "expires", "kind"}

// checkHeading looks at one heading by itself.
func (p *page) checkHeading(h heading, n *ast.Heading) {
	if h.text == "" {
		p.fault(h.line, RuleHeading, "标题是空的", "写上标题，或删去这一行")
	}
	if n.Parent().Kind() != ast.KindDocument {
		p.fault(h.line, RuleHeading, "列表或引文里不能有标题", "把标题移到外面")
	}
	if strings.Contains(h.text, "{#") || strings.HasSuffix(h.text, "}") {
		p.fault(h.line, RuleAttribute, "标题后的花括号没有写对，会原样显示", `写成 {#art-12 asof="2021" source="s1"}，用英文引号，放在行末`)
	}
	for _, name := range slices.Sorted(maps.Keys(h.attributes)) {
		switch value := h.attributes[name]; {
		case !slices.Contains(headingAttributes, name):
			p.fault(h.line, RuleAttribute, "不认识标题属性“"+name+"”", didYouMean(name, headingAttributes))
		case value == "" && name != "id":
			p.fault(h.line, RuleAttribute, "标题属性“"+name+"”是空的", "填写或删去")
		}
	}
	if h.explicit && !wellFormedAnchor.MatchString(h.anchor) {
		p.fault(h.line, RuleAnchor, "锚点“"+h.anchor+"”不合规则", "用小写拉丁字母、数字和连字符，如 art-12")
	}
}

// checkHeadings looks at the page's headings together and at what their attributes say.
func (p *page) checkHeadings() {
	level := 1
	seen := map[string]bool{}
	if p.has(milestonesAnchor) && len(p.doc.Milestones) > 0 {
		seen[milestonesAnchor] = true
	}
	if p.has(claimsAnchor) && len(p.doc.Claims) > 0 {
		seen[claimsAnchor] = true
	}
	for _, h := range p.headings {
		p.checkLevel(h, level)
		level = h.level
		if h.anchor != "" && seen[h.anchor] {
			p.fault(h.line, RuleAnchorRepeated, "锚点“"+h.anchor+"”在本页已经用过", "换一个，如 "+h.anchor+"-2")
		}
		seen[h.anchor] = true
		p.checkAttributes(h)
	}
}

// maxHeadingLevel of a page in our own words: more levels are hard to take in. A full text has those of its document.
const maxHeadingLevel = 3

func (p *page) checkLevel(h heading, above int) {
	switch {
	case h.level == 1:
		p.fault(h.line, RuleHeading, "正文里不用一级标题（#）", "页面标题写在 title；这里改用 ##")
	case h.level > maxHeadingLevel && !p.doc.FullText:
		p.fault(h.line, RuleHeading, "标题最多到三级（###）", "改用 ##、### 或列表")
	case h.level > above+1:
		p.fault(h.line, RuleHeading, "标题跳级", "前面先有 ##，再用 ###")
	}
	policy := p.doc.Section == "policies" && !p.isList()
	if !h.explicit && (policy || h.level == 2) && h.text != "" && !strings.Contains(h.text, "{#") {
		p.fault(h.line, RuleAnchor, "标题“"+h.text+"”没有锚点", "在行末加 {#…}，如 {#art-12}")
	}
}

func (p *page) checkAttributes(h heading) {
	for _, name := range []string{"asof", "expires"} {
		value := h.attributes[name]
		if _, ok := parseDate(value); value != "" && !ok {
			p.fault(h.line, RuleDate, "标题属性“"+name+"”的日期“"+value+"”不成立", `写成 "2026"、"2026-11" 或 "2026-11-23"`)
		}
	}
	if future(h.attributes["asof"], p.today) {
		p.fault(h.line, RuleFuture, "截至日期“"+h.attributes["asof"]+"”在今天之后", "核对日期")
	}
	if ids, ok := h.attributes["source"]; ok && p.readable {
		for id := range strings.SplitSeq(ids, ",") {
			p.checkSources(strings.TrimSpace(id), h.line)
		}
	}
	if kind, ok := h.attributes["kind"]; ok && kind != string(Gap) {
		p.fault(h.line, RuleWord, "标题属性“kind”不能是“"+kind+"”", "可用：gap")
	}
	if status := h.attributes["status"]; status != "" {
		kind := KindStatus
		if p.doc.Section == "enclaves" {
			kind = KindEnclave
		}
		p.checkWord(status, "status", kind, h.line)
	}
}
