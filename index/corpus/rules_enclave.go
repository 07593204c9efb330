package corpus

import "regexp"

var (
	// existing finds words that say an enclave is there.
	existing = regexp.MustCompile(`已经?(?:启用|入驻|投用|运营|开园|开放|建成|投入使用|有企业)|正式启用|正在运营|现有企业|现已` +
		`|(?i:\b(?:has opened|is open|now open|in operation|is operating|has tenants|houses|was opened)\b)`)
	// planning finds words that take that back.
	planning = regexp.MustCompile(`未|尚|没有|不|规划|计划|拟|将|预计|是否|(?i:\b(?:not|no|plan|plans|planned|will|would|expected|whether)\b)`)
)

// checkPlanned keeps a planned enclave from being described as one that exists.
func (p *page) checkPlanned() {
	if p.doc.Status != Planned {
		return
	}
	if p.doc.Area != "" {
		p.warn(p.keyLine("area"), RulePlanned, "规划中的飞地写了面积，会被当成现有面积", "删去 area，在正文里写明“规划面积”")
	}
	for _, texts := range [][]located{p.texts, p.sentences} {
		for _, t := range texts {
			for sentence := range sentences(t.text) {
				if found := existing.FindString(sentence); found != "" && !planning.MatchString(sentence) {
					p.fault(p.locate(found, t.line), RulePlanned, "飞地还在规划中，文中却说“"+found+"”", "写成规划，或核对 status")
				}
			}
		}
	}
}
