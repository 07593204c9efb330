package assistant

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lvgu/index/analysis"
	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// kind is what form of answer a question asks for.
type kind int

const (
	kindOpen     kind = iota // anything: what is, tell me about
	kindQuantity             // how much, how many, how large, when, how long: the answer holds a quantity
	kindWhether              // yes or no
	kindList                 // which, what kinds
)

// inquiry is what is understood of one question, or of one part of it.
type inquiry struct {
	text     string // without greetings and politeness, as it is searched for
	lang     string
	kind     kind
	wanted   []figures.Kind   // for kindQuantity: any one of these; empty: any quantity
	claimed  []figures.Figure // quantities that the question itself states
	meant    []figures.Figure // quantities by which it names the rule that it asks about
	own      []figures.Figure // quantities that the asker states of himself: a threshold answers
	status   statusClaim      // a state of affairs that the question states
	present  bool             // asks what can be had today: an expired clause is no answer
	asOf     string           // a year that the question names: "2021"
	each     bool             // asks for each of several
	puts     bool             // puts something to be agreed with
	idle     bool             // asks nothing: thanks, a greeting
	who      bool             // asks for a person
	holder   bool             // asks who holds an office today: one who held it then is no answer
	forms    forms            // what else is asked for
	travel   bool             // asks how to get there
	support  bool             // asks what support or relief there is: a policy answers
	places   []place          // other than the zone's own
	entities []*entity
}

// detectLanguage is Chinese for a text that has any Han character, else English.
func detectLanguage(text string) string {
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			return corpus.Chinese
		}
	}
	return corpus.English
}

var (
	politeness = regexp.MustCompile(`^(你好|您好|请问一下|请问|请教一下|请教|麻烦问一下|麻烦问下|想问一下|想问下|我想问一下|我想知道|我想了解一下|我想了解|想了解一下|想了解|问一下|咨询一下|请告诉我|告诉我|帮我查一下|帮我查查|帮我算一下|帮我算算|算一下|(?i:hello|hi|please|excuse me|could you tell me|can you tell me|please tell me|tell me|i would like to know|i'd like to know|i want to know)\b)[，,。！!：:\s]*`)
	whetherZh  = regexp.MustCompile(`(吗|[^什怎多那这]么|没有|了没|与否)\s*[？?。！!]*\s*$|是不是|有没有|是否|能不能|可不可以|能否|可否|会不会|开没开|算不算|要不要`)
	whetherEn  = regexp.MustCompile(`(?i)^\s*(is|are|was|were|do|does|did|has|have|had|can|could|may|will|would|must|should)\b`)
	listZh     = regexp.MustCompile(`哪些|哪[几两二三四五六七八九十]|哪家|哪个|哪种|有什么|都有谁|分别是|包括什么|列出|列举|几种`)
	listEn     = regexp.MustCompile(`(?i)^\s*(which|list|name)\b|\bwhat (are|kinds?|types?)\b|\bwhich\b`)
	presentZh  = regexp.MustCompile(`现在|目前|今年|还能|还有|能拿|能领|能享受|可以享受|能申请|可以申请|能补|能不能|可以拿|可领`)
	presentEn  = regexp.MustCompile(`(?i)\b(now|currently|still|today|this year|can (i|we)|may (i|we)|available|eligible|get)\b`)
	yearNamed  = regexp.MustCompile(`(19|20)\d{2}`)
	claimEn    = regexp.MustCompile(`(?i)(\bright|\bcorrect|isn't it|doesn't it|\btrue)\s*[?.!]*\s*$`)
	who        = newPhrasing(`谁`, `(?i)\bwho\b`)
	support    = newPhrasing(`优惠|拿到什么|享受什么|补贴|补助|扶持|奖励|政策|减免`, `(?i)\b(incentives?|subsid\w+|relief|grants?|policies|policy)\b`)
	validity   = newPhrasing(`有效|延续|到期|截止|还在不在|还执行`, `(?i)\b(valid|in force|in effect|expired?|extended)\b`)
	office     = regexp.MustCompile(`(?i)书记|主任|市长|区长|县长|局长|部长|处长|科长|一把手|董事长|总经理|\b(party secretary|mayor|director|ceo)\b`)
	journey    = regexp.MustCompile(`(到|去|离|距).{1,8}(多久|多远|多长时间|几个?小时|多少公里)|(?i)\bhow (far|long)\b.*\b(to|from)\b`)
	taxed      = newPhrasing(`税`, `(?i)\b(tax|vat)\b`)
	rated      = newPhrasing(`率|减|免|扣|抵`, `(?i)\b(rate|deduct\w*|exempt\w*|credit|withh\w+)\b`)
	ofAsker    = regexp.MustCompile(`^(?:我|咱|本人|本公司)[^，,。；;]{0,24}[，,。；;]|(?i)^(?:my|our|we|i)\b[^,.;]{0,60}[,.;]`)
	relative   = regexp.MustCompile(`明年|后年|今后|(?i)\bnext year\b`) // when it is asked about: no passage says so
	trade      = regexp.MustCompile(`^(?:我们?|咱们?|我司|本公司)(?:公司|厂)?是?(?:做|搞|生产|从事)([^，,。]{2,16}?)的?(?:企业|公司|厂家?)?[，,。]`)
	comingHere = regexp.MustCompile(`^(?:如果|要是|想)?(?:来|到|落户|落在)(?:丽水|经开区|你们这里|你们这|这里|这边)`)
	firstZh    = regexp.MustCompile(`^(我们?|咱们?|本人|我司|本公司)`)
	particle   = regexp.MustCompile(`[的了]([？?。！!\s]*)$`)
	partBreak  = regexp.MustCompile(`[？?；;]+\s*`)
)

