package assistant

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lvgu/index/corpus"
)

// plots is the fixture with a page that has a table under a paragraph.
func plots(t *testing.T) *Assistant {
	t.Helper()
	content := maps.Clone(fixture)
	content["guide/plots.md"] = page("厂房清单", "", "## 标准厂房 {#plots asof=\"2021\" source=\"s1\"}\n标准厂房由园区出租。清单如下：\n\n| 厂房 | 面积 | 租金 |\n|---|---|---|\n| 青林一号楼 | 3200 平方米 | 12 元/㎡·月 |\n| 青林二号楼 | 4100 平方米 | 15 元/㎡·月 |\n| 青林三号楼 | 5600 平方米 | 没有公布 |\n\n清单以外的厂房没有资料。\n")
	c, _ := corpus.Load(fstest.MapFS(content), time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	a, err := New(c, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

// TestTablesByCell asks for cells of a table: the answer is the row with its header, and no figure of another row.
func TestTablesByCell(t *testing.T) {
	a := plots(t)
	tests := []struct{ question, holds, lacks string }{
		{"青林二号楼面积多大", "面积：4100 平方米", "3200"},
		{"青林一号楼的租金是多少", "租金：12 元/㎡·月", "15 元"},
	}
	for _, tt := range tests {
		got, err := a.Ask(t.Context(), Question{Text: tt.question})
		if err != nil {
			t.Fatal(err)
		}
		if got.Outcome != Answered || !strings.Contains(got.Text, tt.holds) || strings.Contains(got.Text, tt.lacks) || !strings.HasPrefix(got.Text, "标准厂房：厂房：") {
			t.Errorf("Ask(%q) = %s %q, want the row with %q and its header, without %q", tt.question, got.Outcome, got.Text, tt.holds, tt.lacks)
		}
	}
}

// TestTablesWhole asks for each of a table's rows, or for none among them: the answer is the whole table under what introduces
// it, from one source.
func TestTablesWhole(t *testing.T) {
	a := plots(t)
	want := "标准厂房由园区出租。清单如下： [1]\n青林一号楼：面积 3200 平方米；租金 12 元/㎡·月 [1]\n青林二号楼：面积 4100 平方米；租金 15 元/㎡·月 [1]\n青林三号楼：面积 5600 平方米；租金 没有公布 [1]"
	for _, question := range []string{"标准厂房各栋面积多大", "有哪些标准厂房", "标准厂房的面积多大"} {
		got, err := a.Ask(t.Context(), Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		if got.Text != want || len(got.Sources) != 1 || got.Sources[0].Anchor != "plots" || !strings.HasPrefix(got.Lead, "共 3 项，") {
			t.Errorf("Ask(%q) = %q from %d sources after %q, want %q", question, got.Text, len(got.Sources), got.Lead, want)
		}
	}
}
