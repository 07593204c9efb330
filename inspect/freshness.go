package inspect

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"lvgu/index/corpus"
)

// The thresholds of 国办秘函〔2019〕19号, 单项否决.
const (
	homeDays    = 14  // the home page is updated within two weeks
	newsDays    = 14  // so are columns of news,
	noticeDays  = 183 // and within half a year those of notices and policies
	staleLimit  = 5   // this many columns that are not fail the site
	emptyLimit  = 5   // and so do this many empty ones
	shownInLine = 5   // how many names a line of the report holds
)

// columns are the sections whose pages the inspection dates, by how old they may be.
var columns = []struct {
	section, name string
	days          int
}{
	{"stories", "成功案例（工作动态）", newsDays},
	{"policies", "政策条款（政策文件）", noticeDays},
}

// freshness judges how old the content is, and whether its dates can be true.
func freshness(c *corpus.Corpus, now time.Time) []Item {
	newest, count := map[string]string{}, map[string]int{}
	var future []string
	today := now.Format(time.DateOnly)
	for _, d := range c.Documents {
		if d.Date > today {
			future = append(future, d.Path)
		}
		if d.Lang != corpus.Chinese {
			continue
		}
		newest[""] = max(newest[""], d.Date)
		if d.ID == d.Section { // the list itself fills no column
			count[d.Section] += 0
			continue
		}
		newest[d.Section] = max(newest[d.Section], d.Date)
		count[d.Section]++
	}
	var stale, empty []string
	for _, column := range columns {
		if age(newest[column.section], now) > column.days {
			stale = append(stale, fmt.Sprintf("%s最近一次 %s", column.name, orNone(newest[column.section])))
		}
	}
	for section, pages := range count {
		if pages == 0 && section != "" {
			empty = append(empty, section)
		}
	}
	days := age(newest[""], now)
	return []Item{
		{indicators, "首页两周内有更新", judge(days <= homeDays), fmt.Sprintf("最近发布 %s，%d 天前", orNone(newest[""]), days)},
		{indicators, "栏目按期更新（5 个以上超期为不合格）", judge(len(stale) < staleLimit), fmt.Sprintf("超期 %d 个%s", len(stale), list(stale))},
		{indicators, "没有空白栏目（5 个以上为不合格）", judge(len(empty) < emptyLimit), fmt.Sprintf("空白 %d 个%s", len(empty), list(empty))},
		{indicators, "发稿日期不早写、不晚写", judge(len(future) == 0), fmt.Sprintf("日期在将来的页面 %d 个%s", len(future), list(future))},
	}
}

// age is how many days have passed since a date; a date that is none is as old as can be.
func age(date string, now time.Time) int {
	then, err := time.ParseInLocation(time.DateOnly, date, now.Location())
	if err != nil {
		return 1 << 20
	}
	return int(now.Sub(then).Hours() / 24)
}

func orNone(date string) string {
	if date == "" {
		return "无"
	}
	return date
}

// list is the first names of a list, for a line of the report.
func list(names []string) string {
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	more := ""
	if len(names) > shownInLine {
		more = " 等"
	}
	return "：" + strings.Join(names[:min(len(names), shownInLine)], "、") + more
}
