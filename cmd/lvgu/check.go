package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"lvgu/index/corpus"
)

func newCheck() *cobra.Command {
	var stats, answers, inspects bool
	var compare answersOptions
	var opts siteOptions
	cmd := &cobra.Command{
		Use:   "check",
		Short: "List every fault of the content as path:line: message",
		Long: `Check reads the content and lists every fault in one run, as path:line: message, with paths
from the content folder. It exits with 1 when there is a fault that keeps the content from being
published; warnings (提醒) are listed but do not count.

With --answers it also asks the golden questions, and the typical questions of the pages that have
changed, of the content before and of this content, and shows which answers change. The content
before is what is built into the program, or the folder of --against. It exits with 3 when there
is no fault, but an answer changes.

With --inspect it also builds the site and holds it against what inspections of Chinese government
sites look for, as a report of one page; it then exits with 1 where an item fails as well.`,
		Example: "  lvgu check --content content\n  lvgu check --content content --answers --against content.before\n  lvgu check --inspect",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			content, err := openContent(cmd)
			if err != nil {
				return err
			}
			c, faults := corpus.Load(content, time.Now().In(beijing))
			out := cmd.OutOrStdout()
			writeFaults(out, faults)
			if stats {
				writeStats(out, c)
			}
			errs := len(errorsOf(faults))
			warnings := len(faults) - errs
			fmt.Fprintf(cmd.ErrOrStderr(), "%s, %s in %s\n",
				count(errs, "fault"), count(warnings, "warning"), count(len(c.Documents), "page"))
			if errs > 0 {
				return errReported
			}
			if inspects {
				return inspectSite(cmd, content, c, opts)
			}
			if answers {
				return compareAnswers(cmd, compare)
			}
			return nil
		},
	}
	opts.define(cmd.Flags())
	cmd.Flags().BoolVar(&inspects, "inspect", false, "also inspect the built site as government sites are inspected")
	cmd.Flags().BoolVar(&stats, "stats", false, "also count pages, clauses, figures and what is still to be translated")
	cmd.Flags().BoolVar(&answers, "answers", false, "also show which answers the content changes")
	cmd.Flags().StringVar(&compare.against, "against", "", "with --answers: folder of the content before; empty: what is built in")
	cmd.Flags().StringVar(&compare.golden, "golden", "", "with --answers: file of questions, one JSON object a line; empty: those built in")
	return cmd
}

// tally counts one section.
type tally struct{ zh, en, passages, rows, gaps int }

// writeStats writes a table of what the content holds.
func writeStats(w io.Writer, c *corpus.Corpus) {
	sections := map[string]*tally{}
	total := &tally{}
	for _, d := range c.Documents {
		for _, t := range []*tally{sectionTally(sections, d.Section), total} {
			if d.Lang == corpus.English {
				t.en++
			} else {
				t.zh++
			}
		}
	}
	for _, p := range c.Passages {
		for _, t := range []*tally{sectionTally(sections, p.Document.Section), total} {
			t.passages++
			switch p.Kind {
			case corpus.Row:
				t.rows++
			case corpus.Gap:
				t.gaps++
			}
		}
	}
	fmt.Fprintf(w, "%-12s %6s %6s %9s %6s %6s\n", "section", "zh", "en", "passages", "rows", "gaps")
	line := func(name string, t *tally) {
		fmt.Fprintf(w, "%-12s %6d %6d %9d %6d %6d\n", name, t.zh, t.en, t.passages, t.rows, t.gaps)
	}
	for _, name := range slices.Sorted(maps.Keys(sections)) {
		line(name, sections[name])
	}
	line("all", total)
	fmt.Fprintf(w, "\n%s\ncontent version %s\n", c.Stats(), c.Version)
}

func sectionTally(sections map[string]*tally, name string) *tally {
	if name == "" {
		name = "(home)"
	}
	if sections[name] == nil {
		sections[name] = &tally{}
	}
	return sections[name]
}
