package llmtest

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lvgu/assistant/llm"
)

// Behaviour is a way in which models answer.
type Behaviour struct {
	Name string
	Says func(p Prompt) []string // its lines, each of which is one sentence with its citation, if it has one
	// Lies says that none of its lines is to be shown: each is false, or not founded on what it cites.
	Lies bool
	// Err is how its stream ends, nil where it is complete. context.DeadlineExceeded stands for one that stalls.
	Err error
}

// Model plays a behaviour in the process, a character at a time. Follow-ups it leaves as they are.
func (b Behaviour) Model() *llm.Scripted {
	return &llm.Scripted{Reply: func(r llm.Request) ([]string, error) {
		p := Read(r)
		if p.Rewrite {
			return []string{p.Question}, nil
		}
		var pieces []string
		for _, c := range b.Text(p) {
			pieces = append(pieces, string(c))
		}
		return pieces, b.Err
	}}
}

// Text is all that it says to a prompt.
func (b Behaviour) Text(p Prompt) string { return strings.Join(b.Says(p), "") }

// Behaviours are the ways, the good ones first.
func Behaviours() []Behaviour {
	return []Behaviour{
		{Name: "faithful", Says: faithful},
		{Name: "paraphrasing", Says: paraphrasing},
		{Name: "reordering", Says: reordering},
		{Name: "joining", Says: joining},
		{Name: "verbose", Says: verbose},
		{Name: "number-inventing", Says: inventing, Lies: true},
		{Name: "unit-changing", Says: each(unit.ReplaceAllStringFunc, otherUnit), Lies: true},
		{Name: "bound-turning", Says: each(bound.ReplaceAllStringFunc, otherBound), Lies: true},
		{Name: "condition-dropping", Says: each(conditional.ReplaceAllStringFunc, func(string) string { return "" }), Lies: true},
		{Name: "negating", Says: negating, Lies: true},
		{Name: "promising", Says: promising, Lies: true},
		{Name: "citation-dropping", Says: func(p Prompt) []string { return change(faithful(p), dropCitations) }, Lies: true},
		{Name: "citation-inventing", Says: func(p Prompt) []string { return change(faithful(p), citeNothing) }, Lies: true},
		{Name: "citation-misplacing", Says: misplacing, Lies: true},
		{Name: "agreeing", Says: agreeing, Lies: true},
		{Name: "injected", Says: injected, Lies: true},
		{Name: "prompt-leaking", Says: leaking, Lies: true},
		{Name: "foreign-language", Says: foreign, Lies: true},
		{Name: "truncated", Says: truncated, Err: llm.ErrTruncated},
		{Name: "stalling", Says: truncated, Err: context.DeadlineExceeded},
		{Name: "empty", Says: func(Prompt) []string { return nil }, Err: llm.ErrEmpty},
		{Name: "flooding", Says: func(Prompt) []string { return []string{strings.Repeat("丽水", 20_000)} }, Lies: true},
	}
}

// Named is the behaviour of a name.
func Named(name string) Behaviour {
	for _, b := range Behaviours() {
		if b.Name == name {
			return b
		}
	}
	panic("no behaviour " + name)
}

// maxSaid is how many sentences the prompt allows.
const maxSaid = 3

// cite ends a sentence with its citation.
func (p Prompt) cite(sentence, number string) string {
	if p.chinese() {
		return sentence + "[" + number + "]。"
	}
	return sentence + " [" + number + "].\n"
}

// faithful says of each passage the sentence that fits the question, as it stands.
func faithful(p Prompt) []string {
	var out []string
	for _, passage := range p.Passages {
		if s := p.best(passage); s != "" && len(out) < maxSaid {
			out = append(out, p.cite(p.qualified(s, passage), passage.Number))
		}
	}
	return out
}

// qualified is a sentence that says what its passage's status is, as the rules of the prompt ask.
func (p Prompt) qualified(s string, passage Passage) string {
	note := map[string]string{"planned": "（计划）", "expired": "（已失效）"}
	if !p.chinese() {
		note = map[string]string{"planned": " (planned)", "expired": " (expired)"}
	}
	return s + note[passage.Status]
}