// spoken are question words as they are said, and as the content writes them.
var spoken = strings.NewReplacer("为啥", "为什么", "啥", "什么", "咋样", "怎么样", "咋", "怎么", "是做什么", "做什么", "是干什么", "做什么", "你们园区", "经开区", "贵园区", "经开区", "本园区", "经开区", "你们开发区", "经开区", "贵区", "经开区", "谁投的", "谁投资的", "谁投了", "谁投资了")

// maxParts bounds how many questions one message is taken apart into; what follows stays with the last.
const maxParts = 3

// minBareClaim is the value from which a number without a unit ("50亿") is taken for a quantity that is claimed.
const minBareClaim = 10_000

// minPartRunes is the length under which a part is no question of its own ("对吗？").
const minPartRunes = 4

// parts splits a message that asks several things.
func parts(text string) []string {
	var out []string
	rest := text
	for len(out) < maxParts-1 {
		loc := partBreak.FindStringIndex(rest)
		if loc == nil || loc[1] == len(rest) {
			break
		}
		head, tail := rest[:loc[1]], rest[loc[1]:]
		if len([]rune(strings.TrimSpace(head))) < minPartRunes || len([]rune(strings.TrimSpace(tail))) < minPartRunes {
			break
		}
		out, rest = append(out, strings.TrimSpace(head)), tail
	}
	if rest = strings.TrimSpace(rest); rest == "" {
		return out
	}
	if len(out) < maxParts-1 {
		if head, tail, ok := joined(rest); ok {
			return append(out, head, tail)
		}
		if one, other, ok := compared(rest); ok {
			return append(out, one, other)
		}
	}
	return append(out, rest)
}

var (
	joint   = regexp.MustCompile(`(?i),?\s+and\s+|[，,]\s*(还有|另外|以及|和)?|以及`)
	asksOne = regexp.MustCompile(`多少|多大|多久|多长|多高|几[个家年天月种亩]|什么|哪|谁|怎么|如何|吗|是不是|能不能|有没有|(?i)^\s*(how|what|when|where|who|which|is|are|can|do|does)\b`)
)

// alsoAsks is a question by its last word alone, whatever it names: "税率呢".
var alsoAsks = regexp.MustCompile(`^[^，,]{2,8}呢[？?。！!]*$`)

// joined takes apart two questions put as one sentence: "租金多少，面积多大". It splits only where both sides ask.
func joined(text string) (head, tail string, ok bool) {
	for _, loc := range joint.FindAllStringIndex(text, -1) {
		head, tail = strings.TrimSpace(text[:loc[0]]), strings.TrimSpace(text[loc[1]:])
		also := alsoAsks.MatchString(tail)
		if utf8.RuneCountInString(head) >= minPartRunes && (utf8.RuneCountInString(tail) >= minPartRunes || also) && asksOne.MatchString(head) && (also || asksOne.MatchString(tail)) {
			return head, tail, true
		}
	}
	return "", "", false
}

