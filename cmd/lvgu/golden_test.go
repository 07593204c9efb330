package main

import (
	"os"
	"testing"

	"lvgu/assistant"
	"lvgu/index/eval"
)

// TestGoldenQuestions asks the golden questions of the shipped content and compares the table of scores, and the list of
// those that are answered wrongly, with what was committed. Better or worse, a change is for a reviewer to see.
func TestGoldenQuestions(t *testing.T) {
	questions := goldenQuestions(t)
	a, err := assistant.New(shipped(t), assistant.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	report, err := eval.RunGolden(questions, func(g eval.Golden) (eval.GoldenAnswer, error) { return goldenAnswer(t.Context(), a, g) })
	if err != nil {
		t.Fatal(err)
	}
	if total := report.Scores[len(report.Scores)-1]; total.WrongFigures > 0 {
		t.Errorf("%d answers with a figure that no source holds", total.WrongFigures)
	}
	got := report.String() + "\n"
	for _, f := range report.Faults {
		got += f.ID + " " + f.Question + ": " + f.Why + "\n"
	}
	compareGolden(t, "../../assistant/testdata/golden_scores.txt", got)
}

// goldenQuestions are those of the shipped content.
func goldenQuestions(t *testing.T) []eval.Golden {
	t.Helper()
	file, err := os.Open("../../assistant/testdata/golden.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	questions, err := eval.ReadGolden(file)
	if err != nil {
		t.Fatal(err)
	}
	return questions
}
