package assistant

import (
	"regexp"

	"lvgu/index/corpus"
)

// forms are what a sentence can give besides figures, and what a question can ask for.
type forms uint8

const (
	formCause forms = 1 << iota
	formSite
	formManner
	formPerson
	formContact
	formSeveral
	formRoute
)

// formPattern says by which words a question asks for a form, and by which a sentence gives it.
type formPattern struct {
	form        forms
	asks, gives phrasing
}

var formPatterns = []formPattern{
	{
		formCause,
		newPhrasing(`为什么|为何|原因|缘由|因何|怎么会`, `(?i)\bwhy\b|\breasons?\b`),
		newPhrasing(`因为|由于|因此|因而|为了|原因|导致|使得|以致|所以`, `(?i)\bbecause\b|\bdue to\b|\bsince\b|\btherefore\b|\bso that\b|\bas a result\b`),
	},
	{
		formSite,
		newPhrasing(`哪里|哪儿|何处|什么地方|地址|在哪|哪个城市|哪个省|哪个县|哪个市|哪个区|哪个国家|哪个地方|位置`, `(?i)\bwhere\b|\baddress\b|\blocated\b`),
		newPhrasing(`省|市|县|区|镇|村|路|街|岛|国|州|位于|坐落|地址|地处|处于`, `(?i)\blocated\b|\bin [A-Z]|\bat [A-Z]|\bnear\b`,
			markedBy("在", `在[^，。]{1,12}(内|中心|大楼)`)),
	},
	{
		formManner,
		newPhrasing(`如何|怎么|怎样|怎麼|方法|方式|途径|路径|渠道|措施|举措|流程|步骤|要求|规定|做法`, `(?i)\bhow (can|do|does|did|to|should|is|are)\b`),
		newPhrasing(`应|通过|采取|采用|利用|按照|方式|办法|步骤|流程|登录|拨打|提交|须|需要|要求|实行|实施|落实|加强|加快|给予|可以|可向|凭`,
			`(?i)\bby\b|\bthrough\b|\bapply\b|\bmust\b|\bshall\b|\busing\b|\bwith\b`),
	},
	{
		formPerson,
		newPhrasing(`谁|哪位|何人|哪个人|什么人`, `(?i)\bwho\b|\bwhom\b|\bwhose\b`),
		newPhrasing(`公司|部门|先生|女士|书记|部长|主任|局长|市长|总经理|董事长|总裁|院长|教授|博士|导演|教练|皇帝|国王|机关|委员会|单位|人民政府`,
			`\b[A-Z][a-z]+ [A-Z][a-z]+`, markedBy("·", `\p{Han}·\p{Han}`), markedBy("（", `\p{Han}（[A-Za-z .]+）`)),
	},
	{
		formContact,
		newPhrasing(`电话|热线|网址|网站|邮箱|联系方式|号码|公众号|咨询|找谁`, `(?i)\bphone\b|\bcontact\b|\be-?mail\b|\bwebsite\b|\bcall\b`),
		newPhrasing(`电话|热线|网址|邮箱|@|公众号`, `(?i)www|http|\bphone\b|\be-?mail\b|\bwebsite\b|\bcontact\b`,
			markedBy("-", `\d{3,4}-\d{6,8}`), markedBy("12", `\b12\d{3}\b`), markedBy("13", `\b13\d{3}\b`)),
	},
	{
		formSeveral,
		newPhrasing(`哪些|哪几|哪两|哪三|几种|几类|几个方面|什么条件|什么材料|什么措施|什么内容|包括|分别`, `(?i)\bwhich\b.*s\b|\bwhat (are|kinds|types)\b`),
		newPhrasing(`等|包括|分为|以及|一是|（一）`, `(?i), [^,.;]+, [^,.;]+(,| and )`, markedBy("、", `、[^、。]+、`), markedBy("；", `；[^；]+；`)),
	},
	{
		formRoute,
		newPhrasing(`怎么去|怎么走|怎么到|怎么过去|怎么来|如何去|如何前往|如何到达|交通|坐什么车|高铁|动车|航班`,
			`(?i)\bhow (do|can|to) (i |we |you )?(get|travel|go)\b.*\b(to|from|there)\b`),
		newPhrasing(`机场|航线|航班|铁路|高铁|高速|公路|动车|车站`, `(?i)\bairports?\b|\brail(way)?s?\b|\bflights?\b|\broutes?\b|\bexpressways?\b|\broads?\b`),
	},
}

func formsAsked(text string) forms {
	return formsWhere(func(p *formPattern) bool { return p.asks.in(text) })
}

func formsGiven(text string) forms {
	return formsWhere(func(p *formPattern) bool { return p.gives.in(text) })
}

func formsWhere(holds func(p *formPattern) bool) forms {
	var f forms
	for i := range formPatterns {
		if p := &formPatterns[i]; holds(p) {
			f |= p.form
		}
	}
	return f
}

// headlineMark begins the line that titles what follows: 四、实施援企稳岗政策。
var headlineMark = regexp.MustCompile(`^\s*(第?[一二三四五六七八九十]{1,3}[、.．是要]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．]|【|《)`)

// headlineLength is the length in characters up to which a numbered line is a headline.
const headlineLength = 26

// titledShare is the share of a line's pairs that its title holds from which the line repeats the title.
const titledShare = 0.85

// describe fills in what a sentence is by itself.
func (s *readSentence) describe(p *corpus.Passage, title *excerpt) {
	s.forms = formsGiven(s.text)
	if p.Kind == corpus.Gap {
		return // what is not held is weighed by its matter alone
	}
	s.titleShare = s.sharedWith(title)
	s.asking = asking.MatchString(s.text)
	s.fragment = p.Kind != corpus.Row && s.lead == "" && !ended.MatchString(s.text)
	s.headline = p.Kind != corpus.Row && (s.length <= headlineLength && headlineMark.MatchString(s.text) || s.titleShare > titledShare)
}

var (
	asking = regexp.MustCompile(`[?？]["”’」』)）]?$`)
	ended  = regexp.MustCompile(`[。.！!？?；]`)
)
