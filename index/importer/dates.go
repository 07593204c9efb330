package importer

import (
	"fmt"
	"regexp"
	"strings"

	"lvgu/index/figures"
)

// iso writes a day as the front matter does; empty for what has no year.
func iso(d figures.Day) string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// firstDate is the first date of a text, empty where there is none.
func firstDate(text string) string {
	for _, f := range figures.Find(text) {
		if f.Kind == figures.Date {
			return iso(f.From)
		}
	}
	return ""
}

var (
	passed     = regexp.MustCompile(`通过|批准|公布|修正|修订|发布|颁布|印发`)
	publishing = regexp.MustCompile(`公布|发布|颁布|印发`)
	amending   = regexp.MustCompile(`修正|修订|修改`)
	inEffect   = regexp.MustCompile(`^.{0,6}(?:施行|实施|生效)`)
)

// adopted are the dates of a note on adoption: the last on which the text was passed, amended or published, and the last from
// which it applies.
func adopted(h head) (issued, effective string, published bool) {
	amended := false
	for _, b := range h.before {
		if b.Table != nil || labelled.MatchString(b.Text) {
			continue
		}
		dates := []figures.Figure{}
		for _, f := range figures.Find(b.Text) {
			if f.Kind == figures.Date {
				dates = append(dates, f)
			}
		}
		for i, d := range dates {
			after := b.Text[d.End:]
			if i+1 < len(dates) {
				after = b.Text[d.End:dates[i+1].Start]
			}
			switch {
			case inEffect.MatchString(after):
				effective = max(effective, iso(d.From))
			case passed.MatchString(after):
				if day := iso(d.From); day > issued {
					issued, published = day, publishing.MatchString(after)
				}
				amended = amended || amending.MatchString(after)
			}
		}
	}
	return issued, effective, published && !amended
}

// setIssued takes the date of issue from the note on adoption, the labels, the signature, the imprint or a line with a date.
func (f *facts) setIssued(h head, labels map[string]string, signature []string) {
	if f.issued, _, f.published = adopted(h); f.issued != "" {
		return
	}
	f.published = true
	if f.issued = firstDate(firstOf(labels, "成文日期", "公布日期", "发布日期")); f.issued != "" {
		return
	}
	for _, b := range h.before {
		if dateOnly.MatchString(b.Text) {
			f.issued = firstDate(b.Text)
			return
		}
	}
	for _, line := range signature {
		if dateOnly.MatchString(line) || strings.HasSuffix(line, "印发") {
			if f.issued = firstDate(line); f.issued != "" {
				return
			}
		}
	}
	f.doubt("issued", "文中没有写明通过、公布或成文的日期", false)
}

var (
	// start finds from when a document applies.
	start     = regexp.MustCompile(`自([^。；，《》]{2,24}?)(?:起|之日起|以后)(?:正式)?(?:施行|实施|执行|生效|试行)`)
	sameDay   = regexp.MustCompile(`^(?:公布|发布|印发|颁布|通过|下发)之?日?$`)
	ofItself  = regexp.MustCompile(`本(?:法|条例|规定|办法|细则|规则|决定|意见|通知|通告|公告|方案|措施|政策|指南|标准|清单|规程|若干|实施|政策意见|文件)`)
	untilForm = regexp.MustCompile(`(?:有效期|施行期|执行期|期限|执行|施行|实施|有效)[^。；]{0,24}?(?:至|到|截止)`)
	termForm  = regexp.MustCompile(`(?:有效期|试行期|执行期限|施行期)[^。；，]{0,6}?[一二三四五六七八九十\d]{1,3}\s*(?:年|个月)`)
)

// setEffective takes the day from which the document applies from the note on adoption or from the last paragraph that says so.
func (f *facts) setEffective(h head, labels map[string]string, sections []*section) {
	if f.effective = firstDate(firstOf(labels, "生效日期", "实施日期", "施行日期")); f.effective != "" {
		return
	}
	_, noted, _ := adopted(h)
	said := lastMatch(sections, start)
	switch {
	case said == nil:
		f.effective = noted
	case firstDate(said[1]) != "":
		f.effective = firstDate(said[1])
	case sameDay.MatchString(said[1]) && f.issued != "" && f.published:
		f.effective = f.issued
		f.doubt("effective", "文中写“"+said[0]+"”，按发布日期 "+f.issued+" 填写，请核对", false)
		return
	default:
		f.doubt("effective", "文中写“"+said[0]+"”，没有写明是哪一天", false)
		return
	}
	if f.effective == "" {
		f.doubt("effective", "文中没有写明从哪一天起施行", false)
	}
}

// setExpires takes the day of expiry only where the text names it; a term in years is for a person to reckon.
func (f *facts) setExpires(labels map[string]string, sections []*section) {
	if f.expires = firstDate(firstOf(labels, "失效日期", "废止日期")); f.expires != "" {
		return
	}
	for i := len(sections) - 1; i >= 0; i-- {
		for _, text := range sections[i].texts() {
			if !ofItself.MatchString(text) {
				continue
			}
			for sentence := range strings.SplitSeq(text, "。") {
				at := untilForm.FindStringIndex(sentence)
				if at != nil && (at[0] == 0 || ofItself.MatchString(sentence)) && dateFollows(sentence[at[1]:]) {
					f.expires = firstDate(sentence[at[1]:])
					return
				}
			}
			if said := termForm.FindString(text); said != "" {
				f.doubt("expires", "文中写“"+said+"”，没有写明到哪一天", false)
				return
			}
		}
	}
}

// dateFollows reports whether a text begins with a date.
func dateFollows(text string) bool {
	for _, f := range figures.Find(text) {
		return f.Kind == figures.Date && f.Start <= len("为")
	}
	return false
}

// lastMatch is what the form finds in the last paragraph where it finds anything, in the document itself.
func lastMatch(sections []*section, form *regexp.Regexp) []string {
	for i := len(sections) - 1; i >= 0; i-- {
		texts := sections[i].texts()
		for j := len(texts) - 1; j >= 0; j-- {
			if m := form.FindStringSubmatch(texts[j]); m != nil {
				return m
			}
		}
	}
	return nil
}

// texts are the paragraphs of a section, those of the attachments and of the signature aside.
func (s *section) texts() []string {
	var list []string
	if s.heading == signatureHeading || s.heading == attachmentsHeading {
		return nil
	}
	list = append(list, s.heading)
	for _, b := range s.blocks {
		list = append(list, b.Text)
	}
	return list
}