// sides begins a question that sets two things side by side.
const sides = `^(?:请问)?(.{2,16}?)(?:和|与|跟|同|还是|比)(.{2,16}?)(?:相比|比起来|比较)?[，,]?`

var (
	comparison = regexp.MustCompile(sides + `(?:哪一?[个家处块种只]|谁)(?:更|比较|最|要)?(大|小|多|少|早|晚|长|短|高|低|贵|便宜)(?:一些|一点|些|点)?[？?呢]*$`)
	// fitness asks which of two suits something better.
	fitness      = regexp.MustCompile(sides + `哪一?[个家处块种](?:更|比较|最)(?:适合|合适|好|划算)(.{0,16}?)(?:一些|一点|些|点)?[？?呢]*$`)
	comparisonEn = regexp.MustCompile(`(?i)^(?:which|what) (?:one )?(?:is|are) (larger|bigger|smaller|older|newer|longer|shorter|cheaper)[,:]? (.{2,40}?) or (.{2,40}?)[?]*$`)
	// degrees are what a comparison asks of each side.
	degrees = map[string]string{
		"大": "有多大", "小": "有多大", "多": "有多少", "少": "有多少", "早": "是什么时候", "晚": "是什么时候", "长": "有多长", "短": "有多长",
		"高": "有多高", "低": "有多高", "贵": "多少钱", "便宜": "多少钱",
		"larger": "How large is ", "bigger": "How large is ", "smaller": "How large is ", "older": "When did it open: ", "newer": "When did it open: ",
		"longer": "How long is ", "shorter": "How long is ", "cheaper": "How much is ",
	}
)

// compared takes a question which of two is the larger, or the fitter, apart into one of each: the answer is what is held of either
// side, and which side it is not held of. Which to take is the reader's to judge.
func compared(text string) (one, other string, ok bool) {
	if !strings.ContainsAny(text, "哪谁") && !strings.Contains(text, " or ") {
		return "", "", false // as nearly always
	}
	if m := comparison.FindStringSubmatch(text); m != nil {
		return m[1] + degrees[m[3]], m[2] + degrees[m[3]], true
	}
	if m := fitness.FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(m[1] + " " + m[3]), strings.TrimSpace(m[2] + " " + m[3]), true
	}
	if m := comparisonEn.FindStringSubmatch(text); m != nil {
		asked := degrees[strings.ToLower(m[1])]
		return asked + m[2] + "?", asked + m[3] + "?", true
	}
	return "", "", false
}

// smallTalk is a message that asks nothing.
var smallTalk = regexp.MustCompile(`(?i)^(?:(?:你好|您好|好的?|好吧|知道了?|明白了?|了解了?|收到|谢谢(?:你|您|啦|了)?|多谢|感谢|辛苦了|嗯+|哦+|噢|哈+|行|可以|没事了?|没有了|再见|拜拜|早上好|下午好|晚上好|hello|hi|hey|there|ok(?:ay)?|thanks?|thank you|you|a lot|so much|very much|got it|i see|great|good|morning|afternoon|bye|goodbye|yes|no|test|测试)[\s，,。.！!~、？?]*)+$`)

// polish takes the greetings and the politeness off a question and writes it as the content is written.
func polish(text string) string {
	text = strings.TrimSpace(simplify(text))
	for {
		cut := politeness.ReplaceAllString(text, "")
		if cut == text || strings.TrimSpace(cut) == "" {
			break
		}
		text = cut
	}
	if m := trade.FindStringSubmatch(text); m != nil {
		text = m[1] + "，" + comingHere.ReplaceAllString(text[len(m[0]):], "")
	}
	return particle.ReplaceAllString(spoken.Replace(text), "$1")
}

