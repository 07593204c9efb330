package inspect

import (
	"fmt"
	"strings"
)

// accessibility judges what a program can see of a page's access: texts for pictures, language, landmarks, one title.
func accessibility(pages []page) []Item {
	var noAlt, noLang, noMain, titles, noElder []string
	for _, p := range pages {
		for _, img := range p.elements("img") {
			if _, ok := lookup(img, "alt"); !ok {
				noAlt = append(noAlt, p.name)
			}
		}
		for _, root := range p.elements("html") {
			if attribute(root, "lang") == "" {
				noLang = append(noLang, p.name)
			}
		}
		if len(p.elements("main")) != 1 {
			noMain = append(noMain, p.name)
		}
		if len(p.elements("h1")) != 1 {
			titles = append(titles, p.name)
		}
		elder := false
		for _, button := range p.elements("button") {
			elder = elder || attribute(button, "data-module") == "elder"
		}
		if !elder {
			noElder = append(noElder, p.name)
		}
	}
	item := func(name string, wrong []string) Item {
		return Item{access, name, judge(len(wrong) == 0), fmt.Sprintf("缺 %d 处%s", len(wrong), list(wrong))}
	}
	return []Item{
		item("图片有替代文字", noAlt), item("页面标明语言", noLang), item("有正文地标", noMain), item("每页一个大标题", titles), item("有长辈版入口", noElder),
		{access, "读屏、键盘、对比度", Manual, "浏览器测试查了 axe 和键盘，请再用读屏软件走一遍"},
	}
}

// privacy judges the labels of generated texts and what the owner has yet to fill in.
func privacy(pages []page) []Item {
	const blank = "待填写"
	var toFill []string
	labelled := 0
	for _, p := range pages {
		if strings.HasSuffix(p.name, "privacy/index.html") && strings.Contains(p.text, blank) {
			toFill = append(toFill, p.name)
		}
		for _, note := range p.elements("p") {
			if attribute(note, "data-code") == "aigc" && !strings.Contains(p.name, "styleguide") {
				labelled++
			}
		}
	}
	return []Item{
		{labels, "人工智能辅助写成的页面有标识", Passed, fmt.Sprintf("有标识的 %d 页；front matter 写 aigc: true 即标", labelled)},
		{labels, "隐私页写明处理者、联系方式、期限", judge(len(toFill) == 0), fmt.Sprintf("还有“%s”的 %d 页%s", blank, len(toFill), list(toFill))},
	}
}
