package journal

import (
	"regexp"
	"strings"
)

// maskNumbers masks the numbers of persons among the digits of text.
func maskNumbers(text string) string {
	runs := digitRuns(text)
	for _, run := range runs {
		if !enough(run) {
			continue
		}
		for _, rule := range rules {
			for i := 0; i < len(run); {
				n := 0
				if !run[i].taken {
					n = rule(text, run[i:untaken(run, i)])
				}
				take(run[i : i+n])
				i += max(n, 1)
			}
		}
	}
	var b strings.Builder
	last := 0
	for _, run := range runs {
		for i := 0; i < len(run); i++ {
			if !run[i].taken {
				continue
			}
			start, end := run[i].start, run[i].check
			for ; i+1 < len(run) && run[i+1].taken; i++ {
				end = run[i+1].check
			}
			b.WriteString(text[last:plusBefore(text, start)])
			b.WriteString(masked)
			last = end
		}
	}
	if last == 0 {
		return text
	}
	b.WriteString(text[last:])
	return b.String()
}

// enough says whether a run has the digits of the shortest number that is masked. Most runs are years and articles.
func enough(run []group) bool {
	total := 0
	for _, g := range run {
		total += len(g.digits)
	}
	return total >= minNumber
}

func take(groups []group) {
	for i := range groups {
		groups[i].taken = true
	}
}

// untaken returns the end of the groups from i on that no rule took yet, as many as one number can have.
func untaken(run []group, i int) int {
	end := i
	for end < min(len(run), i+maxNumber) && !run[end].taken {
		end++
	}
	return end
}

// plusBefore returns where the plus sign in front of a number begins; start when there is none.
func plusBefore(text string, start int) int {
	for _, plus := range []string{"+", "＋"} {
		if strings.HasSuffix(text[:start], plus) {
			return start - len(plus)
		}
	}
	return start
}

// joined yields the digits of the first n groups for every n, longest first, as long as they are a number's.
func joined(groups []group, yield func(n int, digits string) bool) {
	total, n := 0, 0
	for n < len(groups) && total+len(groups[n].digits) <= maxNumber {
		total += len(groups[n].digits)
		n++
	}
	var buf [maxNumber]byte
	digits := buf[:0]
	for _, g := range groups[:n] {
		digits = append(digits, g.digits...)
	}
	for ; n > 0; n-- {
		if !yield(n, string(digits)) {
			return
		}
		digits = digits[:len(digits)-len(groups[n-1].digits)]
	}
}

// The digits of a number that is masked: minNumber of an announced document, maxNumber of a bank card in groups.
const (
	minNumber = 6
	maxNumber = 19
)

// longest returns the largest n for which the first n groups are such a number; zero when there is none.
func longest(groups []group, is func(n int, digits string) bool) int {
	found := 0
	joined(groups, func(n int, digits string) bool {
		if is(n, digits) {
			found = n
		}
		return found == 0
	})
	return found
}

// unit begins what follows a sum or an amount.
var unit = regexp.MustCompile(`(?i)^(?:[.．]\d+)?[\s余多]*(?:[元万亿千百美欧港人名家个户吨斤克平亩顷公台件套辆只米度倍次片颗支瓶箱年月日㎡²%％‰]|` +
	`(?:yuan|rmb|cny|usd|eur|dollars?|euros?|people|square|sqm|mu|tonn?es?|tons?|units?|pieces?|kwh?|years?)\b)`)

// sum ends what stands before a sum.
var sum = regexp.MustCompile(`(?i)(?:[¥￥$€£]|\b(?:rmb|cny|usd|eur)|人民币|资本|投资额?|产值|营收|收入|资金|金额|总额|预算)[\s:：为是约达]*$`)

// telephone and document end what announces a number of that kind.
var (
	telephone = regexp.MustCompile(`(?i)(?:电话|手机|座机|固话|联系方式|热线|致电|拨打|打给|传真|whatsapp|\b(?:tel|telephone|phone|mobile|cell|call|fax))` + announces)
	document  = regexp.MustCompile(`(?i)(?:身份证|护照|通行证|居住证|驾驶证|证件|银行卡|储蓄卡|信用卡|卡号|账号|帐号|账户|帐户|\b(?:passport|account|card|id))` + announces)
)

// public ends what announces the number of a paper, a book or a company.
var public = regexp.MustCompile(`(?i)(?:索引号|发文字号|文号|信用代码|税号|\b(?:index|isbn))` + announces)

// official ends an address of a page of the government: its digits are the page's.
var official = regexp.MustCompile(`(?i)\.gov\.cn/[\w/.?=&%-]*$`)

const announces = `(?:号码|号|是|为|我|\bis\b|\bnumber\b|\bno\b|\bat\b|[\s:：=.．,，(（+＋])*[a-z]{0,2}$`

// reach is how many bytes before a number what announces it is looked for in.
const reach = 96

// before returns the text right before a group, long enough for what announces a number.
func before(text string, g group) string {
	return strings.ToValidUTF8(text[max(0, g.start-reach):g.start], "")
}
