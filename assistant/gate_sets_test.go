package assistant

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lvgu"
	"lvgu/index/corpus"
	"lvgu/index/eval"
)

const gateSetsHeader = `False declines against false answers as the gate moves, over more questions than the golden ones.
Made by: go test ./assistant -run GateSets -update, the public sets with LVGU_EVAL_DIR set to the folder that has them.

"shipped" asks the questions of index/eval/testdata/ranks.tsv of the shipped content, and again of the content without the
pages that they are marked to be answered on: fold by fold, five in all. Other pages hold some of the answers, too, so that
the second column is an upper bound of what is answered falsely there.
A public set is asked its own questions (every n-th, gateSample at most), and those of another set, which its passages do not
answer. "Declined" counts own questions declined whether or not the answer would have been right; see qa_sets.txt for that.
The gate itself was chosen on the golden questions (gate_curve.txt) and its parts were fitted on the public sets: none of
this is held out.
`

// gateSample is how many questions are taken of a set, and gateFolds in how many parts the shipped pages are left out.
const (
	gateSample = 150
	gateFolds  = 5
)

var gateSteps = []float64{0.45, 0.55, 0.63, 0.70, 0.80}

// TestGateSets compares the curve over more questions with what was committed. Without the public sets only the part of the
// shipped content is measured, and that the rest is there.
func TestGateSets(t *testing.T) {
	const name = "testdata/gate_curve_sets.txt"
	var b strings.Builder
	b.WriteString(gateSetsHeader)
	gateOfShipped(t, &b)
	root := os.Getenv("LVGU_EVAL_DIR")
	sets := []string{"ncp", "cmrc", "xquad-zh"}
	if root != "" {
		gateOfSets(t, &b, root, sets)
		if *update {
			if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	want := string(data)
	if root == "" {
		t.Log("LVGU_EVAL_DIR is not set: the public sets are not measured anew")
		shipped, rest, _ := strings.Cut(want, "\nncp")
		for _, set := range sets[1:] {
			if !strings.Contains(rest, "\n"+set) {
				t.Errorf("%s has nothing about %s", name, set)
			}
		}
		want = shipped + "\n"
		want = strings.TrimRight(want, "\n") + "\n"
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("%s (-want +got; -update rewrites it):\n%s", name, diff)
	}
}

// gateCount counts at each step how many questions were answered.
type gateCount struct{ answered, asked [8]int }

func (g *gateCount) ask(t *testing.T, a *Assistant, question, lang string) {
	t.Helper()
	for i, step := range gateSteps {
		library, moved := *a.library, *a
		library.minSupport, moved.library = step, &library
		answer, err := moved.extract(t.Context(), Question{Text: question, Lang: lang})
		if err != nil {
			t.Fatal(err)
		}
		g.asked[i]++
		if answer.Outcome == Answered {
			g.answered[i]++
		}
	}
}

func writeGate(b *strings.Builder, name string, held, lacked *gateCount) {
	fmt.Fprintf(b, "\n%s\n%7s %18s %18s\n", name, "support", "own declined", "others answered")
	for i, step := range gateSteps {
		mark := ""
		if step == minSupport {
			mark = "  chosen"
		}
		declined := held.asked[i] - held.answered[i]
		fmt.Fprintf(b, "%7.2f %4d of %4d %5.1f%% %4d of %4d %5.1f%%%s\n", step, declined, held.asked[i], 100*float64(declined)/float64(held.asked[i]),
			lacked.answered[i], lacked.asked[i], 100*float64(lacked.answered[i])/float64(lacked.asked[i]), mark)
	}
}

// gateOfShipped asks the committed questions of the shipped content, whole and without the pages that answer them.
func gateOfShipped(t *testing.T, b *strings.Builder) {
	c, faults := corpus.Load(lvgu.Content(), time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	if err := faults.Err(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("../index/eval/testdata/ranks.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var cases [][]string // class, language, question, URLs
	for line := range strings.Lines(string(data)) {
		if fields := strings.Split(strings.TrimSpace(line), "\t"); len(fields) == 4 && line[0] != '#' && !strings.Contains(fields[3], "#gap-") {
			cases = append(cases, fields)
		}
	}
	var held, lacked gateCount
	whole := openGate(t, c)
	for _, x := range cases {
		held.ask(t, whole, x[2], x[1])
	}
	for fold := range gateFolds {
		var pages []string
		for i, x := range cases {
			if i%gateFolds == fold {
				for url := range strings.SplitSeq(x[3], "|") {
					page, _, _ := strings.Cut(url, "#")
					pages = append(pages, strings.TrimPrefix(page, "/en"))
				}
			}
		}
		without := *c
		without.Passages = slices.DeleteFunc(slices.Clone(c.Passages), func(p *corpus.Passage) bool {
			return slices.Contains(pages, strings.TrimPrefix(p.Document.URL, "/en"))
		})
		a := openGate(t, &without)
		for i, x := range cases {
			if i%gateFolds == fold {
				lacked.ask(t, a, x[2], x[1])
			}
		}
	}
	writeGate(b, "shipped", &held, &lacked)
}

func openGate(t *testing.T, c *corpus.Corpus) *Assistant {
	t.Helper()
	a, err := New(c, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

// gateOfSets asks each set its own questions and those of the next.
func gateOfSets(t *testing.T, b *strings.Builder, root string, names []string) {
	sets := make([]*eval.Set, len(names))
	for i, name := range names {
		set, err := eval.Load(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		sets[i] = set
	}
	for i, set := range sets {
		a := openGate(t, setCorpus(set))
		other := sets[(i+1)%len(sets)]
		var held, lacked gateCount
		for _, q := range sampled(set.Queries) {
			held.ask(t, a, q.Text, "")
		}
		for _, q := range sampled(other.Queries) {
			lacked.ask(t, a, q.Text, "")
		}
		writeGate(b, names[i]+", others: "+names[(i+1)%len(sets)], &held, &lacked)
	}
}

// sampled is every n-th of a list, gateSample at most.
func sampled[T any](all []T) []T {
	var out []T
	step := (len(all) + gateSample - 1) / gateSample
	for i := 0; i < len(all); i += step {
		out = append(out, all[i])
	}
	return out
}

// setCorpus is a set in Chinese as the assistant reads content: a document a passage.
func setCorpus(set *eval.Set) *corpus.Corpus {
	c := &corpus.Corpus{Version: set.Name}
	for i := range set.Passages {
		p := &set.Passages[i]
		d := &corpus.Document{ID: "set/" + p.ID, Lang: corpus.Chinese, Section: "set", Title: p.Title, URL: "/set/" + p.ID + "/"}
		c.Documents = append(c.Documents, d)
		c.Passages = append(c.Passages, &corpus.Passage{ID: p.ID, Document: d, URL: d.URL, Text: p.Body})
	}
	return c
}