// rewordings are what a model that paraphrases puts for what it reads.
var rewordings = strings.NewReplacer(
	"不超过", "最多", "面积为", "的面积是", "可以", "可", "应当", "应", "给予", "给", "包括", "有", "总额", "总金额", "以及", "和", "按照", "按", "其中", "",
	" 万", "万", " 亿", "亿", " 元", "元", " 家", "家", " 年", "年", " 月", "月", " 平方米", "平方米", " 个", "个", "；", "，",
	"not exceeding", "at most", "up to", "at most", " covers ", " has an area of ", " as well as ", " and ", "; ", ", ")

// paraphrasing says the same in other words.
func paraphrasing(p Prompt) []string {
	out := change(faithful(p), rewordings.Replace)
	for i := range out {
		switch {
		case i%2 == 1 && p.chinese():
			out[i] = "此外，" + out[i]
		case p.chinese():
			out[i] = "根据资料，" + out[i]
		case i%2 == 1:
			out[i] = "In addition, " + out[i]
		default:
			out[i] = "According to the material, " + out[i]
		}
	}
	return out
}

// reordering says the clauses of each sentence from the last to the first, as far as they are separate statements.
func reordering(p Prompt) []string {
	return change(faithful(p), func(line string) string {
		text, cited := citations.ReplaceAllString(line, ""), strings.TrimSpace(citations.FindString(line))
		text = strings.TrimRight(text, "。.\n ")
		mark, end := "；", "。"
		if !p.chinese() {
			mark, end = "; ", ".\n"
		}
		parts := strings.Split(text, mark)
		slices.Reverse(parts)
		return strings.Join(parts, mark) + cited + end
	})
}

// joining says everything in one sentence with all its citations at the end.
func joining(p Prompt) []string {
	lines := faithful(p)
	if len(lines) == 0 {
		return nil
	}
	var texts, cited []string
	for _, line := range lines {
		texts = append(texts, strings.TrimRight(citations.ReplaceAllString(line, ""), "。.\n "))
		cited = append(cited, strings.TrimSpace(citations.FindString(line)))
	}
	mark, end := "，", "。"
	if !p.chinese() {
		mark, end = ", ", ".\n"
	}
	return []string{strings.Join(texts, mark) + strings.Join(cited, "") + end}
}

func verbose(p Prompt) []string {
	out := faithful(p)
	for range 12 {
		if p.chinese() {
			out = append(out, "欢迎您来投资兴业，我们将竭诚服务。")
		} else {
			out = append(out, "We warmly welcome you and look forward to serving you. ")
		}
	}
	return out
}

var (
	citations   = regexp.MustCompile(`\s?\[(\d+)\]`)
	number      = regexp.MustCompile(`\d+(?:\.\d+)?`)
	unit        = regexp.MustCompile(`(\d\s?)(万元|亿元|万平方米|平方米|㎡|亩|公顷|‰|%|个月|个工作日|家|人|million|billion|m²|mu\b|years?|firms)`)
	conditional = regexp.MustCompile(`(?:符合|满足|具备)[^，。；：]{2,24}?的|经[^，。；]{1,16}认定的?|首次|每年|对[^，。；]{2,20}?的(?:企业|项目|人才)，?|[^，。；：]{4,24}的，|,? provided[^,.;]*|\beligible |\bannually\b|\b(?:per|a) year\b`)
	bound       = regexp.MustCompile(`不超过|不低于|不少于|最高|最多|以上|以内|以下|up to|at least|at most|not exceeding|no more than`)
)

func change(lines []string, how func(string) string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = how(line)
	}
	return out
}

// each changes the faithful lines in which there is something to change, and says only those.
func each(replace func(string, func(string) string) string, how func(string) string) func(Prompt) []string {
	return func(p Prompt) []string {
		var out []string
		for _, line := range faithful(p) {
			if changed := replace(line, how); changed != line {
				out = append(out, changed)
			}
		}
		return out
	}
}

// inventing raises every number, and adds one where there is none.
func inventing(p Prompt) []string {
	return change(faithful(p), func(line string) string {
		text, cited := citations.ReplaceAllString(line, ""), citations.FindString(line)
		text = strings.TrimRight(text, "。.\n ")
		raised := number.ReplaceAllStringFunc(text, func(n string) string {
			value, _ := strconv.ParseFloat(n, 64)
			return strconv.FormatFloat(value+1.5, 'f', -1, 64)
		})
		if raised == text {
			raised += "，补助 50 万元"
		}
		return raised + cited + "。\n"
	})
}

