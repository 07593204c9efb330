package importer

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadMark(t *testing.T) {
	for _, tt := range []struct {
		text string
		want mark
	}{
		{"第三条 为了", mark{rank: article, number: 3, label: "第三条", rest: "为了"}},
		{"第三条为了", mark{rank: article, number: 3, label: "第三条", rest: "为了"}},
		{"第二十条之二　与前条", mark{rank: article, number: 20, extra: 2, label: "第二十条之二", rest: "与前条"}},
		{"第十条 与航道通航条件有关的", mark{rank: article, number: 10, label: "第十条", rest: "与航道通航条件有关的"}},
		{"第 12 条", mark{rank: article, number: 12, label: "第12条"}},
		{"第一条【目的】为了", mark{rank: article, number: 1, label: "第一条", rest: "【目的】为了"}},
		{"第十条第二款规定的", mark{}},
		{"第十条 第二款规定的", mark{}},
		{"第十条、第十一条", mark{}},
		{"第十条规定的情形", mark{}},
		{"第十条的规定", mark{}},
		{"第十条。", mark{}},
		{"第一编 总则", mark{rank: part, number: 1, label: "第一编", rest: "总则"}},
		{"第一分编 通则", mark{rank: subpart, number: 1, label: "第一分编", rest: "通则"}},
		{"第二章督导内容", mark{rank: chapter, number: 2, label: "第二章", rest: "督导内容"}},
		{"第二章的规定", mark{}},
		{"第二章规定，", mark{}},
		{"第十一节　附加", mark{rank: chunk, number: 11, label: "第十一节", rest: "附加"}},
		{"十二、保障", mark{rank: item, number: 12, label: "十二、", rest: "保障"}},
		{"（三） 资金", mark{rank: subitem, number: 3, label: "（三）", rest: "资金"}},
		{"(三)资金", mark{rank: subitem, number: 3, label: "(三)", rest: "资金"}},
		{"3．资金", mark{rank: point, number: 3, label: "3．", rest: "资金"}},
		{"1.5万元", mark{}},
		{"2023年5月1日", mark{}},
		{"一是公开", mark{}},
	} {
		if diff := cmp.Diff(tt.want, readMark(tt.text), cmp.AllowUnexported(mark{})); diff != "" {
			t.Errorf("readMark(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}
