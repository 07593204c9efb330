package assistant

import (
	"regexp"
	"strings"

	"lvgu/index/corpus"
)

// statusClaim is a state of affairs that a question states as if it were so: "取消了吧", "不是还没启用吗".
type statusClaim struct {
	words  *regexp.Regexp // that state it; nil: the question states none
	denied bool           // the state is that something is not, or no longer
}

var (
	// deniedZh and deniedEn say that something is not yet, or no longer, so.
	deniedZh = regexp.MustCompile(`不是(还没有|还没|没有|没)|(已经|都)?(取消|停止|停|作废|关闭|关)(掉)?了|还没有|还没`)
	deniedEn = regexp.MustCompile(`(?i)\b(isn't|is not|not|hasn't|has not)\b.*\byet\b|\b(cancel+ed|closed|stopped|abolished|scrapped)\b`)
	// assertedZh and assertedEn say that it is.
	assertedZh = regexp.MustCompile(`(不是)?(早就|已经)(开|启用|运营|投产|通车|建成|开园|营业)?了`)
	assertedEn = regexp.MustCompile(`(?i)\balready\b`)
	statesZh   = regexp.MustCompile(`吧|对吗|对吧|是吗|对不对|没错|不是`)
)

// statusClaimed is the state that a question states, where it puts one to be agreed with.
func statusClaimed(text string, puts bool) statusClaim {
	if !puts {
		return statusClaim{}
	}
	for _, re := range []*regexp.Regexp{deniedZh, deniedEn} {
		if re.MatchString(text) {
			return statusClaim{words: re, denied: true}
		}
	}
	for _, re := range []*regexp.Regexp{assertedZh, assertedEn} {
		if re.MatchString(text) {
			return statusClaim{words: re}
		}
	}
	return statusClaim{}
}

// without is a question without the words that state the state: the text says otherwise in other words.
func (c statusClaim) without(text string) string {
	if c.words == nil {
		return text
	}
	return c.words.ReplaceAllString(text, " ")
}

// contradictedBy reports whether a statement says otherwise: that what is said not to be is, or that what is said to be is
// only planned, or over.
func (c statusClaim) contradictedBy(s statement) bool {
	if c.words == nil {
		return false
	}
	lang := s.passage.Document.Lang
	over := s.passage.Status == corpus.Planned || s.passage.Status == corpus.Expired
	if !c.denied {
		return over
	}
	return !over && s.passage.Status != corpus.Unverified && denials(s.text, lang) == 0 && !hedge(lang).MatchString(s.text)
}

// holdsOffice reports whether a sentence may tell who holds the office that a question asks for: it names it, and not as one
// that was held then.
func holdsOffice(question, sentence string) bool {
	return strings.Contains(fold(sentence), fold(office.FindString(question))) && !formerHolder.MatchString(sentence)
}

// formerHolder says that somebody held an office then.
var formerHolder = regexp.MustCompile(`(?i)时任|原任|前任|\b(then|former)\b`)

// notHeld says that something is not held here, or that a page promises nothing: it cannot answer a question that it was not written for.
var notHeld = regexp.MustCompile(`本页不是|本页依据|我们持有|(?i)this page is not a promise|没有(可引的?|可靠的?)?(资料|材料)|没有公布|尚?未公布|(?i)\b(no|not) (material|published)\b|\bnot (held|published)\b|\bis no (figure|material)\b`)
