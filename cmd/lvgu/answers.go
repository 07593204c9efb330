package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"lvgu"
	"lvgu/assistant"
	"lvgu/folder"
	"lvgu/index/corpus"
	"lvgu/index/eval"
)

// answersOptions say which answers are compared, and with those of which content.
type answersOptions struct {
	against string // folder of the content before; empty: what is built in
	golden  string // file of questions; empty: what is built in
}

// side is one of the two contents that answers are compared of.
type side struct {
	snapshot  *folder.Snapshot
	corpus    *corpus.Corpus
	assistant *assistant.Assistant
}

// openSide reads a content for comparing. The content before may have faults: it is what it is.
func openSide(snapshot *folder.Snapshot, mayBeFaulty bool) (*side, corpus.Faults, error) {
	c, faults := corpus.Load(snapshot, time.Now().In(beijing))
	if faults.Err() != nil && !mayBeFaulty {
		return nil, faults, nil
	}
	a, err := assistant.New(c, assistant.Options{})
	return &side{snapshot, c, a}, nil, err
}

// changedAnswer is a question that is answered differently now.
type changedAnswer struct {
	id, question  string
	before, after *assistant.Answer
}

// compareAnswers asks the golden questions, and the typical questions of pages that have changed, of the content before and
// of the content now, and prints which answers change. Nothing is printed of answers that stay.
func compareAnswers(cmd *cobra.Command, opts answersOptions) error {
	now, err := snapshotOf(cmd)
	if err != nil {
		return err
	}
	earlier, err := opts.before()
	if err != nil {
		return usage(cmd, err)
	}
	questions, err := opts.questions()
	if err != nil {
		return usage(cmd, err)
	}
	after, faults, err := openSide(now, false)
	if err != nil {
		return err
	}
	if faults != nil {
		return refusal(cmd, faults)
	}
	defer after.assistant.Close()
	before, _, err := openSide(earlier, true)
	if err != nil {
		return err
	}
	defer before.assistant.Close()
	questions = append(questions, typicalQuestions(before, after)...)
	changed, err := askBoth(cmd.Context(), questions, before.assistant, after.assistant)
	if err != nil {
		return err
	}
	for _, c := range changed {
		c.write(cmd.OutOrStdout())
	}
	fmt.Fprintf(cmd.OutOrStdout(), "问了 %d 个问题，%d 个答案有变化（内容 %s → %s）\n", len(questions), len(changed), before.corpus.Version, after.corpus.Version)
	if len(changed) > 0 {
		return errChanged
	}
	return nil
}

// snapshotOf is the command's content as a snapshot.
func snapshotOf(cmd *cobra.Command) (*folder.Snapshot, error) {
	content, err := openContent(cmd)
	if err != nil {
		return nil, err
	}
	return folder.FromFS(content)
}

func (o answersOptions) before() (*folder.Snapshot, error) {
	if o.against == "" {
		return folder.FromFS(lvgu.Content())
	}
	snapshot, err := folder.Read(o.against)
	if err != nil {
		return nil, fmt.Errorf("--against: %w", err)
	}
	return snapshot, nil
}

func (o answersOptions) questions() ([]eval.Golden, error) {
	text := lvgu.Golden()
	if o.golden != "" {
		var err error
		if text, err = os.ReadFile(o.golden); err != nil {
			return nil, fmt.Errorf("--golden: %w", err)
		}
	}
	return eval.ReadGolden(bytes.NewReader(text))
}

// typicalQuestions are those that pages which differ name themselves, on either side.
func typicalQuestions(before, after *side) []eval.Golden {
	changes := after.snapshot.Since(before.snapshot)
	touched := slices.Concat(changes.Added, changes.Edited, changes.Removed)
	seen := map[string]bool{}
	var list []eval.Golden
	for _, s := range []*side{after, before} {
		for _, p := range s.corpus.Passages {
			if !slices.Contains(touched, p.Document.Path) {
				continue
			}
			for _, q := range p.Questions {
				if !seen[q] {
					seen[q] = true
					list = append(list, eval.Golden{ID: p.Document.Path, Question: q, Lang: p.Document.Lang})
				}
			}
		}
	}
	return list
}

// askBoth asks every question of both and returns those whose answers differ, in order.
func askBoth(ctx context.Context, questions []eval.Golden, before, after *assistant.Assistant) ([]changedAnswer, error) {
	pairs := make([]changedAnswer, len(questions))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, g := range questions {
		group.Go(func() error {
			q := assistant.Question{Text: g.Question, Lang: g.Lang}
			for _, turn := range g.History {
				q.History = append(q.History, assistant.Turn(turn))
			}
			old, err := before.Ask(ctx, q)
			if err != nil {
				return err
			}
			today, err := after.Ask(ctx, q)
			pairs[i] = changedAnswer{g.ID, g.Question, old, today}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(pairs, func(c changedAnswer) bool { return slices.Equal(c.lines(c.before), c.lines(c.after)) }), nil
}

// lines are what a reader sees of an answer, a line each: whether there is one, its text, its sources and notices.
func (c changedAnswer) lines(a *assistant.Answer) []string {
	outcome := "有答案"
	if a.Outcome == assistant.Declined {
		outcome = "没有答案，婉拒"
	}
	lines := append([]string{outcome}, strings.Split(strings.TrimSpace(a.Text), "\n")...)
	for _, s := range a.Sources {
		lines = append(lines, "出处："+s.URL)
	}
	for _, s := range a.Nearest {
		lines = append(lines, "相近："+s.URL)
	}
	for _, n := range a.Notices {
		lines = append(lines, "提示："+n.Text)
	}
	return lines
}

// write prints the lines that went (-) and those that came (+).
func (c changedAnswer) write(w io.Writer) {
	before, after := c.lines(c.before), c.lines(c.after)
	fmt.Fprintf(w, "问：%s  （%s）\n", c.question, c.id)
	for _, line := range before {
		if !slices.Contains(after, line) {
			fmt.Fprintf(w, "  - %s\n", line)
		}
	}
	for _, line := range after {
		if !slices.Contains(before, line) {
			fmt.Fprintf(w, "  + %s\n", line)
		}
	}
	fmt.Fprintln(w)
}
