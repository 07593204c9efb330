package assistant

import "regexp"

// minTrade is the share of whom support is asked for that a passage must hold. Without it, any policy answers any trade:
// what a firm can have is asked in the words of every policy.
const minTrade = 0.2

// supportWords ask for support, whoever it is for.
var supportWords = regexp.MustCompile(`(?i)优惠|补贴|补助|扶持|支持|奖励|政策|减免|税收|资金|企业|公司|项目|能享受|享受|能拿|能领|能申请|申请|可以|拿到|到手|获得|适用|我们|我是|来|丽水|经开区|当地|这里|` +
	`\b(incentives?|subsid\w+|relief|grants?|polic(y|ies)|support|tax|firms?|compan(y|ies)|business(es)?|projects?|get|enjoy|apply|available|lishui|zone|etdz)\b`)

// supported is whom a question asks support for: a trade, a kind of person. It is nil where it asks for nobody in particular, or
// not for support.
func (l *library) supported(q inquiry) *matter {
	if !q.support || q.kind == kindQuantity {
		return nil
	}
	m := l.newMatter(supportWords.ReplaceAllString(q.unclaimed(), " "), q.lang)
	if !m.named() {
		return nil
	}
	return m
}
