package inspect

import (
	"fmt"
	"regexp"
	"strings"
)

// siteCode is the form of a site's code: ten digits.
var siteCode = regexp.MustCompile(`^\d{10}$`)

// footerRows are what the footer of the home page names, by the words it is found by.
var footerRows = []string{"主办单位", "联系方式", "党政机关网站标识", "网站标识码", "ICP备案号", "公安备案号", "网站地图", "我为政府网站找错"}

// footer judges the foot of the Chinese home page.
func footer(pages []page) []Item {
	for _, p := range pages {
		if p.name != "index.html" {
			continue
		}
		var wanting []string
		for _, row := range footerRows {
			if !strings.Contains(p.text, row) {
				wanting = append(wanting, row)
			}
		}
		code := p.meta["SiteIDCode"]
		return []Item{
			{guideline, "页脚要素", judge(len(wanting) == 0), fmt.Sprintf("缺 %d 项%s", len(wanting), list(wanting))},
			{guideline, "网站标识码是 10 位数字", judge(siteCode.MatchString(code)), fmt.Sprintf("“%s”", code)},
		}
	}
	return []Item{{guideline, "页脚要素", Failed, "没有首页"}}
}
