package journal

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func readCSV(t *testing.T, b []byte) [][]string {
	t.Helper()
	text, found := strings.CutPrefix(string(b), "\uFEFF")
	if !found {
		t.Error("no byte order mark, want one for spreadsheets")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestWriteCSV(t *testing.T) {
	r := Record{
		ID: "-abc", Time: start, Lang: "zh", Question: `=HYPERLINK("http://evil","点我")`, Completed: "地价，多少；\n钱", Outcome: Declined, Mode: "extract",
		Text: "原文", Sources: []Source{{URL: "/a/#b"}, {URL: "/c/"}}, Notices: []Notice{{Code: "as-of", Text: "截至2021年"}},
		Withheld: []Withheld{{Sentence: "保证给", Reason: "promise"}}, ContentVersion: "v1", Latency: 1500 * time.Microsecond,
		Feedback: &Feedback{Useful: false, Comment: "@SUM(A1)"},
	}
	var b bytes.Buffer
	if err := WriteCSV(&b, []Record{r, {ID: "b", Outcome: "odd"}}); err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"编号", "时间（北京时间）", "语言", "问题", "补全后的问题", "结果", "方式", "答复", "出处", "提示", "撤下的句子", "内容版本", "耗时（毫秒）", "有用", "意见"},
		{
			"'-abc", "2026-11-23 16:00:00", "zh", `'=HYPERLINK("http://evil","点我")`, "地价，多少；\n钱", "未答", "原文摘录", "原文", "/a/#b\n/c/", "截至2021年",
			"promise: 保证给", "v1", "1.5", "否", "'@SUM(A1)",
		},
		{"b", "0001-01-01 08:00:00", "", "", "", "odd", "", "", "", "", "", "", "0", "", ""},
	}
	if diff := cmp.Diff(want, readCSV(t, b.Bytes())); diff != "" {
		t.Errorf("WriteCSV() (-want +got):\n%s", diff)
	}
}

func TestWriteGroupsCSV(t *testing.T) {
	list := asked("+有地铁吗", "有地铁吗", "人才补贴多少")
	list[0].Outcome = Declined
	list[1].Feedback = &Feedback{}
	list[1].Sources = []Source{{URL: "/a/"}}
	var b bytes.Buffer
	if err := WriteGroupsCSV(&b, Cluster(list), [][]string{{"交通 › 高铁  /guide/transport/#rail", "=1"}, nil}); err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"次数", "未答", "认为无用", "问题举例", "举例编号", "最近一次（北京时间）", "举例的出处", "现有最接近的内容"},
		{"2", "1", "1", "有地铁吗", "r00001", "2026-11-23 16:01:00", "/a/", "交通 › 高铁  /guide/transport/#rail\n=1"},
		{"1", "0", "0", "人才补贴多少", "r00002", "2026-11-23 16:02:00", "", ""},
	}
	if diff := cmp.Diff(want, readCSV(t, b.Bytes())); diff != "" {
		t.Errorf("WriteGroupsCSV() (-want +got):\n%s", diff)
	}
}

func TestHarmless(t *testing.T) {
	tests := []struct{ cell, want string }{
		{"=1+1", "'=1+1"},
		{"+1", "'+1"},
		{"-1", "'-1"},
		{"@A1", "'@A1"},
		{"＝1+1", "'＝1+1"},
		{" =1", "' =1"},
		{"\u3000=1", "'\u3000=1"},
		{`"=1`, `'"=1`},
		{"\t=1", "'\t=1"},
		{"\r=1", "'\n=1"},
		{"\t1", "'\t1"},
		{"|calc", "'|calc"},
		{"1=1", "1=1"},
		{"补贴 = 多少", "补贴 = 多少"},
		{"a\r\nb", "a\nb"},
		{"", ""},
		{" ", " "},
	}
	for _, test := range tests {
		if got := harmless(test.cell); got != test.want {
			t.Errorf("harmless(%q) = %q, want %q", test.cell, got, test.want)
		}
	}
}

// closedPipe refuses what is written.
type closedPipe struct{}

func (closedPipe) Write([]byte) (int, error) { return 0, errClosedPipe }

var errClosedPipe = errors.New("closed")

func TestWriteCSVReportsErrors(t *testing.T) {
	if err := WriteCSV(closedPipe{}, nil); !errors.Is(err, errClosedPipe) {
		t.Errorf("WriteCSV() = %v, want %v", err, errClosedPipe)
	}
}
