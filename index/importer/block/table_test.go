package block_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lvgu/index/importer/block"
)

func TestNewTable(t *testing.T) {
	one := func(text string) block.Cell { return block.Cell{Text: text, Columns: 1, Rows: 1} }
	wide := func(text string, columns, rows int) block.Cell {
		return block.Cell{Text: text, Columns: columns, Rows: rows}
	}
	for _, tt := range []struct {
		name string
		rows [][]block.Cell
		want *block.Table
	}{
		{"none", nil, nil},
		{"empty rows", [][]block.Cell{{}, {}}, nil},
		{"plain", [][]block.Cell{{one("甲"), one("乙")}, {one("1"), one("2")}}, &block.Table{Header: []string{"甲", "乙"}, Rows: [][]string{{"1", "2"}}}},
		{"down", [][]block.Cell{{one("甲"), one("乙")}, {wide("1", 1, 2), one("2")}, {one("3")}}, &block.Table{Header: []string{"甲", "乙"}, Rows: [][]string{{"1", "2"}, {"1", "3"}}}},
		{"down further than the table", [][]block.Cell{{one("甲"), one("乙")}, {wide("1", 1, 9), one("2")}}, &block.Table{Header: []string{"甲", "乙"}, Rows: [][]string{{"1", "2"}}}},
		{"a subheading across", [][]block.Cell{{one("甲"), one("乙")}, {wide("小计", 2, 1)}}, &block.Table{Header: []string{"甲", "乙"}, Rows: [][]string{{"小计", ""}}}},
		{"a title across", [][]block.Cell{{wide("表", 2, 1)}, {one("甲"), one("乙")}, {one("1"), one("2")}}, &block.Table{Caption: []string{"表"}, Header: []string{"甲", "乙"}, Rows: [][]string{{"1", "2"}}}},
		{"short rows", [][]block.Cell{{one("甲"), one("乙")}, {one("1")}}, &block.Table{Header: []string{"甲", "乙"}, Rows: [][]string{{"1", ""}}}},
		{"lines in a cell", [][]block.Cell{{one("甲\n乙"), one("丙")}, {one("1\n\n2"), one("")}}, &block.Table{Header: []string{"甲 乙", "丙"}, Rows: [][]string{{"1\n2", ""}}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := block.NewTable(tt.rows)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("table (-want +got):\n%s", diff)
			}
		})
	}
}

func TestNewTableLimit(t *testing.T) {
	for columns, ok := range map[int]bool{block.MaxCells: true, block.MaxCells + 1: false} {
		_, err := block.NewTable([][]block.Cell{{{Text: "甲", Columns: columns, Rows: 1}}})
		if fault, is := errors.AsType[*block.Fault](err); (err == nil) != ok || !ok && (!is || fault.Code != block.CodeTooLarge) {
			t.Errorf("a table of %d cells: %v, want it accepted: %t", columns, err, ok)
		}
	}
}

func TestJoiner(t *testing.T) {
	var j block.Joiner
	for _, line := range []string{"在 ", "", "R&D", "centre", "，2", "中"} {
		j.Add(line)
	}
	if got, want := j.String(), "在R&D centre，2中"; got != want {
		t.Errorf("joined %q, want %q", got, want)
	}
}
