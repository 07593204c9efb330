package eval

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"lvgu"
	"lvgu/index"
	"lvgu/index/corpus"
)

var update = flag.Bool("update-ranks", false, "rewrite testdata/rank_stats.txt")

// The least that the shipped content's questions must reach.
const (
	leastRecall5 = 0.98
	leastMRR     = 0.92
)

// rankCase is one line of testdata/ranks.tsv.
type rankCase struct {
	class, lang, question string
	right                 []string
}

func readRanks(t testing.TB) []rankCase {
	t.Helper()
	file, err := os.Open("testdata/ranks.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var cases []rankCase
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		f := strings.Split(lines.Text(), "\t")
		if len(f) != 4 {
			t.Fatalf("%d columns in %q, want 4", len(f), lines.Text())
		}
		cases = append(cases, rankCase{f[0], f[1], f[2], strings.Split(f[3], "|")})
	}
	return cases
}

// shipped indexes the shipped content as the assistant does.
func shipped(t testing.TB) (*index.Index, []*corpus.Passage) {
	t.Helper()
	passages, of := shippedPassages(t)
	ix, err := index.New(passages)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix, of
}

func shippedPassages(t testing.TB) ([]index.Passage, []*corpus.Passage) {
	t.Helper()
	c, _ := corpus.Load(lvgu.Content(), time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	passages := make([]index.Passage, len(c.Passages))
	for i, p := range c.Passages {
		passages[i] = index.Passage{
			ID: p.ID, Lang: p.Document.Lang, Section: p.Document.Section, Title: p.Document.Title,
			Breadcrumb: strings.Join(p.Breadcrumb, " "), Heading: p.Heading, Body: p.Text, Header: p.Header,
			Keywords: p.Document.Keywords, Questions: p.Questions, Region: p.Document.Region, Expired: p.Status == corpus.Expired,
		}
	}
	return passages, c.Passages
}

// rank returns the place of the first right hit, 0 when it is not among the first ten.
func (c rankCase) rank(t *testing.T, ix *index.Index, passages []*corpus.Passage) int {
	t.Helper()
	r, err := ix.Search(context.Background(), index.Query{Text: c.question, Lang: c.lang})
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range r.Hits {
		for _, right := range c.right {
			if strings.HasPrefix(passages[h.Ord].URL, right) {
				return i + 1
			}
		}
	}
	return 0
}

func TestRanks(t *testing.T) {
	ix, passages := shipped(t)
	type tally struct{ n, first, five, reciprocal float64 }
	classes := map[string]*tally{"all": {}}
	var names []string
	var report strings.Builder
	for _, c := range readRanks(t) {
		rank := c.rank(t, ix, passages)
		if classes[c.class] == nil {
			classes[c.class] = &tally{}
			names = append(names, c.class)
		}
		for _, s := range []*tally{classes["all"], classes[c.class]} {
			s.n++
			if rank > 0 {
				s.reciprocal += 1 / float64(rank)
			}
			if rank == 1 {
				s.first++
			}
			if rank >= 1 && rank <= 5 {
				s.five++
			}
		}
		fmt.Fprintf(&report, "%2d  %-11s %s\n", rank, c.class, c.question)
	}
	for _, name := range slices.Concat(names, []string{"all"}) {
		s := classes[name]
		line := fmt.Sprintf("%-11s %3.0f questions  recall@1 %.3f  recall@5 %.3f  MRR@10 %.3f", name, s.n, s.first/s.n, s.five/s.n, s.reciprocal/s.n)
		t.Log(line)
		fmt.Fprintln(&report, line)
	}
	all := classes["all"]
	if all.five/all.n < leastRecall5 || all.reciprocal/all.n < leastMRR {
		t.Errorf("recall@5 %.3f, MRR %.3f, want at least %v and %v", all.five/all.n, all.reciprocal/all.n, leastRecall5, leastMRR)
	}
	if *update {
		if err := os.WriteFile("testdata/rank_stats.txt", []byte(report.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
