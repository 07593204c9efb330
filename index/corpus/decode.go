package corpus

import (
	"regexp"
	"slices"

	"go.yaml.in/yaml/v3"
)

// decode fills the page's document from its front matter. What a key may be depends on the page's type, and
// every key that is read here is one that the type knows.
func (p *page) decode(root *yaml.Node) {
	f := p.fields(root, "")
	f.line = 1 // a missing key has no line of its own
	p.readable = true
	p.decodeCommon(f)
	switch {
	case p.doc.ID == "":
		p.decodeHome(f)
	case p.isList():
	case p.doc.Section == "policies":
		p.decodePolicy(f)
	case p.doc.Section == "enclaves":
		p.decodeEnclave(f)
	case p.doc.Section == "stories":
		p.decodeStory(f)
	case p.doc.Section == "clusters":
		p.decodeCluster(f)
	case p.doc.Section == "guide":
		p.decodeGuide(f)
	case p.doc.Section == "funds":
		p.doc.Size = f.text("size")
		p.doc.Level = f.word("level", KindLevel)
	}
	f.rest()
}

var hashForm = regexp.MustCompile(`^[0-9a-f]{12}$`)

func (p *page) decodeCommon(f *fields) {
	d := p.doc
	d.Title = f.need("title")
	d.Summary = f.need("summary")
	f.require("date")
	d.Date = f.day("date")
	d.AsOf = f.date("asOf")
	f.each("sources", p.decodeSource)
	if !p.isList() || !p.empty {
		f.require("asOf")
		if f.require("sources"); f.values["sources"] != nil && len(d.Sources) == 0 {
			p.fault(f.at("sources"), RuleMissing, "“sources”里没有一条来源", "写明出处")
		}
	}
	d.Keywords = f.strings("keywords")
	d.Topics = f.words("topics", KindTopic)
	d.Clusters = f.words("clusters", KindCluster)
	d.Audience = f.words("audience", KindAudience)
	f.each("questions", p.decodeQuestion)
	f.integer("weight")
	p.draft = f.flag("draft")
	f.flag("aigc")
	if d.Lang != English {
		return
	}
	f.require("translationOf")
	d.TranslationOf = f.token("translationOf")
	f.require("sourceHash")
	d.SourceHash = f.token("sourceHash")
	if d.SourceHash != "" && !hashForm.MatchString(d.SourceHash) {
		p.fault(f.at("sourceHash"), RuleType, "“sourceHash”应当是12位十六进制数", "sha256sum 中文页 | cut -c1-12")
	}
}

var sourceID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (p *page) decodeSource(f *fields) {
	f.require("id")
	s := Source{ID: f.token("id"), Title: f.need("title"), Publisher: f.need("publisher"), Date: f.date("date")}
	f.require("confidence")
	s.Confidence = f.word("confidence", KindConfidence)
	url, line := f.scalar("url")
	if s.URL = url; url != "" {
		p.checkURL(url, line)
	}
	switch {
	case s.ID == "":
		return
	case !sourceID.MatchString(s.ID):
		p.fault(f.at("id"), RuleSource, "来源编号“"+s.ID+"”不合规则", "用小写拉丁字母、数字和连字符，如 s1")
	case slices.ContainsFunc(p.doc.Sources, func(t Source) bool { return t.ID == s.ID }):
		p.fault(f.at("id"), RuleSource, "来源编号“"+s.ID+"”重复", "换一个编号")
		return
	}
	p.doc.Sources = append(p.doc.Sources, s)
}

func (p *page) decodeQuestion(f *fields) {
	f.require("clause")
	f.require("ask")
	q := question{clause: f.token("clause"), line: f.line}
	q.ask = f.strings("ask")
	p.asks = append(p.asks, q)
}

