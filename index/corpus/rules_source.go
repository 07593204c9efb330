package corpus

import (
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// checkSources looks whether the page has a source with the id; an empty id refers to none.
func (p *page) checkSources(id string, line int) {
	if id == "" || slices.ContainsFunc(p.doc.Sources, func(s Source) bool { return s.ID == id }) {
		return
	}
	var ids []string
	for _, s := range p.doc.Sources {
		ids = append(ids, s.ID)
	}
	p.fault(line, RuleSourceUnknown, "本页 sources 里没有编号“"+id+"”的来源", didYouMean(id, ids))
}

// checkURL looks at an address outside the site.
func (p *page) checkURL(address string, line int) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		p.fault(line, RuleURL, "网址“"+address+"”不成立", "核对网址")
	case u.Scheme != "http" && u.Scheme != "https":
		p.fault(line, RuleURL, "网址“"+address+"”不是 http 或 https", "写完整的网址，或删去")
	case !publicHost(u.Hostname()):
		p.fault(line, RuleURL, "网址“"+address+"”不在公开的主机上", "换成公众能打开的官方网址，或删去")
	case u.User != nil:
		p.fault(line, RuleURL, "网址“"+u.Redacted()+"”带着用户名", "删去用户名和口令")
	}
}

// privateSuffixes end the names of hosts that only some networks know.
var privateSuffixes = []string{".local", ".localhost", ".internal", ".lan", ".test", ".example", ".invalid"}

// publicHost reports whether a host name could be reached from anywhere, without asking any network.
func publicHost(host string) bool {
	if addr, err := netip.ParseAddr(host); err == nil {
		return addr.IsGlobalUnicast() && !addr.IsPrivate()
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	private := slices.ContainsFunc(privateSuffixes, func(s string) bool { return strings.HasSuffix(host, s) })
	return strings.Contains(host, ".") && !private
}
