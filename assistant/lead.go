package assistant

import (
	"slices"
	"strconv"
	"strings"

	"lvgu/index/corpus"
)

// How much of where an answer stands its lead tells: more is read in the sources below.
const (
	maxLeadPages = 2   // pages named
	maxLeadPlace = 108 // bytes of the pages with their clauses: two lines of a phone, in Chinese and in English
)

// lead is the sentence before the quotation, in the visitor's language: what to mind first, how many items follow where a
// list does, on which page and in which clause they stand, and until when that is in force. What it tells is of the sources
// themselves, their names and dates, and never of their matter: that is the quotation's.
func (d *draft) lead() string {
	t := d.texts
	place := d.leadPlace(true, true)
	if clause := d.leadPlace(false, true); len(place) > maxLeadPlace && len(clause) <= maxLeadPlace {
		place = clause
	}
	if len(place) > maxLeadPlace {
		place = d.leadPlace(true, false)
	}
	until := ""
	if p := d.cited[0]; p.Status == corpus.InForce && d.all(func(other *corpus.Passage) bool { return other.Status == p.Status && other.Expires == p.Expires }) {
		until = WrittenDate(d.answer.Lang, p.Expires)
	}
	return t.lead(d.caveat(), d.listed, place, until)
}

// caveat is what a reader must know before the first word of the quotation, or nothing.
func (d *draft) caveat() caveat {
	status := func(s corpus.Status) bool { return d.all(func(p *corpus.Passage) bool { return p.Status == s }) }
	switch {
	case d.has(NoticePremise):
		return caveatPremise
	case d.unknown > 0:
		return caveatPart
	case d.otherYear:
		return caveatYear
	case status(corpus.Expired):
		return caveatExpired
	case d.all(func(p *corpus.Passage) bool { return p.Document.Applies == "no" }):
		return caveatOthers
	case status(corpus.Planned):
		return caveatPlanned
	case d.has(NoticeConflict):
		return caveatConflict
	case status(corpus.Unverified):
		return caveatUnverified
	default:
		return caveatNone
	}
}

// caveat names what a lead may begin with.
type caveat int

const (
	caveatNone       caveat = iota
	caveatPremise           // the question states otherwise
	caveatPart              // a part of the question has no answer
	caveatYear              // nothing is of the year asked about
	caveatExpired           // all of it is over
	caveatOthers            // none of it is for firms of the zone
	caveatPlanned           // all of it is a plan
	caveatConflict          // accounts differ
	caveatUnverified        // whether it is in force is not known
)

func (d *draft) all(is func(*corpus.Passage) bool) bool {
	return !slices.ContainsFunc(d.cited, func(p *corpus.Passage) bool { return !is(p) })
}

func (d *draft) has(code string) bool {
	return slices.ContainsFunc(d.answer.Notices, func(n Notice) bool { return n.Code == code })
}

// leadPlace names the pages quoted, with their clauses where these are wanted; or the clauses alone, where there is but one
// page to look for them on.
func (d *draft) leadPlace(titles, clauses bool) string {
	var pages []*corpus.Document
	headings := map[*corpus.Document][]string{}
	for _, p := range d.cited {
		if !slices.Contains(pages, p.Document) {
			pages = append(pages, p.Document)
		}
		if h := p.Heading; clauses && h != "" && h != p.Document.Title && !slices.Contains(headings[p.Document], h) {
			headings[p.Document] = append(headings[p.Document], h)
		}
	}
	if !titles && (len(pages) > 1 || len(headings) == 0) {
		titles = true
	}
	var names []string
	for _, page := range pages[:min(len(pages), maxLeadPages)] {
		title := ""
		if titles {
			title = trimTitle(page.Title)
		}
		names = append(names, d.texts.page(title, headings[page]))
	}
	return d.texts.pages(names, len(pages))
}

// leadZh and leadEn put a lead together.
func leadZh(c caveat, listed int, place, until string) string {
	s := [...]string{"", "与您说的不同：", "只能答其中一部分：", "不是所问的年份：", "已经过期，只作沿革：", "不适用于经开区企业：", "还在计划，不是已有：", "说法不一，一并列出：", "现在是否有效没有核实："}[c]
	if listed > 0 {
		s += "共 " + strconv.Itoa(listed) + " 项，"
	}
	s += "见" + place
	if until != "" {
		s += "，有效期到" + until
	}
	return s + "。"
}

func leadEn(c caveat, listed int, place, until string) string {
	s := [...]string{"", "Not as you put it", "Only a part can be answered", "Of another year than asked", "Expired, as history only", "Not for firms in the zone", "Planned, not existing", "Accounts differ, all are given", "Not confirmed to be in force"}[c]
	see := "See "
	if s != "" {
		s, see = s+": ", "see "
	}
	switch {
	case listed == 1:
		s += "1 item, "
	case listed > 1:
		s += strconv.Itoa(listed) + " items, "
	}
	if listed > 0 {
		see = "see "
	}
	s += see + place
	if until != "" {
		s += ", valid until " + until
	}
	return s + "."
}

func pageZh(title string, headings []string) string {
	s := ""
	if title != "" {
		s = "《" + title + "》"
	}
	for _, h := range headings {
		s += "“" + h + "”"
	}
	return s
}

func pageEn(title string, headings []string) string {
	clauses := strings.Join(headings, "; ")
	switch {
	case title == "":
		return "“" + clauses + "”"
	case clauses == "":
		return "“" + title + "”"
	default:
		return "“" + title + "” (" + clauses + ")"
	}
}

func pagesZh(names []string, all int) string {
	s := strings.Join(names, "和")
	if all > len(names) {
		s += "等 " + strconv.Itoa(all) + " 页"
	}
	return s
}

func pagesEn(names []string, all int) string {
	s := strings.Join(names, " and ")
	if all > len(names) {
		s += " among " + strconv.Itoa(all) + " pages"
	}
	return s
}
