package importer

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"lvgu/index/figures"
)

// rank orders the kinds of mark: what has the smaller rank holds what has the larger one.
type rank int

// The ranks, outermost first. Between them lie those of headings without a number.
const (
	none    rank = 0
	annex   rank = 10 // 附件
	part    rank = 20 // 第一编, 第一部分
	subpart rank = 25 // 第一分编
	chapter rank = 30 // 第一章
	chunk   rank = 40 // 第一节
	article rank = 50 // 第一条
	item    rank = 60 // 一、
	subitem rank = 70 // （一）
	point   rank = 80 // 1.
)

// mark is the number that a paragraph begins with.
type mark struct {
	rank   rank
	number int    // 3 of 第三条
	extra  int    // 1 of 第三条之一; 0 where there is none
	label  string // as written: 第三条
	rest   string // what follows, without spaces around it
}

const numeral = `[一二三四五六七八九十百千零〇○０-９0-9]+`

var (
	divisionForm = regexp.MustCompile(`^第\s*(` + numeral + `)\s*(编|分编|部分|章|节)`)
	articleForm  = regexp.MustCompile(`^第\s*(` + numeral + `)\s*条(?:\s*之\s*([一二三四五六七八九十]+))?`)
	itemForm     = regexp.MustCompile(`^([一二三四五六七八九十百]+)\s*、`)
	subitemForm  = regexp.MustCompile(`^[（(]\s*([一二三四五六七八九十百]+)\s*[）)]`)
	pointForm    = regexp.MustCompile(`^(\d{1,3})\s*[.．、]`)
)

// maxDivision is how many characters the line of a chapter has at most; a longer one is a sentence that mentions it.
const maxDivision = 45

// readMark reads the mark of a paragraph. An article's number that goes on as a reference does (第十条第二款, 第十条、第十一条) is none.
func readMark(text string) mark {
	if m := divisionForm.FindStringSubmatch(text); m != nil {
		rest := strings.TrimSpace(text[len(m[0]):])
		if utf8.RuneCountInString(text) > maxDivision || strings.ContainsAny(rest, "。；，：") || refers(rest) {
			return mark{}
		}
		ranks := map[string]rank{"编": part, "部分": part, "分编": subpart, "章": chapter, "节": chunk}
		return mark{rank: ranks[m[2]], number: value(m[1]), label: squash(m[0]), rest: rest}
	}
	if m := articleForm.FindStringSubmatch(text); m != nil {
		rest := text[len(m[0]):]
		trimmed := strings.TrimSpace(rest)
		if goesOn.MatchString(trimmed) || rest == trimmed && (refers(rest) || !opens(rest)) {
			return mark{}
		}
		return mark{rank: article, number: value(m[1]), extra: value(m[2]), label: squash(m[0]), rest: trimmed}
	}
	for _, form := range []struct {
		form *regexp.Regexp
		rank rank
	}{{itemForm, item}, {subitemForm, subitem}, {pointForm, point}} {
		if m := form.form.FindStringSubmatch(text); m != nil {
			rest := strings.TrimSpace(text[len(m[0]):])
			if form.rank == point && rest != "" && rest[0] >= '0' && rest[0] <= '9' {
				return mark{} // 1.5万元
			}
			return mark{rank: form.rank, number: value(m[1]), label: squash(m[0]), rest: rest}
		}
	}
	return mark{}
}

var (
	// goesOn is what makes a number a reference even after a space.
	goesOn    = regexp.MustCompile(`^(?:第\s*` + numeral + `\s*[款项条目]|[、，,])`)
	reference = regexp.MustCompile(`^(?:第\s*` + numeral + `\s*[款项条目]|[、，,和及或与至的]|规定|所列|所称|之规定)`)
)

// refers reports whether what follows a number at once makes it a reference.
func refers(rest string) bool { return reference.MatchString(rest) }

// opens reports whether a text without a space after the number begins a clause all the same: with a caption, or plainly.
func opens(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return !strings.ContainsRune("。；：）)》”", r)
}

// value is a number written in Chinese or in digits, 0 where it is none.
func value(number string) int {
	if number == "" {
		return 0
	}
	for _, f := range figures.Find("第" + squash(number) + "条") {
		if f.Kind == figures.Ordinal {
			return int(f.Value)
		}
	}
	return 0
}

// squash drops spaces.
func squash(text string) string { return strings.Join(strings.Fields(text), "") }
