package figures

import (
	"strings"
	"unicode/utf8"
)

// hanCue is a Chinese word that bounds the figure after it.
type hanCue struct {
	text  string
	bound Bound
	apart bool // other words may stand between: 最高给予50万元
	dates bool // only of dates
	not   string
}

// hanCues are found by their last rune; of two that fit the longer is earlier.
var hanCues = cuesByLast([]hanCue{
	{text: "最高", bound: AtMost, apart: true}, {text: "最多", bound: AtMost, apart: true}, {text: "至多", bound: AtMost, apart: true},
	{text: "最长", bound: AtMost, apart: true}, {text: "最大", bound: AtMost, apart: true}, {text: "上限", bound: AtMost}, {text: "封顶", bound: AtMost},
	{text: "最低", bound: AtLeast, apart: true}, {text: "最少", bound: AtLeast, apart: true}, {text: "至少", bound: AtLeast, apart: true},
	{text: "最短", bound: AtLeast, apart: true}, {text: "下限", bound: AtLeast}, {text: "起码", bound: AtLeast}, {text: "不足", bound: Below, not: "并"},
	{text: "超过", bound: Above}, {text: "超出", bound: Above}, {text: "超", bound: Above}, {text: "逾", bound: Above}, {text: "突破", bound: Above},
	{text: "破", bound: Above}, {text: "高于", bound: Above}, {text: "多于", bound: Above}, {text: "大于", bound: Above}, {text: "长于", bound: Above},
	{text: "低于", bound: Below}, {text: "少于", bound: Below}, {text: "小于", bound: Below}, {text: "短于", bound: Below}, {text: "不到", bound: Below},
	{text: "未满", bound: Below}, {text: "不满", bound: Below}, {text: "未到", bound: Below}, {text: "接近", bound: Below}, {text: "将近", bound: Below},
	{text: "近", bound: Below, not: "附最接远就邻新相"},
	{text: "达到", bound: AtLeast}, {text: "达", bound: AtLeast, not: "高多到长可送直抵表传"}, {text: "满", bound: AtLeast, not: "届期不未屏"},
	{text: "约", bound: About, not: "签合解契预违大集节条公制"}, {text: "大约", bound: About}, {text: "大概", bound: About}, {text: "估计", bound: About},
	{text: "≥", bound: AtLeast}, {text: "≤", bound: AtMost}, {text: ">", bound: Above}, {text: "<", bound: Below}, {text: "＞", bound: Above}, {text: "＜", bound: Below},
	{text: "≈", bound: About}, {text: "~", bound: About}, {text: "自", bound: AtLeast, dates: true}, {text: "从", bound: AtLeast, dates: true},
	{text: "至", bound: AtMost, dates: true}, {text: "到", bound: AtMost, dates: true}, {text: "截止", bound: AtMost, dates: true},
})

func cuesByLast(cues []hanCue) map[rune][]hanCue {
	table := make(map[rune][]hanCue)
	for _, cue := range cues {
		r, _ := utf8.DecodeLastRuneInString(cue.text)
		at := 0
		for at < len(table[r]) && len(table[r][at].text) >= len(cue.text) {
			at++
		}
		table[r] = append(table[r][:at], append([]hanCue{cue}, table[r][at:]...)...)
	}
	return table
}

// hanBefore reads a Chinese bound that ends at end.
func hanBefore(text string, floor, end int, kind Kind) (Bound, int, bool) {
	last, _ := utf8.DecodeLastRuneInString(text[floor:end])
	for _, cue := range hanCues[last] {
		if !strings.HasSuffix(text[floor:end], cue.text) || cue.dates && kind != Date {
			continue
		}
		begin := end - len(cue.text)
		before, _ := utf8.DecodeLastRuneInString(text[floor:begin])
		if in(before, cue.not) || cue.text == "近" && kind == Duration { // 近三年 are the last three years
			continue
		}
		b, begin := negated(text, floor, begin, cue.bound)
		return b, begin, true
	}
	return Exact, end, false
}

// negated turns a bound round when the text before it says 不, 不得 or 未: 不超过, 不得低于.
func negated(text string, floor, begin int, b Bound) (Bound, int) {
	for _, no := range []string{"不得", "不能", "不应", "不可", "不会", "不", "未", "没有"} {
		if strings.HasSuffix(text[floor:begin], no) {
			begin -= len(no)
			switch b {
			case Above:
				return AtMost, begin
			case Below:
				return AtLeast, begin
			case AtLeast:
				return Below, begin
			}
			return b, begin
		}
	}
	return b, begin
}

// maxApart is how many runes may stand between a bound and its figure: 不低于法定年限60%.
const maxApart = 10

// hanApart looks for a bound with other words between: 最高奖励600万元, 不超过其投资额的30%.
func hanApart(text string, floor, end int) (Bound, int, bool) {
	at := end
	for range maxApart {
		r, size := utf8.DecodeLastRuneInString(text[floor:at])
		if size == 0 || in(r, "，。；、！？：,;:!?|()（）“”《》\n") {
			break
		}
		at -= size
		for _, cue := range hanCues[r] {
			begin := at + size - len(cue.text)
			if begin < floor || text[begin:at+size] != cue.text || cue.dates {
				continue
			}
			after, _ := runeAt(text, at+size)
			b, from := negated(text, floor, begin, cue.bound)
			if cue.apart && !in(after, "价人法工等档处") || from < begin && cue.bound != AtLeast && cue.bound != About {
				return b, from, true
			}
		}
	}
	return Exact, end, false
}