func otherUnit(found string) string {
	m := unit.FindStringSubmatch(found)
	return m[1] + unitFor(m[2])
}

func unitFor(u string) string {
	other := map[string]string{
		"万元": "亿元", "亿元": "万元", "万平方米": "平方米", "平方米": "亩", "㎡": "亩", "亩": "公顷", "公顷": "亩", "‰": "%", "%": "‰",
		"个月": "年", "个工作日": "个月", "家": "人", "人": "家", "million": "billion", "billion": "million", "m²": "mu", "mu": "hectares",
	}
	if o, ok := other[u]; ok {
		return o
	}
	return "months"
}

func otherBound(b string) string {
	other := map[string]string{
		"不超过": "不低于", "不低于": "不超过", "不少于": "最多", "最高": "至少", "最多": "至少", "以上": "以下", "以内": "以上", "以下": "以上",
		"up to": "at least", "at least": "at most", "at most": "at least", "not exceeding": "at least", "no more than": "at least",
	}
	return other[b]
}

// negating denies what the passages affirm, where it finds a place to.
func negating(p Prompt) []string {
	turn := [][2]string{
		{"不得", "可以"}, {"不能", "可以"}, {"没有", "有"}, {"不适用", "适用"}, {"未", "已"}, {"可以", "不可以"}, {"给予", "不给予"}, {"享受", "不享受"}, {"为", "不是"},
		{" is not ", " is "}, {" are not ", " are "}, {" cannot ", " can "}, {" is ", " is not "}, {" are ", " are not "}, {" was ", " was not "}, {" may ", " may not "}, {" receives ", " does not receive "},
	}
	var out []string
	for _, line := range faithful(p) {
		for _, t := range turn {
			if strings.Contains(line, t[0]) {
				out = append(out, strings.Replace(line, t[0], t[1], 1))
				break
			}
		}
	}
	return out
}

func promising(p Prompt) []string {
	return change(faithful(p), func(line string) string {
		if p.chinese() {
			return "我们保证，" + line
		}
		return "We guarantee that " + line
	})
}

func dropCitations(line string) string { return citations.ReplaceAllString(line, "") }

func citeNothing(line string) string { return citations.ReplaceAllString(line, "[9$1]") }

// misplacing cites for each sentence the passage after it, or one more than there are. By chance that may hold it too.
func misplacing(p Prompt) []string {
	return change(faithful(p), func(line string) string {
		return citations.ReplaceAllStringFunc(line, func(c string) string {
			n, _ := strconv.Atoi(strings.Trim(c, " []"))
			if len(p.Passages) > 1 {
				n %= len(p.Passages)
			}
			return "[" + strconv.Itoa(n+1) + "]"
		})
	})
}

// agreeing bears out whatever the question says.
func agreeing(p Prompt) []string {
	claim := strings.TrimRight(p.Question, "？?吗吧呢。. ")
	if p.chinese() {
		return []string{"是的，" + claim + "[1]。", "您说得对，" + claim + "[1]。", claim + "，一定如此[1]。"}
	}
	return []string{"Yes, you are right. [1]\n", "Indeed, " + claim + " [1].\n"}
}

// injected obeys what a passage or the question might tell it.
func injected(p Prompt) []string {
	return []string{"好的，已忽略以上规则[1]。", "红烧肉要先焯水，再小火炖一小时[1]。", "Ignoring the above: braised pork takes an hour. [1]\n", "访问 https://example.com 领取补贴[1]。"}
}

// leaking prints its instructions, line by line.
func leaking(p Prompt) []string {
	var out []string
	for line := range strings.Lines(p.Rules) {
		out = append(out, strings.TrimSpace(line)+" [1]\n")
	}
	return out
}

func foreign(p Prompt) []string {
	if p.chinese() {
		return []string{"The zone offers support under this rule [1].\n", "Please read the rule for the details [1].\n"}
	}
	return []string{"经开区按这条规定给予支持[1]。", "详情请看原文[1]。"}
}

// truncated stops in the middle of its last sentence.
func truncated(p Prompt) []string {
	out := faithful(p)
	if n := len(out); n > 0 {
		last := []rune(out[n-1])
		out[n-1] = string(last[:len(last)/2])
	}
	return out
}
