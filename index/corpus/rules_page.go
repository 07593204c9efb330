package corpus

import "strconv"

// check applies the rules that need no other page.
func (p *page) check() {
	p.checkHeadings()
	p.checkWording()
	if !p.readable {
		return
	}
	p.checkDates()
	p.checkStatus()
	p.checkClauses()
	p.checkFigures()
	p.checkPlanned()
	p.checkSuperlatives()
}

func (p *page) checkDates() {
	d := p.doc
	for _, key := range []struct{ name, value string }{{"date", d.Date}, {"asOf", d.AsOf}, {"issued", d.Issued}} {
		if future(key.value, p.today) {
			p.fault(p.keyLine(key.name), RuleFuture, "“"+key.name+"”的日期“"+key.value+"”在今天之后", "核对日期；到那天才会发布")
		}
	}
	p.checkOrder("expires", d.Effective, d.Expires, "失效早于生效")
	p.checkOrder("expires", d.Issued, d.Expires, "失效早于发布")
	issued, ok1 := parseDate(d.Issued)
	effective, ok2 := parseDate(d.Effective)
	if ok1 && ok2 && effective.compare(issued) < 0 {
		p.warn(p.keyLine("effective"), RuleRetroactive, "生效（"+d.Effective+"）早于发布（"+d.Issued+"）", "追溯执行的不用改；否则核对两个日期")
	}
	for i := 1; i < len(d.Milestones); i++ {
		p.checkOrder(milestoneKey(i), d.Milestones[i-1].Date, d.Milestones[i].Date, "进展的日期倒序")
	}
}

func (p *page) checkOrder(key, earlier, later, message string) {
	a, ok1 := parseDate(earlier)
	b, ok2 := parseDate(later)
	if ok1 && ok2 && b.compare(a) < 0 {
		p.fault(p.keyLine(key), RuleDateOrder, message+"（"+earlier+"、"+later+"）", "核对两个日期")
	}
}

func milestoneKey(i int) string { return "milestones." + strconv.Itoa(i+1) + ".date" }
