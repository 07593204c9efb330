package assistant

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"lvgu"
	"lvgu/assistant/llm"
	"lvgu/assistant/llm/llmtest"
	"lvgu/index/corpus"
	"lvgu/index/eval"
)

// extracted is a golden question with the answer that a model is to word.
type extracted struct {
	class, asked string
	answer       *Answer
}

// TestScriptedModels has every scripted model word the answers to the golden questions. Whatever the model, no visitor is
// shown a wrong figure, a citation that leads nowhere, text of the prompt, or a model's answer without a passage; and of
// what the faithful ones say, hardly anything is withheld.
func TestScriptedModels(t *testing.T) {
	a, answers := goldenAnswers(t)
	rules := eval.Rules(Instructions("zh") + Instructions("en"))
	var report eval.WordingReport
	var lies, kept []string
	for _, b := range llmtest.Behaviours() {
		score := eval.WordingScore{Class: b.Name}
		for _, e := range answers {
			w, wording := wordedBy(t, a, b, e, rules)
			score.Add(w)
			if b.Err == nil && !b.Lies && b.Name != "verbose" {
				for _, x := range wording.Withheld {
					kept = append(kept, fmt.Sprintf("%s: %s: %s", b.Name, x.Reason, x.Sentence))
				}
			}
			if b.Lies {
				for _, line := range w.Shown {
					if slices.Contains(tidied(b, e), line) {
						lies = append(lies, fmt.Sprintf("%s: %s -> %s", b.Name, e.asked, line))
					}
				}
			}
		}
		report = append(report, score)
		if score.WrongFigures+score.Unresolvable+score.Leaked+score.Unfounded > 0 {
			t.Errorf("%s: shown what must not be: %+v", b.Name, score)
		}
		if faithful := !b.Lies && b.Err == nil && b.Name != "verbose"; faithful && float64(score.Withheld) > 0.02*float64(score.Sentences) {
			t.Errorf("%s: %d of %d sentences were withheld, want at most 2 %%", b.Name, score.Withheld, score.Sentences)
		}
	}
	got := report.String() + fmt.Sprintf("\nlies shown: %d\n", len(lies)) + strings.Join(lies, "\n") + "\nwithheld of what is not a lie:\n" + strings.Join(kept, "\n") + "\n"
	compareGolden(t, "testdata/models.txt", got)
}

// goldenAnswers are the golden questions that are answered, with their answers in quotations.
func goldenAnswers(t *testing.T) (*Assistant, []extracted) {
	t.Helper()
	c, faults := corpus.Load(lvgu.Content(), time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	a, err := New(c, Options{NewID: func() string { return "id" }, Producer: "模型名称"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	file, err := os.Open("testdata/golden.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	questions, err := eval.ReadGolden(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []extracted
	for _, g := range questions {
		q := Question{Text: g.Question, Lang: g.Lang}
		for _, turn := range g.History {
			q.History = append(q.History, Turn(turn))
		}
		answer, err := a.Ask(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		if answer.Outcome == Answered && wordable(answer) {
			out = append(out, extracted{g.Class, g.Question, answer})
		}
	}
	return a, out
}

// wordedBy is what a visitor sees when a model words an answer.
func wordedBy(t *testing.T, a *Assistant, b llmtest.Behaviour, e extracted, rules []string) (eval.Worded, *Wording) {
	t.Helper()
	answer := *e.answer
	answer.Notices = slices.Clone(answer.Notices)
	with := *a
	with.model = b.Model()
	w := eval.Worded{Class: e.class, Answered: true, Rules: rules}
	for _, s := range answer.Sources {
		w.Sources = append(w.Sources, s.Title+"\n"+s.Section+"\n"+s.Passage)
	}
	with.generate(t.Context(), e.asked, &answer, func(event Event, err error) bool {
		if err != nil {
			t.Fatal(err)
		}
		w.Shown = append(w.Shown, strings.TrimRight(event.Text, "\n"))
		return true
	})
	w.Shown = append(w.Shown, strings.Split(answer.Text, "\n")...)
	w.Generated, w.Failed = answer.Generated, answer.Wording.Err != nil
	w.Sentences, w.Withheld = answer.Wording.Sentences, len(answer.Wording.Withheld)
	return w, answer.Wording
}

// tidied are the lines that a model says to an answer's prompt.
func tidied(b llmtest.Behaviour, e extracted) []string {
	r, _ := prompt(e.asked, e.answer.Lang, e.answer.Sources)
	var out []string
	for _, line := range b.Says(llmtest.Read(llm.Request(r))) {
		out = append(out, tidy(line))
	}
	return out
}
