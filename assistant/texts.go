package assistant

import (
	"fmt"
	"strings"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// texts are what the assistant says in its own words, in one language. None holds a figure of its own but the rule of a conversion: dates come
// from the passage they speak of.
type texts struct {
	declined, nothing, unclear, outdated, premise, partial, otherYear, conflict, lagging, unavailable, original string
	contact                                                                                                     Contact
	expired                                                                                                     func(title, date string) string
	unverified, textNotHeld, planned, appliedThen                                                               func(string) string
	asOf                                                                                                        func(dates []string) string
	notApplicable                                                                                               func(title, note string) string
	conversion                                                                                                  func(from, to string) string
	colon, space                                                                                                string // space: between two sentences
	lead                                                                                                        func(c caveat, listed int, place, until string) string
	page                                                                                                        func(title string, headings []string) string
	pages                                                                                                       func(names []string, all int) string
}

var messages = map[string]texts{
	corpus.Chinese: {
		declined:    "现有资料没有这个问题的答案，不作推测。下面是最接近的资料，供参考。",
		nothing:     "现有资料没有这个问题的答案，不作推测。",
		unclear:     "没有看出要问的是什么。可以问用地、补助、税收、人才、飞地、办事手续，一次问一件事。",
		outdated:    "只找到已经失效的规定，不能作为现在可以享受的依据。下面列出沿革，现行办法请向主管部门核实。",
		premise:     "资料的说法与您所说的不同，请以下面引用的原文为准。",
		partial:     "您的问题里有一部分没有资料可答，请向有关部门核实。",
		otherYear:   "所问年份的数字没有资料，引用的是别的年份，请看原文里的日期。",
		conflict:    "关于这一点，资料有不同说法，一并列出。",
		lagging:     "英文页落后于中文页，以中文为准。",
		unavailable: "语言模型这次没有可用的回答，下面是原文摘录。",
		original:    "原文：",
		contact:     Contact{Text: "请向经开区投资促进部门核实（联系方式见“联系我们”）", URL: "/about/contact/"},
		colon:       "：",
		lead:        leadZh, page: pageZh, pages: pagesZh,
		expired: func(title, date string) string {
			if date == "" {
				return "《" + trimTitle(title) + "》已失效，只作沿革，不能作为现在可以享受的依据。"
			}
			return "《" + trimTitle(title) + "》的有效期到" + date + "，已经过期，只作沿革，不能作为现在可以享受的依据。"
		},
		unverified: func(title string) string {
			return "《" + trimTitle(title) + "》现在是否有效没有核实，请以主管部门的答复为准。"
		},
		textNotHeld: func(title string) string {
			return "没有收录《" + trimTitle(title) + "》的正文，只能回答已知的要点。"
		},
		planned: func(title string) string {
			return trimTitle(title) + "处于计划（筹建）阶段，不是已有的。"
		},
		appliedThen: func(title string) string {
			return "《" + trimTitle(title) + "》当时适用于经开区企业，现在是否适用没有核实。"
		},
		notApplicable: func(title, note string) string {
			return strings.TrimSpace("《" + trimTitle(title) + "》不适用于经开区企业。" + note)
		},
		conversion: func(from, to string) string {
			return from + "约合 " + to + "；这是本站按 1 公顷 = 15 亩换算的，不是原文。"
		},
		asOf: func(dates []string) string { return "资料截至" + strings.Join(dates, "、") + "。" },
	},
	corpus.English: {
		declined:    "The published material holds no answer to this question, and we do not guess. The nearest material is shown below.",
		nothing:     "The published material holds no answer to this question, and we do not guess.",
		unclear:     "It is not clear what this asks. You can ask about land, subsidies, tax, talent, offsite zones and procedures, one thing at a time.",
		outdated:    "Only rules that have expired were found; they give no entitlement today. They are shown as history; please check the current rules with the authority in charge.",
		premise:     "The material says otherwise than your question does; the quotation below is what it says.",
		partial:     "Part of your question is not covered by the published material; please check it with the authority in charge.",
		otherYear:   "Nothing is held for the year you ask about; what is quoted is of another time, see its dates.",
		conflict:    "The material gives differing accounts of this; they are shown together.",
		unavailable: "The language model gave no usable answer this time; these are quotations.",
		original:    "The text says: ",
		lagging:     "The English page lags behind the Chinese one, which prevails.",
		contact:     Contact{Text: "Please check with the zone's investment promotion department (see Contact).", URL: "/en/about/contact/"},
		colon:       ": ",
		lead:        leadEn, page: pageEn, pages: pagesEn,
		space: " ",
		expired: func(title, date string) string {
			if date == "" {
				return "“" + title + "” is no longer in force; it is history, not an entitlement."
			}
			return "“" + title + "” ran until " + date + " and has expired; it is history, not an entitlement."
		},
		unverified: func(title string) string {
			return "Whether “" + title + "” is in force today is not confirmed; please check with the authority."
		},
		textNotHeld: func(title string) string {
			return "The text of “" + title + "” is not held; only the points known can be answered."
		},
		planned: func(title string) string { return "The " + title + " is planned; it is not in operation." },
		appliedThen: func(title string) string {
			return "“" + title + "” applied to firms in the zone at the time; whether it does today is not confirmed."
		},
		notApplicable: func(title, note string) string {
			return strings.TrimSpace("“" + title + "” does not apply to firms in the zone. " + note)
		},
		conversion: func(from, to string) string {
			return from + " is about " + to + "; converted by this site at 15 mu to the hectare, not part of the text."
		},
		asOf: func(dates []string) string { return "As of " + strings.Join(dates, ", ") + "." },
	},
}

// trimTitle takes the title marks off a title that has them already.
func trimTitle(title string) string { return strings.Trim(title, "《》") }

// quote is a statement as it is shown: the words of the passage. A row gets its heading first, unless that holds a
// figure, since a heading is no part of the passage quoted.
func (t texts) quote(s statement) string {
	if s.passage.Kind != corpus.Row || s.passage.Heading == "" || len(figures.Find(s.passage.Heading)) > 0 {
		return s.text
	}
	return fmt.Sprint(s.passage.Heading, t.colon, s.text)
}
