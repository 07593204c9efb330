package assistant

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lvgu/index/corpus"
)

var (
	markup = regexp.MustCompile("(?i)<[a-z/!|]|\\]\\(|[`{}|\\\\]|&[a-z#0-9]+;|passage \\d|资料块|system prompt|系统提示|提示词|as an ai\\b|作为.{0,4}(?:语言模型|人工智能|助手)|ignore (?:the|all) (?:above|previous)|忽略(?:以上|上述|之前)")

	assent = regexp.MustCompile(`(?i)^(?:是的|对的?[，,。！]|没错|确实|正确|当然|可以的?[，,。！]|能的?[，,。！]|好的|不是[，,。！的]|不对|否[，,。]|yes\b|no[,.!]|right[,.!]|correct\b|indeed\b|sure\b|of course\b|exactly\b|true[,.!])|[您你]说得对|如[您你]所[说言]|正如[您你]|(?i:you are (?:right|correct)|you're (?:right|correct)|as you (?:said|say|mention))`)

	promise = regexp.MustCompile(`(?i)保证|确保|一定能|一定会|一定可以|肯定|必然|必定|必将|绝对|包您|包你|承诺|无条件|百分之百|毫无疑问|稳赚|稳拿|放心|guarante\w*|definitely|certainly|assur\w*|no doubt|undoubtedly|without fail|risk-free|promis\w*|you will (?:get|receive)|you're entitled|entitles? you`)
)

// promiseIdiom are words that hold those of a promise and promise nothing.
var promiseIdiom = regexp.MustCompile(`保证金|保证人|放心企业`)

// stronger are words that say more than a text without them. A sentence may use one only where a passage it cites
// uses one of the same line.
var stronger = []*regexp.Regexp{
	regexp.MustCompile(`不低于|不少于|至少|以上|起步|\b(?i:at least|minimum|no less than|not less than|no fewer than)\b`),
	regexp.MustCompile(`不超过|不高于|至多|最高|最多|以内|以下|封顶|上限|不得超过|\b(?i:up to|at most|no more than|not more than|not exceed\w*|maximum|capped|limit\w*|ceiling|within)\b`),
	regexp.MustCompile(`全部|所有|一切|任何|凡是|一律|均可|都可|都能|均能|人人|\b(?i:all|every|any|anyone|everyone|always)\b`),
	regexp.MustCompile(`唯一|第一|首个|首家|最大|最快|最早|最优|最好|领先|只有|仅有|独家|\b(?i:only|first|sole|largest|biggest|best|leading|fastest|earliest|exclusive\w*|unique)\b`),
	regexp.MustCompile(`免费|无偿|全免|全额|免租|免征|免除|\b(?i:free|exempt\w*|waive[sd]?|fully)\b`),
	regexp.MustCompile(`一半|过半|半数|大半|大部分|多数|少数|\b(?i:half|majority|most of|minority)\b`),
	regexp.MustCompile(`翻番|翻一番|加倍|双倍|倍增|\d倍|两倍|数倍|几倍|\b(?i:double[sd]?|twice|triple[sd]?|quadruple[sd]?|\w+fold)\b`),
	regexp.MustCompile(`数十|数百|数千|数万|上百|上千|上万|成百|几十|几百|几千|近百|多家|众多|大量|大批|许多|\b(?i:dozens?|hundreds|thousands|millions|billions|many|numerous|several|plenty)\b`),
	regexp.MustCompile(`永久|永远|终身|长期|无限期|\b(?i:permanent\w*|forever|lifelong|indefinite\w*|unlimited)\b`),
	regexp.MustCompile(`随时|立即|马上|当天|当日|即时|\b(?i:immediate\w*|instant\w*|same day|anytime|at any time)\b`),
	regexp.MustCompile(`目前|现在|当前|如今|现行|今年|明年|去年|本月|上月|近期|最近|近日|\b(?i:now|current\w*|today|presently|this year|next year|last year|recent\w*)\b`),
	regexp.MustCompile(`每年|年均|按年|逐年|/年|·年|\b(?i:annual\w*|yearly|per year|a year|each year|every year|per annum)\b`),
	regexp.MustCompile(`每月|月均|按月|/月|·月|\b(?i:monthly|per month|a month|each month|every month)\b`),
	regexp.MustCompile(`每人|人均|每位|每名|/人|\b(?i:per person|per capita|each person|per employee|per head)\b`),
	regexp.MustCompile(`每家|每户|每个企业|/家|/户|\b(?i:per firm|per company|each firm|each company|per household)\b`),
	regexp.MustCompile(`每亩|亩均|/亩|\b(?i:per mu|a mu|each mu)\b`),
	regexp.MustCompile(`一次性|\b(?i:one-off|one-time|lump)\b`),
	regexp.MustCompile(`必须|强制|务必|应当|\b(?i:must|mandatory|compulsory|obligat\w*|shall|require[sd]?)\b`),
	regexp.MustCompile(`自动|免申|无需申请|无须申请|不用申请|\b(?i:automatic\w*)\b`),
	regexp.MustCompile(`正式|官方|\b(?i:formal\w*|official\w*)\b`),
	regexp.MustCompile(`国家级|\b(?i:national|state)\b`),
	regexp.MustCompile(`省级|\b(?i:provincial)\b`),
	regexp.MustCompile(`世界|全球|国际|\b(?i:world\w*|global\w*|international\w*)\b`),
	regexp.MustCompile(`建成|投产|投用|启用|开园|开业|运营|运行|投入使用|竣工|完工|落成|\b(?i:open(?:ed|s)?|operat\w*|complet\w*|launch\w*|running|in use)\b`),
}

