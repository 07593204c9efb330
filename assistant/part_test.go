package assistant

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParts(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"one", "张江飞地有多大？", []string{"张江飞地有多大？"}},
		{"two sentences", "张江飞地有多大？租金多少？", []string{"张江飞地有多大？", "租金多少？"}},
		{"in one sentence", "租金多少，面积多大", []string{"租金多少", "面积多大"}},
		{"by its last word", "年应纳税所得额上限是多少，税率呢", []string{"年应纳税所得额上限是多少", "税率呢"}},
		{"no question by its last word", "年应纳税所得额，税率呢", []string{"年应纳税所得额，税率呢"}},
		{"which of two", "杭州飞地和宁波飞地哪个大？", []string{"杭州飞地有多大", "宁波飞地有多大"}},
		{"which of two is earlier", "张江跟杭州相比，哪个更早", []string{"张江是什么时候", "杭州是什么时候"}},
		{"which of two, in English", "Which is larger, the Ningbo zone or the Suzhou zone?", []string{"How large is the Ningbo zone?", "How large is the Suzhou zone?"}},
		{"which of two suits better", "张江飞地和杭州飞地哪个更适合做研发？", []string{"张江飞地 做研发", "杭州飞地 做研发"}},
		{"which of two is better", "张江和杭州，哪个更好", []string{"张江", "杭州"}},
		{"in one sentence, in English", "What is the R&D deduction, and how long is it valid?", []string{"What is the R&D deduction", "how long is it valid?"}},
		{"which of many", "哪个飞地大", []string{"哪个飞地大"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, parts(tt.text)); diff != "" {
				t.Errorf("parts(%q) (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// TestAskerOfHimself reads what a message says of its writer: his figures are no claims, and what he makes is what it is about.
func TestAskerOfHimself(t *testing.T) {
	tests := []struct {
		text, searched string
		own, claimed   int
	}{
		{"我公司30个人，能享受小微企业优惠吗", "我公司 人，能享受小微企业优惠吗", 1, 0},
		{"My firm has 30 employees, does it get relief?", "My firm has  , does it get relief?", 1, 0},
		{"张江飞地有3万平方米吗", "张江飞地有 吗", 0, 1},
		{"我听说是50亿元，对吗", "我听说是 ，对吗", 0, 1},
		{"增值税是不是17%", "增值税是不是税率", 0, 1},
		{"研发加计扣除是75%吧", "研发加计扣除是 吧", 0, 1},
		{"企业所得税15%还有效吗", "企业所得税15%还有效吗", 0, 0},
		{"我们是做光刻胶的，来丽水能拿到什么", "光刻胶，能拿到什么", 0, 0},
	}
	for _, tt := range tests {
		q := analyse(tt.text, detectLanguage(tt.text))
		if got := q.unclaimed(); got != tt.searched || len(q.own) != tt.own || len(q.claimed) != tt.claimed {
			t.Errorf("analyse(%q) looks for %q with %d own figures and %d claimed, want %q, %d, %d", tt.text, got, len(q.own), len(q.claimed), tt.searched, tt.own, tt.claimed)
		}
	}
}

func TestSmallTalkAsksNothing(t *testing.T) {
	for text, want := range map[string]bool{
		"谢谢": true, "好的，知道了！": true, "thanks a lot": true, "OK": true, "hello there!": true,
		"谢谢，张江多大": false, "好的政策有哪些": false, "可以签一年吗": false, "thanks, and the rent?": false, "": false,
	} {
		if got := analyse(text, detectLanguage(text)).idle; got != want {
			t.Errorf("analyse(%q).idle = %v, want %v", text, got, want)
		}
	}
}
