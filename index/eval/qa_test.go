package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestRunQA(t *testing.T) {
	set := &Set{Name: "s", Queries: []Query{
		{ID: "whole", Text: "whole", Answers: []string{"村雨城", "谜之村雨城"}},
		{ID: "most", Text: "most", Answers: []string{"一二三四五"}},
		{ID: "none", Text: "none", Answers: []string{"北京"}},
		{ID: "declined", Text: "declined", Answers: []string{"北京"}},
		{ID: "no reference", Text: "unasked"},
	}}
	got, err := RunQA(set, func(question string) (string, bool, error) {
		return map[string]string{"whole": "村 雨城 [1]", "most": "一二三四 [1]\n六六六六 [2]", "none": "上海 [1]"}[question], question == "declined", nil
	})
	if err != nil {
		t.Fatal(err)
	}
	// Most: recall 4/5, precision 4/8, so F1 is 8/13.
	want := QAReport{Set: "s", Questions: 4, Held: 0.25, MostlyHeld: 0.5, F1: (1 + 8.0/13) / 4, Declined: 0.25, Lines: 4.0 / 3, Characters: 13.0 / 3}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
		t.Errorf("RunQA (-want +got):\n%s", diff)
	}
}

func TestRunQANeedsReferences(t *testing.T) {
	if _, err := RunQA(&Set{Queries: []Query{{ID: "q"}}}, nil); err == nil {
		t.Error("no error for a set without references")
	}
}
