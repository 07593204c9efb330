package assistant

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// leadPages are a list of more items than any screen shows, and two pages that differ about one figure.
var leadPages = map[string][2]string{
	"guide/papers.md": {"办事材料", "## 工商登记要带的材料 {#papers asof=\"2021\" source=\"s1\"}\n工商登记要带的材料有：\n\n- 申请书\n- 章程\n- 住所证明\n- 股东决定\n- 任职文件\n- 身份证明\n- 租赁合同\n- 授权书\n- 名称通知书\n- 许可文件\n- 备案表\n- 承诺书\n- 印章样式\n- 银行回单\n"},
	"stories/a.md":    {"绿源风机", "## 产量 {#output asof=\"2021\" source=\"s1\"}\n绿源风机 2020 年产量为 300 台。\n"},
	"stories/b.md":    {"整机厂配套", "## 绿源风机 {#luyuan asof=\"2021\" source=\"s1\"}\n绿源风机 2020 年产量为 320 台。\n"},
}

func openLead(t *testing.T) *Assistant {
	t.Helper()
	content := maps.Clone(fixture)
	for name, p := range leadPages {
		more := ""
		if strings.HasPrefix(name, "stories/") {
			more = "company: 绿源风机\ncluster: precision\nstage: 投产\n"
		}
		content[name] = page(p[0], more, p[1])
	}
	c, _ := corpus.Load(fstest.MapFS(content), time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	a, err := New(c, Options{NewID: func() string { return "id" }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

func TestLead(t *testing.T) {
	tests := []struct{ name, question, want string }{
		{"a clause", "上海张江飞地有多大？", "见《上海张江飞地》“面积”。"},
		{"a plan", "苏州飞地启用了吗", "还在计划，不是已有：见《苏州飞地（计划）》“状态”。"},
		{"over, and never of zone firms", "2013年合成革的房租补助是多少？", "已经过期，只作沿革：见《合成革扶持》“房租补助”。"},
		{"not confirmed", "加班追产补助最高多少？", "现在是否有效没有核实：见《加班追产补助》“合计上限”。"},
		{"the question says otherwise", "张江飞地有5万平方米吧？", "与您说的不同：见《上海张江飞地》“面积”。"},
		{"a part", "张江飞地有多大？租金多少？", "只能答其中一部分：见《上海张江飞地》“面积”。"},
		{"a list", "工商登记要带哪些材料？", "共 14 项，见《办事材料》“工商登记要带的材料”。"},
		{"declined", "红烧肉怎么做", ""},
	}
	a := openLead(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := a.Ask(t.Context(), Question{Text: tt.question})
			if err != nil {
				t.Fatal(err)
			}
			if got.Lead != tt.want {
				t.Errorf("lead of %q = %q, want %q; text %q", tt.question, got.Lead, tt.want, got.Text)
			}
		})
	}
}

func TestLeadTexts(t *testing.T) {
	tests := []struct {
		name   string
		c      caveat
		listed int
		place  string
		until  string
		zh, en string
	}{
		{"plain", caveatNone, 0, "X", "", "见X。", "See X."},
		{"until", caveatNone, 0, "X", "2027-12-31", "见X，有效期到2027-12-31。", "See X, valid until 2027-12-31."},
		{"one item", caveatNone, 1, "X", "", "共 1 项，见X。", "1 item, see X."},
		{"items of what is over", caveatExpired, 3, "X", "", "已经过期，只作沿革：共 3 项，见X。", "Expired, as history only: 3 items, see X."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := leadZh(tt.c, tt.listed, tt.place, tt.until); got != tt.zh {
				t.Errorf("leadZh = %q, want %q", got, tt.zh)
			}
			if got := leadEn(tt.c, tt.listed, tt.place, tt.until); got != tt.en {
				t.Errorf("leadEn = %q, want %q", got, tt.en)
			}
		})
	}
}

// TestLeadsHoldNothingOfTheirOwn checks the leads of the golden questions: each figure in them is a source's name or date, or
// counts what is shown.
func TestLeadsHoldNothingOfTheirOwn(t *testing.T) {
	_, answers := goldenAnswers(t)
	for _, e := range answers {
		if e.answer.Lead == "" {
			t.Errorf("%s: answered without a lead", e.asked)
		}
		var held strings.Builder
		for _, s := range e.answer.Sources {
			fmt.Fprintln(&held, s.Title, s.Section, s.Expires)
		}
		lines := strings.Count(e.answer.Text, "\n") + 1
		fmt.Fprintf(&held, "%d 项 %d items %d 页 %d pages", lines-1, lines-1, len(e.answer.Sources), len(e.answer.Sources))
		if missing := figures.Missing(e.answer.Lead, held.String()); len(missing) > 0 {
			t.Errorf("%s: lead %q has %v of its own", e.asked, e.answer.Lead, missing)
		}
		if len([]rune(e.answer.Lead)) > 160 {
			t.Errorf("%s: lead %q is no short sentence", e.asked, e.answer.Lead)
		}
	}
}

// TestWholeLists checks that a list is quoted with every item, in its order, after the line it hangs on.
func TestWholeLists(t *testing.T) {
	got, err := openLead(t).Ask(t.Context(), Question{Text: "工商登记要带哪些材料？"})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(got.Text, "\n")
	want := []string{"工商登记要带的材料有： [1]", "申请书 [1]", "银行回单 [1]"}
	if len(lines) != 15 || lines[0] != want[0] || lines[1] != want[1] || lines[14] != want[2] {
		t.Errorf("list = %q, want its head and 14 items", lines)
	}
}

// TestBothSides checks that two pages which give different figures for one thing are both quoted, each with its citation.
func TestBothSides(t *testing.T) {
	got, err := openLead(t).Ask(t.Context(), Question{Text: "绿源风机 2020 年产量多少台？"})
	if err != nil {
		t.Fatal(err)
	}
	var urls []string
	for _, s := range got.Sources {
		urls = append(urls, s.URL)
	}
	slices.Sort(urls)
	if !strings.Contains(got.Text, "300 台") || !strings.Contains(got.Text, "320 台") || len(urls) != 2 || !strings.Contains(got.Text, "[2]") ||
		!slices.ContainsFunc(got.Notices, func(n Notice) bool { return n.Code == NoticeConflict }) || !strings.HasPrefix(got.Lead, "说法不一，一并列出：见《") {
		t.Errorf("answer = %q from %v with %v after %q, want both figures, each from its page, and that they differ", got.Text, urls, got.Notices, got.Lead)
	}
}