func (p *page) decodePolicy(f *fields) {
	d := p.doc
	d.DocumentNumber = f.text("documentNumber")
	d.Issuer = f.need("issuer")
	f.require("level")
	d.Level = f.word("level", KindLevel)
	f.require("region")
	d.Region = f.word("region", KindRegion)
	d.Issued = f.date("issued")
	d.Effective = f.date("effective")
	d.Expires = f.date("expires")
	f.require("status")
	d.Status = Status(f.word("status", KindStatus))
	d.StatusNote = f.need("statusNote")
	d.SupersededBy = f.token("supersededBy")
	d.SupersededNote = f.text("supersededNote")
	f.require("applies")
	d.Applies = f.word("applies", KindApplies)
	d.AppliesNote = f.text("appliesNote")
	d.FullText = f.flag("fullText")
	f.each("benefits", p.decodeBenefit)
}

func (p *page) decodeBenefit(f *fields) {
	f.require("clause")
	f.require("kind")
	b := Benefit{
		Clause: f.token("clause"), Kind: f.word("kind", KindBenefit),
		Rate: f.text("rate"), Cap: f.text("cap"), Threshold: f.text("threshold"), Base: f.text("base"),
		Unit: f.text("unit"), Conditions: f.text("conditions"), Term: f.text("term"),
	}
	p.doc.Benefits = append(p.doc.Benefits, b)
}

func (p *page) decodeEnclave(f *fields) {
	d := p.doc
	d.City = f.need("city")
	f.require("status")
	d.Status = Status(f.word("status", KindEnclave))
	d.Area = f.text("area")
	d.Functions = f.strings("functions")
	d.InLishui = f.strings("inLishui")
}

func (p *page) decodeStory(f *fields) {
	d := p.doc
	d.Company = f.need("company")
	d.Cluster = f.word("cluster", KindCluster)
	d.Stage = f.text("stage")
	f.each("milestones", func(f *fields) {
		f.require("date")
		m := Milestone{Date: f.date("date"), Text: f.need("text"), Source: f.token("source")}
		p.checkSources(m.Source, f.at("source"))
		d.Milestones = append(d.Milestones, m)
	})
	f.each("claims", func(f *fields) {
		c := Claim{Text: f.need("text"), Figure: f.text("figure")}
		f.require("asOf")
		c.AsOf = f.date("asOf")
		f.require("source")
		c.Source = f.token("source")
		p.checkSources(c.Source, f.at("source"))
		d.Claims = append(d.Claims, c)
	})
}

func (p *page) decodeCluster(f *fields) {
	f.each("chain", func(f *fields) {
		f.require("stage")
		l := Link{Stage: f.word("stage", KindChain), Name: f.need("name"), Firms: f.strings("firms"), Missing: f.flag("missing")}
		if l.Missing && len(l.Firms) > 0 {
			p.fault(f.at("missing"), RuleStatus, "这一环写了缺失，又列了企业", "两者留一个")
		}
		p.doc.Chain = append(p.doc.Chain, l)
	})
}

func (p *page) decodeHome(f *fields) {
	f.text("lead")
	f.each("fears", func(f *fields) {
		f.need("question")
		f.need("answer")
		f.text("icon")
		f.text("ask")
		f.date("asOf")
		p.addLink(f.scalar("link"))
		f.text("label")
		f.each("figures", p.decodeCard)
	})
	f.each("figures", p.decodeCard)
	p.doc.Examples = f.strings("examples")
}

// decodeCard reads a figure of the home page with what it counts, how old it is and where it stands.
func (p *page) decodeCard(f *fields) {
	c := card{value: f.need("value"), line: f.line}
	f.need("label")
	f.require("asOf")
	f.date("asOf")
	f.require("source")
	p.checkSources(f.token("source"), f.at("source"))
	f.require("link")
	c.link = f.token("link")
	p.addLink(f.scalar("link"))
	p.cards = append(p.cards, c)
}

func (p *page) addLink(address string, line int) {
	if address != "" {
		p.links = append(p.links, link{address, line})
	}
}
