package corpus

import (
	"strconv"
	"strings"
)

// checkStatus compares statuses with dates. It must read the front matter's word, which inherit may have overruled.
func (p *page) checkStatus() {
	d := p.doc
	if passed(d.Expires, p.today) && p.written == InForce {
		p.fault(p.keyLine("status"), RuleStatus, "已过失效日期（"+d.Expires+"），不能写 in-force", `改为 status: expired`)
	}
	if d.SupersededBy != "" && p.written != Expired && p.written != "" {
		p.fault(p.keyLine("status"), RuleStatus, "已被“"+d.SupersededBy+"”取代，状态却是“"+string(p.written)+"”", `改为 status: expired`)
	}
	if p.written == Expired && future(d.Expires, p.today) && d.SupersededBy == "" && d.SupersededNote == "" {
		p.warn(p.keyLine("status"), RuleStatus, "还没到失效日期（"+d.Expires+"），状态却是 expired", "提前废止的写 supersededBy 或 supersededNote；否则核对日期")
	}
	for _, h := range p.headings {
		status, expires := Status(h.attributes["status"]), h.attributes["expires"]
		if expires == "" {
			expires = d.Expires
		}
		switch {
		case status != InForce:
		case passed(expires, p.today):
			p.fault(h.line, RuleStatus, "这一条已过失效日期（"+expires+"），不能写 in-force", `改为 status="expired"`)
		case p.written == Expired:
			p.fault(h.line, RuleStatus, "文件已失效，这一条不能写 in-force", `删去 status，或核对文件的状态`)
		}
	}
}

// checkClauses looks whether benefits and questions name a clause, and whether a benefit says what its clause says.
func (p *page) checkClauses() {
	for _, q := range p.asks {
		if q.clause != "" && !p.has(q.clause) {
			p.fault(q.line, RuleClause, "questions 里的条款“"+q.clause+"”不在本页", didYouMean(q.clause, p.clauses()))
		}
	}
	for i, b := range p.doc.Benefits {
		prefix := "benefits." + strconv.Itoa(i+1) + "."
		if b.Clause == "" {
			continue
		}
		if !p.has(b.Clause) {
			p.fault(p.keyLine(prefix+"clause"), RuleClause, "benefits 里的条款“"+b.Clause+"”不在本页", didYouMean(b.Clause, p.clauses()))
			continue
		}
		text := p.textOf(b.Clause)
		for _, value := range []struct{ key, text string }{
			{"rate", b.Rate}, {"cap", b.Cap}, {"threshold", b.Threshold}, {"base", b.Base}, {"unit", b.Unit},
			{"conditions", b.Conditions}, {"term", b.Term},
		} {
			if missing := missingFigures(value.text, text); len(missing) > 0 {
				p.fault(p.keyLine(prefix+value.key), RuleBenefit,
					value.key+" 里的“"+strings.Join(missing, "、")+"”不在条款“"+b.Clause+"”的文字里", "按条款原文的写法改")
			}
		}
	}
}

// clauses lists the anchors that benefits and questions may name.
func (p *page) clauses() []string {
	var list []string
	for i, h := range p.headings {
		if first, ok := p.anchored[h.anchor]; ok && first == i {
			list = append(list, h.anchor)
		}
	}
	return list
}

// textOf is everything that stands under an anchor, with its heading.
func (p *page) textOf(anchor string) string {
	var s strings.Builder
	for _, a := range p.passages {
		if a.Anchor == anchor {
			s.WriteString(a.Heading + "\n" + a.Text + "\n")
		}
	}
	return s.String()
}
