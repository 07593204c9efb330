package index

import "strings"

// asked is the kind of answer that a question wants, by its words.
type asked struct {
	number, date, contact, list bool
}

var askedWords = []struct {
	kind  func(*asked) *bool
	words []string
}{
	{func(a *asked) *bool { return &a.number }, []string{"多少", "几", "多大", "多高", "比例", "金额", "标准", "额度", "上限", "幅度", "how many", "how much", "how large", "percent"}},
	{func(a *asked) *bool { return &a.date }, []string{"什么时候", "何时", "时间", "哪天", "几号", "几月", "日期", "期限", "多久", "多长", "哪年", "哪一年", "when", "year", "date", "how long"}},
	{func(a *asked) *bool { return &a.contact }, []string{"电话", "热线", "网址", "网站", "邮箱", "联系方式", "号码", "路径", "phone", "contact", "email", "website"}},
	{func(a *asked) *bool { return &a.list }, []string{"哪些", "有哪", "措施", "条件", "要求", "材料", "举措", "内容", "流程"}},
}

func readAsked(text string) asked {
	text = strings.ToLower(text)
	var a asked
	for _, k := range askedWords {
		for _, w := range k.words {
			if strings.Contains(text, w) {
				*k.kind(&a) = true
			}
		}
	}
	return a
}
