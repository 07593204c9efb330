package corpus

import "strings"

// Channel is one way of attracting investment, with what is known to have come of it.
type Channel struct {
	Key     string // anchor of the section that describes it, and a word of the vocabulary
	Name    string
	Cities  []string // with a stationed team
	Results []Result
}

// Result is one dated statement of a channel. Its figures stand in the text that it links to.
type Result struct {
	Text   string
	Figure string // empty for an example without one
	AsOf   string
	Source string // ID of a Source
	Link   string // as in a body: "/funds/x.md#results"
}

func (p *page) decodeGuide(f *fields) {
	f.each("channels", func(f *fields) {
		f.require("key")
		key, line := f.scalar("key")
		c := Channel{Key: p.checkWord(key, f.prefix+"key", KindChannel, line), Name: f.need("name"), Cities: f.strings("cities")}
		if c.Key != "" {
			p.addLink("#"+c.Key, line)
		}
		f.each("results", func(f *fields) { c.Results = append(c.Results, p.decodeResult(f)) })
		p.doc.Channels = append(p.doc.Channels, c)
	})
}

// decodeResult reads one result. Text and figure say the same, so both are held against the passage that they link to.
func (p *page) decodeResult(f *fields) Result {
	r := Result{Text: f.need("text"), Figure: f.text("figure")}
	f.require("asOf")
	r.AsOf = f.date("asOf")
	f.require("source")
	r.Source = f.token("source")
	p.checkSources(r.Source, f.at("source"))
	f.require("link")
	link, line := f.scalar("link")
	r.Link = link
	p.addLink(link, line)
	for _, key := range []string{"text", "figure"} {
		p.cards = append(p.cards, card{value: f.token(key), link: link, line: f.at(key)})
	}
	return r
}

func channelKeys(d *Document) string {
	var keys []string
	for _, c := range d.Channels {
		keys = append(keys, c.Key)
		for _, r := range c.Results {
			keys = append(keys, r.AsOf+" "+r.Source+" "+r.Link)
		}
	}
	return strings.Join(keys, "、")
}
