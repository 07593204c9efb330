package corpus

import "strings"

// A placeholder is what a scaffold puts where its author must write: 【待填写：企业全称】.
const (
	placeholderMark = "【待填写"
	placeholderEnd  = "】"
)

// Placeholder is the text that asks an author to write what hint says.
func Placeholder(hint string) string { return placeholderMark + "：" + hint + placeholderEnd }

// checkPlaceholder reports a placeholder in the text, and whether there is one. All else that could be said of such a text
// would only hide what is to be done.
func (p *page) checkPlaceholder(text, where string, line int) bool {
	_, rest, found := strings.Cut(text, placeholderMark)
	if !found {
		return false
	}
	hint, _, _ := strings.Cut(rest, placeholderEnd)
	hint = strings.TrimLeft(hint, "：: ")
	if hint != "" {
		hint = "：" + hint
	}
	p.fault(line, RulePlaceholder, where+"还没有填写"+hint, "写上内容，【】也一起换掉")
	return true
}
