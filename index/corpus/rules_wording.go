package corpus

import (
	"regexp"
	"slices"
	"strings"
)

// Numbers that must not stand on a page. Boundaries are other characters than digits, so that a long index number is
// no telephone number.
var (
	mobile   = regexp.MustCompile(`(?:^|[^\d.])(1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4}))(?:[^\d.]|$)`)
	landline = regexp.MustCompile(`(?:^|\D)((?:0\d{2,3}[-－—– ]|[（(]0\d{2,3}[）)] ?)\d{7,8}|[48]00[- ]\d{3}[- ]?\d{4}|\+\d{2,3}[- ]\d[\d -]{6,})(?:\D|$)`)
	idCard   = regexp.MustCompile(`(?:^|\D)([1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?:[^\dA-Za-z]|$)`)
	filing   = regexp.MustCompile(`(\p{Han}ICP[备证] ?\d[\d-]*|公网安备 ?\d+|审图号[:：]? ?[^，。；\s]*\d|(?:GS|浙S)[（(]\d{4}[）)]\d+|网站标识码[:：]? ?\d{10})`)
)

// taxReward finds rewards measured by taxes paid, in both languages. VAT refunds that the law itself gives (留抵退税, 即征即退,
// 出口退税, export rebates) are none.
var taxReward = regexp.MustCompile(`按[^，。；]{0,8}(?:税收|纳税|缴税|税额|地方财力|地方贡献|经济贡献)[^，。；]{0,8}(?:返还?|奖励?|补助)` +
	`|留成[^，。；]{0,8}(?:奖励?|返还?|补助?)|税收(?:返还|奖励|奖补|返奖)|先征后[返奖]|即征即奖|财政返还|缴[纳税][^，。；]{0,10}(?:返还|返奖|奖励)` +
	`|(?i:\btax(?:es)?\b[^.;]{0,30}\brebate|\brebate[^.;]{0,20}\btax|\breward[^.;]{0,30}\btax(?:es)? paid` +
	`|\blocal(?:ly)? retained[^.;]{0,40}\b(?:refund|reward|return)|\btax contribution[^.;]{0,30}\b(?:reward|refund|return))`)

// refused finds what makes a sentence about tax rewards an explanation or a refusal.
var refused = regexp.MustCompile(`不|没有|未|无|禁止|违|拒|取消|停止|清理|废止|是否|能否|可否|《公平竞争审查条例》|(?i:\b(?:not|no|never|none|nor|neither|cannot|without|invalid|void|prohibit|forbid|unlawful|illegal|whether|export)|n't\b)`)

// notRefusing are words that hold a negation and refuse nothing: a reward 不封顶 is a promise all the more.
var notRefusing = strings.NewReplacer("不封顶", "", "不设封顶", "", "不设上限", "", "不限", "", "不低于", "", "不超过", "", "不少于", "", "无上限", "", "无需", "")

// checkWording looks at every text that visitors see.
func (p *page) checkWording() {
	for _, t := range p.sentences {
		p.checkPlaceholder(t.text, "正文", p.locate(placeholderMark, t.line))
	}
	for _, h := range p.headings {
		p.checkPlaceholder(h.text, "标题", h.line)
	}
	for _, texts := range [][]located{p.texts, p.sentences} {
		for _, t := range texts {
			p.checkNumbers(t)
			if !mayReward(t.text) {
				continue
			}
			for sentence := range sentences(t.text) {
				if mayReward(sentence) {
					p.checkTaxReward(sentence, t.line)
				}
			}
		}
	}
}

// mayReward looks for the words without which taxReward cannot match: most texts have none, and it is fifty times as fast.
func mayReward(text string) bool {
	return containsAny(text, "税", "留成", "财", "贡献", "征") && containsAny(text, "返", "奖", "补") || containsAny(strings.ToLower(text), "tax", "retain")
}

func containsAny(text string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// minPhone is how many digits the shortest telephone number has with its area code.
const minPhone = 9

func (p *page) checkNumbers(t located) {
	long := digits(t.text) >= minPhone
	filed := containsAny(t.text, "ICP", "公网安备", "审图号", "GS", "浙S", "网站标识码")
	for _, rule := range []struct {
		form               *regexp.Regexp
		may                bool
		name, what, advice string
	}{
		{mobile, long, RulePersonal, "手机号码", "删去；联系方式由站点配置统一提供"},
		{landline, long, RulePersonal, "电话号码", "删去；联系方式由站点配置统一提供"},
		{idCard, long, RulePersonal, "身份证号码", "删去"},
		{filing, filed, RuleIdentifier, "备案号、审图号一类的编号", "删去；由站点配置统一提供"},
	} {
		if !rule.may {
			continue
		}
		for _, m := range rule.form.FindAllStringSubmatch(t.text, -1) {
			p.fault(p.locate(m[1], t.line), rule.name, "文中有"+rule.what+"“"+m[1]+"”", rule.advice)
		}
	}
}

func digits(text string) int {
	n := 0
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			n++
		}
	}
	return n
}

func (p *page) checkTaxReward(sentence string, line int) {
	found := taxReward.FindString(sentence)
	if found == "" || strings.HasSuffix(sentence, "？") || strings.HasSuffix(sentence, "?") || refused.MatchString(notRefusing.Replace(sentence)) {
		return
	}
	p.fault(p.locate(found, line), RuleTaxReward, "“"+found+"”像是与缴税挂钩的奖励",
		"删去；《公平竞争审查条例》第10条不许，确要说明的写明“不得”")
}

// sentences yields the sentences of a text, each with the mark that ends it.
func sentences(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := 0
		for i, r := range text {
			end := i + len(string(r))
			stop := strings.ContainsRune("。！？；!?;\n", r) || r == '.' && strings.HasPrefix(text[end:], " ")
			if !stop {
				continue
			}
			if !yield(strings.TrimSpace(text[start:end])) {
				return
			}
			start = end
		}
		if rest := strings.TrimSpace(text[start:]); rest != "" {
			yield(rest)
		}
	}
}

// superlative finds claims of being first or best. 最大限度 and 最大不超过 are none.
var superlative = regexp.MustCompile(`(?:全国|全球|世界|国内|全省|全市|亚洲|华东|行业|国际|同类)(?:范围)?内?(?:第一|最[大先高强多优早])|第一家|首家|领先|唯一|一流|顶级|首屈一指` +
	`|(?i:\b(?:largest|world-class|first-class|no\. ?1|number one|the only|most advanced|(?:world|industry)-leading|unrivall?ed)\b)`)

var denied = regexp.MustCompile(`不|没有|未|(?i:\b(?:not|no)\b)`)

// checkSuperlatives asks for a source of their own where a page has several. On a page with one source it is that.
func (p *page) checkSuperlatives() {
	if len(p.doc.Sources) == 1 {
		return
	}
	for _, a := range p.passages {
		if p.attribute(a.Anchor, "source") != "" {
			continue
		}
		for sentence := range sentences(a.Text) {
			if found := superlative.FindString(sentence); found != "" && !denied.MatchString(sentence) {
				p.warn(p.locate(found, a.Line), RuleSuperlative, "“"+found+"”没有写明出处", `在标题后写 source="…"，或改成不比较的说法`)
			}
		}
	}
}
