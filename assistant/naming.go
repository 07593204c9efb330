package assistant

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

var (
	address = regexp.MustCompile(`(?i)https?:|\bwww\b|\b[\w.+-]+@[\w-]+|[a-z0-9-]+\s*(?:\.|。|．|点|\bdot\b)\s*(?:com|cn|net|org|gov|io|info|biz|top|xyz)\b`)
	// callNumber is a telephone or other long number; figures are checked apart, but not by who answers there.
	callNumber = regexp.MustCompile(`\+?\d[\d\- ]{6,}\d|[零〇一二三四五六七八九幺]{5,}|(?i:(?:\b(?:zero|one|two|three|four|five|six|seven|eight|nine|oh)\b[\s-]*){5,})`)
	callWord   = regexp.MustCompile(`(?i)微信|QQ|邮箱|热线|致电|拨打|扫码|二维码|公众号|联系人|联系电话|\b(?:e-?mail|phone|call|whatsapp|wechat|hotline)\b`)

	personTitled = regexp.MustCompile(`\p{Han}{2,4}(?:先生|女士|书记|部长|主任|局长|市长|区长|总经理|董事长|处长|科长|教授|院士|总裁)|\b(?:Mr|Ms|Mrs|Dr|Director|Secretary|Mayor|Professor)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)*`)
	personActing = regexp.MustCompile(`([` + surnames + `]\p{Han}{1,2})(?:负责|介绍|表示|担任|透露|证实|告诉|说|称|牵头|创办|创立|主持|领衔)`)
	personCalled = regexp.MustCompile(`(?:联系人|负责人|法人|代表|联系|找|咨询|请问|由|创始人|主任|书记|市长|局长|总经理|董事长)(?:是|为|：|:)?([` + surnames + `]\p{Han}{1,2})`)

	// organisation takes the two characters before what it is.
	organisation = regexp.MustCompile(`\p{Han}{2}(?:公司|集团|大学|学院|研究院|研究所|银行|医院|委员会|协会|工厂|机场|基金)`)

	latinWord   = regexp.MustCompile(`[A-Za-z]{2,}`)
	capitalised = regexp.MustCompile(`[A-Z][A-Za-z]+`)
)

// surnames are the commonest hundred or so: what follows one is a name only between words that a person goes with.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤诸蓝"

// ownNames are those of the zone, which everything is about, and words that English writes with a capital.
var ownNames = wordSet(`lishui zhejiang china chinese english economic technological development zone the it this these that in a an for and of to
	its their january february march april may june july august september october november december monday tuesday wednesday thursday friday
	rmb cny usd yuan article articles no i ii iii iv v`)

// openers are words that English sentences begin with and that name nothing.
var openers = wordSet(`according after all also although any are as at based because before besides both but by companies company depending
	during each eligible employees enterprises every firms first following from further he here how however if individuals investors is
	many moreover most no not on one only other otherwise overall people per persons provided second several she since so some
	such support taxpayers then there therefore they those through thus together two under unless until up upon was we were what when where
	whether which while who with within without you your applicants applications projects businesses foreign domestic since additionally
	furthermore specifically namely meanwhile once three four five ten`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// inTouch checks that a sentence sends nobody to where the passages do not.
func inTouch(c claim) fault {
	if lacks(address, c.text, c.passages) || lacks(callNumber, c.text, c.passages) || lacks(callWord, c.text, c.passages) {
		return faultContact
	}
	return faultNone
}

// named checks that everything a sentence names is named by the sources it cites, and that a figure is named of the
// thing whose source holds it.
func (g *guard) named(c claim) fault {
	if lacks(personTitled, c.text, c.passages) || lacks(organisation, c.text, c.passages) || lacksPerson(c) {
		return faultName
	}
	held := fold(c.passages)
	if !g.library.gazetteers[g.lang].namesWithin(c.text, held) || !placesWithin(c.text, held) {
		return faultName
	}
	words := latinWord.FindAllString(c.bare, -1)
	if g.lang == corpus.English {
		words = capitals(c.text)
	}
	for _, w := range words {
		if w = strings.ToLower(w); len(w) > 1 && !ownNames[w] && !strings.Contains(held, w) {
			return faultName
		}
	}
	return g.figuresNamed(c)
}

func lacksPerson(c claim) bool {
	for _, re := range []*regexp.Regexp{personActing, personCalled} {
		for _, m := range re.FindAllStringSubmatch(c.text, -1) {
			if !strings.Contains(c.passages, m[1]) {
				return true
			}
		}
	}
	return false
}

// capitals are the words of an English sentence that begin with a capital letter, but for a common one at its beginning.
func capitals(text string) []string {
	var out []string
	for _, at := range capitalised.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		if strings.IndexFunc(text[:at[0]], unicode.IsLetter) < 0 && openers[strings.ToLower(word)] {
			continue
		}
		out = append(out, word)
	}
	return out
}

// figuresNamed checks that for each figure one source cited holds both the figure and every thing and place that the
// clause names: figures are not carried from one source to the subject of another.
func (g *guard) figuresNamed(c claim) fault {
	if len(c.cited) < 2 {
		return faultNone // named has checked it
	}
	for _, clause := range c.clauses {
		entities, there := g.library.gazetteers[g.lang].find(clause.text), placesIn(clause.text)
		if len(entities) == 0 && len(there) == 0 {
			continue
		}
		for _, f := range clause.figures {
			if !slices.ContainsFunc(c.cited, func(h *holding) bool {
				return len(figures.Missing(f.Text, h.text)) == 0 && h.names(entities, there)
			}) {
				return faultSubject
			}
		}
	}
	return faultNone
}

// names reports whether a source names all of some things and places.
func (h *holding) names(entities []*entity, there []place) bool {
	for _, e := range entities {
		if !e.mentions(h.folded) {
			return false
		}
	}
	for _, p := range there {
		if !p.in(h.folded) {
			return false
		}
	}
	return true
}

// lacks reports whether text has a match that held does not have to the letter.
func lacks(re *regexp.Regexp, text, held string) bool {
	for _, m := range re.FindAllString(text, -1) {
		if !strings.Contains(compact(held), compact(m)) {
			return true
		}
	}
	return false
}

// compact takes out white space and hyphens, in which numbers to call differ.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' {
			return -1
		}
		return r
	}, s)
}
