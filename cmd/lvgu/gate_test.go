package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lvgu/assistant"
	"lvgu/index/eval"
)

// gate is the support chosen; see assistant.Options.
const gate = 0.63

// TestGateCurve draws false answers against false declines over the golden questions as the gate moves, and compares with
// what was committed. The line marked is the gate chosen.
func TestGateCurve(t *testing.T) {
	questions := goldenQuestions(t)
	content := shipped(t)
	var b strings.Builder
	fmt.Fprintf(&b, "%7s %14s %15s\n", "support", "false answers", "false declines")
	for _, support := range []float64{0.45, 0.55, 0.60, gate, 0.66, 0.70, 0.80} {
		a, err := assistant.New(content, assistant.Options{Support: support})
		if err != nil {
			t.Fatal(err)
		}
		report, err := eval.RunGolden(questions, func(g eval.Golden) (eval.GoldenAnswer, error) { return goldenAnswer(t.Context(), a, g) })
		_ = a.Close()
		if err != nil {
			t.Fatal(err)
		}
		answerable := 0
		for _, g := range questions {
			if g.Outcome == "answered" {
				answerable++
			}
		}
		total := report.Scores[len(report.Scores)-1]
		mark := ""
		if support == gate {
			mark = "  chosen"
		}
		fmt.Fprintf(&b, "%7.2f %6d of %4d %7d of %4d%s\n", support, total.FalseAnswers, total.Questions-answerable, total.FalseDeclines, answerable, mark)
	}
	compareGolden(t, "../../assistant/testdata/gate_curve.txt", b.String())
}

// TestQASets answers the questions of the public sets under LVGU_EVAL_DIR and compares with the report committed; without
// it, only that the report names each set.
func TestQASets(t *testing.T) {
	const report = "../../assistant/testdata/qa_sets.txt"
	names := []string{"ncp", "cmrc", "xquad-zh"}
	root := os.Getenv("LVGU_EVAL_DIR")
	if root == "" {
		t.Log("LVGU_EVAL_DIR is not set: the report is not measured anew")
		got, err := os.ReadFile(report)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if !strings.Contains(string(got), name+": ") {
				t.Errorf("%s has nothing about %s", report, name)
			}
		}
		return
	}
	var b strings.Builder
	for _, name := range names {
		var out strings.Builder
		cmd := newEval(os.Getenv)
		cmd.SetArgs([]string{"--qa", filepath.Join(root, name)})
		cmd.SetOut(&out)
		if err := cmd.ExecuteContext(t.Context()); err != nil {
			t.Fatal(err)
		}
		b.WriteString(out.String())
	}
	compareGolden(t, report, b.String())
}

// compareGolden compares got with a file, which -update rewrites.
func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got; -update rewrites it):\n%s", name, diff)
	}
}
