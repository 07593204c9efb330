package inspect

import (
	"fmt"
	"strings"
	"time"
)

// Result is what became of one item.
type Result int

// The results in the order in which a reader wants to see them.
const (
	Failed Result = iota
	Manual        // a person must look
	Passed
)

// String is the word of the report.
func (r Result) String() string {
	return [...]string{"不合格", "需人工", "合格"}[r]
}

// Item is one thing that is inspected.
type Item struct {
	Rule   string // where it is written: "检查指标", "发展指引"
	Name   string // what is asked, in Chinese
	Result Result
	Detail string // what was found, in Chinese
}

// Report is one inspection.
type Report struct {
	Day     time.Time
	Version string // of the content
	Pages   int    // built pages, in both languages
	Items   []Item
}

// Failed is how many items failed.
func (r *Report) Failed() int { return r.count(Failed) }

func (r *Report) count(result Result) int {
	n := 0
	for _, item := range r.Items {
		if item.Result == result {
			n++
		}
	}
	return n
}

// String is the report on one page, in Chinese.
func (r *Report) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "政府网站自查　%s　内容版本 %s　页面 %d\n", r.Day.Format("2006年1月2日"), r.Version, r.Pages)
	fmt.Fprintf(&out, "不合格 %d　需人工 %d　合格 %d\n", r.count(Failed), r.count(Manual), r.count(Passed))
	rule := ""
	for _, item := range r.Items {
		if item.Rule != rule {
			rule = item.Rule
			fmt.Fprintf(&out, "\n%s\n", rule)
		}
		fmt.Fprintf(&out, "  [%s] %s：%s\n", item.Result, item.Name, item.Detail)
	}
	return out.String()
}

// judge is passed where nothing is wrong, and failed otherwise.
func judge(ok bool) Result {
	if ok {
		return Passed
	}
	return Failed
}