// strengths is a set of lines of strong words.
type strengths uint32

func strengthsOf(text string) strengths {
	var set strengths
	for i, words := range stronger {
		if words.MatchString(text) {
			set |= 1 << i
		}
	}
	return set
}

// inForm checks that a sentence is text and nothing else, and not the instructions'.
func inForm(c claim) fault {
	switch {
	case c.text == "":
		return faultCitation
	case markup.MatchString(c.text), strings.ContainsAny(c.text, "[]") && lacks(squareBrackets, c.text, c.passages):
		return faultMarkup
	case leaksPrompt(c.text, c.passages):
		return faultPrompt
	case garbled(c.text, c.passages):
		return faultGarbled
	}
	return faultNone
}

var squareBrackets = regexp.MustCompile(`\[[^\[\]]*\]?|\]`)

// garbled reports whether a text has characters that Chinese and English text does not, and that the passages do not
// have either: letters and digits of other scripts, which look like those they stand for; accents put on digits; symbols.
func garbled(text, passages string) bool {
	for _, r := range text {
		if r < 0x80 || unicode.Is(unicode.Han, r) || unicode.IsSpace(r) || unicode.IsPunct(r) && r < 0x1F000 {
			continue
		}
		if r >= 'Ａ' && r <= 'ｚ' || r >= '０' && r <= '９' || strings.ContainsRune(plainSymbols, r) || strings.ContainsRune(passages, r) {
			continue
		}
		if unicode.Is(unicode.Latin, r) && norm.NFKD.String(string(r))[0] < 0x80 && unicode.IsLetter(r) && r < 0x250 {
			continue
		}
		return true
	}
	return false
}

// plainSymbols are symbols of ordinary text.
const plainSymbols = "＋－＝～％‰℃°㎡㎥×÷±＜＞￥¥€£²³"

// inLanguage checks that a sentence is in the language of the question: a Chinese one has Han characters, an English
// one mostly none, but for names given in brackets.
func (g *guard) inLanguage(c claim) fault {
	han, letters := 0, 0
	for _, r := range c.text {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.IsLetter(r):
			letters++
		}
	}
	if g.lang == corpus.English && letters > han || g.lang != corpus.English && han > 0 && han*4 >= letters {
		return faultNone
	}
	return faultLanguage
}

// inMeasure checks that a sentence agrees with nobody, promises nothing and says nothing stronger than its passages.
func inMeasure(c claim) fault {
	switch {
	case assent.MatchString(c.text):
		return faultAssent
	case promise.MatchString(c.text) && lacks(promise, promiseIdiom.ReplaceAllString(c.text, ""), promiseIdiom.ReplaceAllString(c.passages, "")):
		return faultPromise
	}
	held := strengths(0)
	for _, h := range c.cited {
		held |= h.strong
	}
	if strengthsOf(c.text)&^held != 0 {
		return faultStronger
	}
	return faultNone
}
