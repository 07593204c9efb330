package journal

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"time"
)

// WriteCSV writes records as a table for a spreadsheet, with Chinese headings and Beijing time. A cell that a spreadsheet
// would take for a formula is preceded by an apostrophe.
func WriteCSV(w io.Writer, records []Record) error {
	t := newTable(w, "编号", "时间（北京时间）", "语言", "问题", "补全后的问题", "结果", "方式", "答复", "出处", "提示", "撤下的句子", "内容版本", "耗时（毫秒）", "有用", "意见")
	for _, r := range records {
		useful, comment := "", ""
		if r.Feedback != nil {
			useful, comment = yes(r.Feedback.Useful), r.Feedback.Comment
		}
		t.row(r.ID, beijing(r.Time), r.Lang, r.Question, r.Completed, said(r.Outcome), said(r.Mode), r.Text,
			lined(r.Sources, func(s Source) string { return s.URL }),
			lined(r.Notices, func(n Notice) string { return n.Text }),
			lined(r.Withheld, func(w Withheld) string { return w.Reason + ": " + w.Sentence }),
			r.ContentVersion, strconv.FormatFloat(float64(r.Latency.Microseconds())/1000, 'f', -1, 64), useful, comment)
	}
	return t.flush()
}

// WriteGroupsCSV writes groups as WriteCSV does records, one a row, with what is nearest to the question of each.
func WriteGroupsCSV(w io.Writer, groups []Group, nearest [][]string) error {
	t := newTable(w, "次数", "未答", "认为无用", "问题举例", "举例编号", "最近一次（北京时间）", "举例的出处", "现有最接近的内容")
	for i, g := range groups {
		t.row(strconv.Itoa(len(g.Records)), strconv.Itoa(g.Declined), strconv.Itoa(g.NotUseful), g.Example.Asked(), g.Example.ID,
			beijing(g.Records[0].Time), lined(g.Example.Sources, func(s Source) string { return s.URL }),
			strings.Join(nearest[i], "\n"))
	}
	return t.flush()
}

// said names an outcome or a mode for staff; one that it does not know stays.
func said(value string) string {
	switch value {
	case "answered":
		return "已答"
	case Declined:
		return "未答"
	case "extract":
		return "原文摘录"
	case "generate":
		return "模型生成"
	}
	return value
}

func yes(b bool) string {
	if b {
		return "是"
	}
	return "否"
}

// beijing writes a moment as spreadsheets read it. China has one time zone and no summer time.
func beijing(t time.Time) string {
	return t.In(time.FixedZone("", 8*60*60)).Format("2006-01-02 15:04:05")
}

func lined[T any](list []T, text func(T) string) string {
	lines := make([]string, len(list))
	for i, v := range list {
		lines[i] = text(v)
	}
	return strings.Join(lines, "\n")
}

// table writes rows. Every cell is quoted: a semicolon or a tab in one must not begin another where those separate.
type table struct{ w *bufio.Writer }

func newTable(w io.Writer, headings ...string) table {
	t := table{bufio.NewWriter(w)}
	t.w.WriteString("\uFEFF") // without it spreadsheets take the text for GBK
	t.row(headings...)
	return t
}

func (t table) row(cells ...string) {
	for i, cell := range cells {
		if i > 0 {
			t.w.WriteByte(',')
		}
		t.w.WriteString(`"` + strings.ReplaceAll(harmless(cell), `"`, `""`) + `"`)
	}
	t.w.WriteString("\r\n")
}

// flush returns the first error of writing.
func (t table) flush() error { return t.w.Flush() }

// harmless returns a cell that no spreadsheet calculates. White space and quotes before the sign do not help: some drop
// them.
func harmless(cell string) string {
	cell = strings.ReplaceAll(cell, "\r\n", "\n")
	cell = strings.ReplaceAll(cell, "\r", "\n")
	trimmed := strings.TrimLeft(cell, " \t\n\v\f\u00a0\u3000\ufeff\u200b'\"")
	if strings.ContainsAny(cell[:min(1, len(cell))], "\t\n") || trimmed != "" && strings.ContainsRune("=+-@＝＋－＠−|%", []rune(trimmed)[0]) {
		return "'" + cell
	}
	return cell
}
