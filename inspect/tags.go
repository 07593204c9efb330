package inspect

import (
	"fmt"
	"regexp"
	"slices"
)

var pubDate = regexp.MustCompile(`^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$`)

// columnTypes are the guideline's own words for the type of a column.
var columnTypes = []string{"首页", "概况信息", "机构职能", "工作动态", "政策文件", "数据发布", "政策解读", "办事服务", "咨询投诉"}

// tags judges the meta tags by kind of page.
func tags(pages []page) []Item {
	missing := map[string][]string{} // by tag, the pages without it
	need := func(p page, ok func(string) bool, names ...string) {
		for _, name := range names {
			if !ok(p.meta[name]) {
				missing[name] = append(missing[name], p.name)
			}
		}
	}
	columns, articles := 0, 0
	for _, p := range pages {
		if p.is404() {
			continue
		}
		need(p, filled, "SiteName", "SiteDomain", "SiteIDCode")
		if _, ok := p.meta["ArticleTitle"]; ok {
			articles++
			need(p, filled, "ArticleTitle", "ContentSource")
			need(p, pubDate.MatchString, "PubDate")
			continue
		}
		columns++
		need(p, filled, "ColumnName", "ColumnDescription", "ColumnKeywords")
		need(p, func(v string) bool { return slices.Contains(columnTypes, v) }, "ColumnType")
	}
	item := func(name string, pages int, tags ...string) Item {
		var wrong []string
		for _, tag := range tags {
			if n := len(missing[tag]); n > 0 {
				wrong = append(wrong, fmt.Sprintf("%s 缺 %d 页", tag, n))
			}
		}
		return Item{guideline, name, judge(len(wrong) == 0), fmt.Sprintf("%d 页%s", pages, list(wrong))}
	}
	return []Item{
		item("网站标签（名称、域名、标识码）", columns+articles, "SiteName", "SiteDomain", "SiteIDCode"),
		item("栏目标签", columns, "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"),
		item("内容标签", articles, "ArticleTitle", "PubDate", "ContentSource"),
	}
}

func filled(value string) bool { return value != "" }
