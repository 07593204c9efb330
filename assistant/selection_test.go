package assistant

import (
	"strings"
	"testing"

	"lvgu/index/corpus"
)

func TestNewSelection(t *testing.T) {
	if _, err := newSelection(selectionData); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{`[{"name":"no such feature","weight":1}]`, `{`} {
		if _, err := newSelection([]byte(bad)); err == nil {
			t.Errorf("newSelection(%s) gives no error", bad)
		}
	}
}

func TestForms(t *testing.T) {
	tests := []struct {
		question, sentence string
		want               forms // that the question asks for and the sentence gives
	}{
		{"项目为什么停工？", "由于资金不到位，项目停工。", formCause},
		{"项目为什么停工？", "项目已停工。", 0},
		{"办公室在哪里？", "办公室位于南明山街道。", formSite},
		{"Where is the airport?", "The airport is located in the Liandu district.", formSite},
		{"如何申请？", "企业应当登录平台提交材料。", formManner},
		{"谁负责审批？", "由市人民政府审批。", formPerson},
		{"咨询电话是多少？", "热线12366。", formContact},
		{"有哪些条件？", "条件包括：独立法人、信用良好、连续经营。", formSeveral},
		{"从上海怎么去丽水？", "丽水机场开通上海航线。", formRoute},
		{"How do I get to Lishui from Shanghai?", "Flights leave daily.", formRoute},
	}
	for _, test := range tests {
		if got := formsAsked(test.question) & formsGiven(test.sentence) & (test.want | formCause | formRoute); got != test.want {
			t.Errorf("forms asked by %q and given by %q = %b, want %b", test.question, test.sentence, got, test.want)
		}
	}
}

func TestHeadlines(t *testing.T) {
	p := &corpus.Passage{Document: &corpus.Document{Title: "关于援企稳岗的通知"}, Text: "关于援企稳岗的通知\n四、实施援企稳岗政策。\n对不裁员的参保企业，返还失业保险费的 50%，期限一年。"}
	var got []string
	for _, s := range (&library{}).newReading(p).sentences {
		if s.headline {
			got = append(got, s.text)
		}
	}
	if want := "关于援企稳岗的通知|四、实施援企稳岗政策。"; strings.Join(got, "|") != want {
		t.Errorf("headlines = %q, want %q", got, want)
	}
}
