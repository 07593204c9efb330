package corpus

// check applies the rules that look at several pages.
func (f *folder) check() {
	f.checkAddresses()
	for _, p := range f.pages {
		f.markLagging(p)
	}
	for _, p := range f.pages {
		f.checkLinks(p)
		f.checkTwin(p)
		f.checkTwinFigures(p)
		f.checkSuperseded(p)
		f.checkCards(p)
	}
}

// checkAddresses reports pages that the site would print to one place.
func (f *folder) checkAddresses() {
	first := map[string]*page{}
	for _, p := range f.pages {
		if isFrame(p.doc.ID) {
			p.fault(1, RuleAddress, "网址“"+p.doc.URL+"”留给站点自己的页面", "改文件名")
		}
		if other := first[p.doc.URL]; other != nil {
			p.fault(1, RuleAddress, "网址“"+p.doc.URL+"”与“"+other.path+"”相同", "改文件名，或删去一个")
			continue
		}
		first[p.doc.URL] = p
	}
}

// checkSuperseded follows a policy's successors.
func (f *folder) checkSuperseded(p *page) {
	seen := map[string]bool{p.doc.ID: true}
	for next := p; next.doc.SupersededBy != ""; {
		id := next.doc.SupersededBy
		follower := f.byPath[id+".md"]
		line := p.keyLine("supersededBy")
		switch {
		case follower == nil || follower.doc.Section != "policies" || follower.isList():
			if next == p {
				p.fault(line, RuleSuperseded, "supersededBy 里的“"+id+"”不是政策页", "写成 policies/文件名，不带 .md；没有页面的写 supersededNote")
			}
			return
		case seen[id]:
			p.fault(line, RuleSuperseded, "supersededBy 绕了一圈，回到“"+id+"”", "核对先后")
			return
		}
		seen[id] = true
		next = follower
	}
}

// checkCards looks whether a figure on the home page, or of a channel, stands where it links to.
func (f *folder) checkCards(p *page) {
	for _, c := range p.cards {
		file, anchor := splitLink(c.link)
		target := f.target(p, file)
		if target == nil || anchor == "" {
			continue
		}
		if missing := missingFigures(c.value, target.textOf(anchor)); len(missing) > 0 {
			p.fault(c.line, RuleBenefit, "数字“"+c.value+"”不在它所链接的“"+c.link+"”里", "按那一段的写法改，或改链接")
		}
	}
}