// analyse reads one question. The names it means are filled in by the caller, who knows the content.
func analyse(text, lang string) inquiry {
	text = polish(text)
	a := inquiry{text: text, lang: lang, asOf: yearNamed.FindString(text), idle: smallTalk.MatchString(text), each: ofEach.in(text)}
	a.text = relative.ReplaceAllString(a.text, " ")
	if a.each {
		a.text = eachZh.ReplaceAllString(a.text, "$1")
	}
	wanted, quantity := figures.Wanted(text)
	whether, list, present := whetherZh, listZh, presentZh
	if lang == corpus.English {
		whether, list, present = whetherEn, listEn, presentEn
	}
	switch {
	case quantity:
		a.kind, a.wanted = kindQuantity, wanted
	case whether.MatchString(text):
		a.kind = kindWhether
	case list.MatchString(text):
		a.kind = kindList
	}
	puts := seeksConsent(text)
	a.puts = puts || a.kind == kindWhether
	if own := ofAsker.FindString(text); !puts && own != "" {
		a.own = claims(own)
	} else if !puts && a.kind == kindWhether && validity.in(text) {
		a.meant = claims(text)
	} else if a.puts {
		a.claimed = claims(text)
	}
	if len(a.claimed) > 0 && (a.kind == kindWhether || a.kind == kindOpen) {
		a.kind, a.wanted = kindQuantity, a.claimedKinds()
	}
	a.forms = formsAsked(text)
	a.who, a.places = who.in(text), placesIn(text)
	a.travel = a.forms&formRoute != 0 || len(a.places) > 0 && journey.MatchString(text)
	a.support = support.in(text)
	a.holder = a.who && a.asOf == "" && office.MatchString(text)
	a.status = statusClaimed(text, puts || a.kind == kindWhether && statesZh.MatchString(text))
	a.present = a.asOf == "" && present.MatchString(text)
	return a
}

// consent asks in Chinese to agree with what was said before it.
var consent = []string{"吧", "对吗", "是吗", "对不对", "没错"}

// seeksConsent reports whether a question puts something to be agreed with.
func seeksConsent(text string) bool {
	said := strings.TrimRight(text, "？?。！! \t\n\f\r")
	return slices.ContainsFunc(consent, func(end string) bool { return strings.HasSuffix(said, end) }) || strings.ContainsFunc(text, letter) && claimEn.MatchString(text)
}

// claims are the quantities that a question states as if they were so.
func claims(text string) []figures.Figure {
	var out []figures.Figure
	for _, f := range figures.Find(text) {
		switch f.Kind {
		case figures.DocumentNumber, figures.Ordinal, figures.Date, figures.Period, figures.Length:
		case figures.Number:
			if f.Value >= minBareClaim {
				out = append(out, f)
			}
		default:
			out = append(out, f)
		}
	}
	return out
}

// claimedKinds are the kinds of the quantities that a question states: an answer must hold one of them, to bear the
// claim out or not. A large number without a unit may be of any kind.
func (q inquiry) claimedKinds() []figures.Kind {
	var kinds []figures.Kind
	for _, f := range q.claimed {
		if f.Kind == figures.Number {
			return amounts
		}
		kinds = append(kinds, f.Kind)
	}
	return kinds
}

// wants reports whether a kind is among those wanted.
func (q inquiry) wants(kind figures.Kind) bool { return slices.Contains(q.wanted, kind) }

// unclaimed is the question without the quantities and the state that it claims, and those of the asker: no passage need hold those.
func (q inquiry) unclaimed() string {
	text := q.status.without(q.text)
	for _, stated := range [...][]figures.Figure{q.claimed, q.own} {
		for _, f := range stated {
			text = strings.Replace(text, f.Text, q.placeOf(f), 1)
		}
	}
	return text
}

// placeOf is what stands for a figure that is claimed: of a tax a percentage is the rate.
func (q inquiry) placeOf(f figures.Figure) string {
	switch {
	case f.Kind != figures.Percent || rated.in(q.text) || !taxed.in(q.text):
		return " "
	case q.lang == corpus.English:
		return " rate "
	default:
		return "税率"
	}
}

// simplify turns traditional characters and full-width forms into those that the content is written in.
func simplify(text string) string {
	var b strings.Builder
	at := 0
	for _, t := range analysis.Tokenize(text) {
		if t.Kind == analysis.Character {
			b.WriteString(text[at:t.Start])
			b.WriteString(t.Text)
			at = t.End
		}
	}
	return b.String() + text[at:]
}
