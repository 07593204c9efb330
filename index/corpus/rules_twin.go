package corpus

import (
	"fmt"
	"slices"
	"strings"
)

// markLagging compares an English page's hash with its Chinese page. It comes before every rule that is lenient while
// a translation lags.
func (f *folder) markLagging(p *page) {
	zh := f.byPath[twinPath(p.path)]
	if p.doc.Lang != English || zh == nil || p.doc.SourceHash == "" {
		return
	}
	if hash := SourceHash(zh.raw); hash != p.doc.SourceHash {
		if !p.doc.Lagging { // a page taken over from an earlier corpus, whose readers are at work, is not written to
			p.doc.Lagging = true
		}
		p.warn(p.keyLine("sourceHash"), RuleLag, "中文页在翻译之后改过", `核对译文后改为 sourceHash: "`+hash+`"`)
	}
}

// checkTwin compares a page with the one in the other language. Faults stand on the English page: the Chinese leads.
func (f *folder) checkTwin(p *page) {
	twin := f.byPath[twinPath(p.path)]
	if p.doc.Lang == Chinese {
		if (twin == nil || twin.draft) && !p.draft {
			p.warn(1, RuleTwin, "没有英文页", "写 "+twinPath(p.path))
		}
		return
	}
	if twin == nil {
		p.fault(1, RuleOriginal, "没有对应的中文页 "+twinPath(p.path), "先写中文页")
		return
	}
	if twin.draft && !p.draft {
		p.fault(1, RuleOriginal, "中文页 "+twin.path+" 还是草稿", "英文页也写 draft: true，或先发布中文页")
	}
	if of := p.doc.TranslationOf; of != "" && of != twin.path {
		p.fault(p.keyLine("translationOf"), RuleOriginal, "translationOf 写的是“"+of+"”", "改为 "+twin.path)
	}
	p.compareAnchors(twin)
	if p.readable && twin.readable {
		p.compareValues(twin)
		p.compareRows(twin)
	}
}

// differs reports a difference between twins: a warning while the translation lags, for then it is expected.
func (p *page) differs(line int, rule, message, fix string) {
	p.faults = append(p.faults, Fault{Path: p.path, Line: max(line, 1), Rule: rule, Message: message, Fix: fix, Warning: p.doc.Lagging})
}

// compareAnchors compares the explicit anchors of twins, and what their attributes decide.
func (p *page) compareAnchors(zh *page) {
	for _, h := range zh.headings {
		if h.explicit && !p.has(h.anchor) {
			p.differs(1, RuleTwinAnchor, "缺中文页的锚点“"+h.anchor+"”", "译出“"+h.text+"”")
		}
	}
	for _, h := range p.headings {
		if !h.explicit {
			continue
		}
		original := zh.headingOf(h.anchor)
		if original == nil {
			p.differs(h.line, RuleTwinAnchor, "中文页没有锚点“"+h.anchor+"”", didYouMean(h.anchor, zh.clauses()))
			continue
		}
		for _, name := range []string{"code", "asof", "source", "status", "expires", "kind"} {
			if own, his := h.attributes[name], original.attributes[name]; own != his {
				p.differs(h.line, RuleTwinValue, "标题属性“"+name+"”是“"+own+"”，中文页是“"+his+"”", "与中文页一致")
			}
		}
	}
}

// compareValues compares what must not depend on the language.
func (p *page) compareValues(zh *page) {
	a, b := p.doc, zh.doc
	for _, v := range []struct{ key, en, zh string }{
		{"date", a.Date, b.Date}, {"asOf", a.AsOf, b.AsOf},
		{"issued", a.Issued, b.Issued}, {"effective", a.Effective, b.Effective}, {"expires", a.Expires, b.Expires},
		{"status", string(p.written), string(zh.written)}, {"level", a.Level, b.Level}, {"region", a.Region, b.Region},
		{"supersededBy", a.SupersededBy, b.SupersededBy}, {"applies", a.Applies, b.Applies}, {"cluster", a.Cluster, b.Cluster},
		{"topics", set(a.Topics), set(b.Topics)}, {"clusters", set(a.Clusters), set(b.Clusters)}, {"audience", set(a.Audience), set(b.Audience)},
		{"sources", sourceIDs(a), sourceIDs(b)}, {"benefits", benefitKeys(a), benefitKeys(b)},
		{"milestones", milestoneKeys(a), milestoneKeys(b)}, {"claims", claimKeys(a), claimKeys(b)},
		{"channels", channelKeys(a), channelKeys(b)},
	} {
		if v.en != v.zh {
			p.differs(p.keyLine(v.key), RuleTwinValue, "“"+v.key+"”是“"+v.en+"”，中文页是“"+v.zh+"”", "与中文页一致")
		}
	}
}

// compareRows compares how many table rows stand under each anchor that both have.
func (p *page) compareRows(zh *page) {
	own, his := p.rowCounts(), zh.rowCounts()
	for _, h := range p.headings {
		if h.explicit && zh.has(h.anchor) && own[h.anchor] != his[h.anchor] {
			p.differs(h.line, RuleTwinAnchor, fmt.Sprintf("表格有%d行，中文页有%d行", own[h.anchor], his[h.anchor]), "逐行译出")
		}
	}
}

func (p *page) rowCounts() map[string]int {
	counts := map[string]int{}
	for _, a := range p.passages {
		if a.Kind == Row {
			counts[a.Anchor]++
		}
	}
	return counts
}

// set writes words in an order of their own, so that lists can be compared as sets.
func set(words []string) string { return strings.Join(slices.Sorted(slices.Values(words)), "、") }

// Entries of front matter lists are compared by what does not depend on the language, in order: rows have their
// twins by number.

// joined is the keys of a list's entries as one text.
func joined[T any](list []T, key func(T) string) string {
	keys := make([]string, len(list))
	for i, entry := range list {
		keys[i] = key(entry)
	}
	return strings.Join(keys, "、")
}

func benefitKeys(d *Document) string {
	return joined(d.Benefits, func(b Benefit) string { return b.Clause + " " + b.Kind })
}

func milestoneKeys(d *Document) string {
	return joined(d.Milestones, func(m Milestone) string { return m.Date })
}

func claimKeys(d *Document) string {
	return joined(d.Claims, func(c Claim) string { return c.AsOf + " " + c.Source })
}

func sourceIDs(d *Document) string {
	var ids []string
	for _, s := range d.Sources {
		ids = append(ids, s.ID)
	}
	return set(ids)
}
