package index

import (
	"hash/fnv"
	"io"
	"regexp"
	"strings"

	"lvgu/index/analysis"
)

// asked is the kind of answer that a question wants, by its words.
type asked struct {
	number, date, contact, list bool
	year                        bool // it names one
}

// namesYear finds a year of this or the last century.
var namesYear = regexp.MustCompile(`(^|[^0-9])(19|20)[0-9]{2}($|[^0-9])`)

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
	a := asked{year: namesYear.MatchString(text)}
	for _, k := range askedWords {
		for _, w := range k.words {
			if strings.Contains(text, w) {
				*k.kind(&a) = true
			}
		}
	}
	return a
}

// hashTokens names a text by what it says, whatever the punctuation and writing of characters; 0 for an empty text.
func hashTokens(tokens []analysis.Token) uint64 {
	if len(tokens) == 0 {
		return 0
	}
	h := fnv.New64a()
	for _, t := range tokens {
		io.WriteString(h, t.Text)
		h.Write([]byte{0})
	}
	return max(h.Sum64(), 1)
}

// asks appends the hashes of a passage's heading and typical questions.
func (p *Passage) asks(hashes []uint64) []uint64 {
	for _, text := range append([]string{p.Heading}, p.Questions...) {
		if h := hashTokens(analysis.Tokenize(text)); h != 0 {
			hashes = append(hashes, h)
		}
	}
	return hashes
}
