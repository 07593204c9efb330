package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"lvgu/assistant"
	"lvgu/assistant/journal"
)

func newQuestions(getenv func(string) string) *cobra.Command {
	var options journalOptions
	var filter journal.Filter
	var days int
	var asCSV bool
	cmd := &cobra.Command{
		Use:   "questions",
		Short: "List what visitors asked, like questions together",
		Long: `Questions reads the journal that serve --journal keeps and lists what was asked, like questions
together, the commonest first, each with what the content holds nearest to it today. The declined
ones say what the content lacks: lvgu new faq --from ID begins the page that would answer.`,
		Example: "  lvgu questions --journal journal.db --declined\n  lvgu questions --journal journal.db --not-useful --csv > asked.csv",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			reader, err := options.reader(cmd)
			if err != nil {
				return err
			}
			defer reader.Close()
			if days > 0 {
				filter.Since = time.Now().AddDate(0, 0, -days)
			}
			records, err := reader.List(cmd.Context(), filter)
			if err != nil {
				return err
			}
			groups := journal.Cluster(records)
			a, err := openAssistant(cmd, &modelOptions{}, getenv)
			if err != nil {
				return err
			}
			defer a.Close()
			nearest, err := nearestToAll(cmd.Context(), a, groups)
			if err != nil {
				return err
			}
			if asCSV {
				return journal.WriteGroupsCSV(cmd.OutOrStdout(), groups, nearest)
			}
			writeGroups(cmd.OutOrStdout(), groups, nearest)
			return nil
		},
	}
	cmd.Flags().BoolVar(&filter.Declined, "declined", false, "only those that were not answered")
	cmd.Flags().BoolVar(&filter.NotUseful, "not-useful", false, "only those whose answer a visitor found of no use")
	cmd.Flags().IntVar(&days, "days", 0, "only of the last so many days; 0: all that is kept")
	cmd.Flags().BoolVar(&asCSV, "csv", false, "print a table for a spreadsheet")
	options.define(cmd.Flags())
	return cmd
}

// maxGroupNearest is how many passages stand under a question: enough to see whether the answer is nearly there.
const maxGroupNearest = 3

// nearestToAll finds what the content holds nearest to each group's question, a line each.
func nearestToAll(ctx context.Context, a *assistant.Assistant, groups []journal.Group) ([][]string, error) {
	all := make([][]string, len(groups))
	for i, g := range groups {
		hits, err := nearestTo(ctx, a, g.Example.Asked(), maxGroupNearest)
		if err != nil {
			return nil, err
		}
		for _, hit := range hits {
			all[i] = append(all[i], hit.String())
		}
	}
	return all, nil
}

// writeGroups writes a group as its question with how often it was asked, and what is nearest to it.
func writeGroups(w io.Writer, groups []journal.Group, nearest [][]string) {
	for i, g := range groups {
		fmt.Fprintf(w, "%4d  %s  (%s, declined %d, not useful %d)\n", len(g.Records), g.Example.Asked(), g.Example.ID, g.Declined, g.NotUseful)
		for _, line := range nearest[i] {
			fmt.Fprintf(w, "      %s\n", line)
		}
	}
}

func newAnswer(getenv func(string) string) *cobra.Command {
	var options journalOptions
	cmd := &cobra.Command{
		Use:   "answer ID",
		Short: "Show one answer that was given, and what would be answered today",
		Long: `Answer shows what was asked and answered under an ID, at which version of the content, and whether
today's content gives the same answer. Follow-ups are asked again as they were understood.`,
		Args: oneArg("ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			reader, err := options.reader(cmd)
			if err != nil {
				return err
			}
			defer reader.Close()
			r, err := reader.Get(cmd.Context(), args[0])
			if errors.Is(err, journal.ErrNotFound) {
				return fmt.Errorf("no answer %q is kept", args[0])
			}
			if err != nil {
				return err
			}
			a, err := openAssistant(cmd, &modelOptions{}, getenv)
			if err != nil {
				return err
			}
			defer a.Close()
			today, err := a.Ask(cmd.Context(), assistant.Question{Text: r.Asked(), Lang: r.Lang})
			if err != nil {
				return err
			}
			writeAgain(cmd.OutOrStdout(), r, today)
			return nil
		},
	}
	options.define(cmd.Flags())
	return cmd
}

// writeAgain writes an answer of then beside that of today.
func writeAgain(w io.Writer, r journal.Record, today *assistant.Answer) {
	fmt.Fprintf(w, "%s  %s  content %s\n%s\n", r.Time.In(beijing).Format(time.DateTime), r.Outcome, r.ContentVersion, r.Question)
	if r.Completed != "" {
		fmt.Fprintf(w, "understood as: %s\n", r.Completed)
	}
	fmt.Fprintf(w, "\n%s\n", r.Text)
	for _, s := range r.Sources {
		fmt.Fprintf(w, "    %s\n", s.URL)
	}
	for _, withheld := range r.Withheld {
		fmt.Fprintf(w, "withheld (%s): %s\n", withheld.Reason, withheld.Sentence)
	}
	keptNow := record(assistant.Question{}, today, r.Time)
	switch {
	case r.Mode == string(assistant.Generate):
		fmt.Fprintf(w, "\na model worded it; today's quotation, content %s:\n\n%s\n", today.ContentVersion, today.Text)
	case string(today.Outcome) == r.Outcome && journal.Mask(today.Text) == r.Text && slices.Equal(urlsOf(r), urlsOf(keptNow)): // as it was kept
		fmt.Fprintf(w, "\nthe same today, content %s\n", today.ContentVersion)
	default:
		fmt.Fprintf(w, "\notherwise today, %s, content %s:\n\n%s\n", today.Outcome, today.ContentVersion, today.Text)
		for _, url := range urlsOf(keptNow) {
			fmt.Fprintf(w, "    %s\n", url)
		}
	}
}

// urlsOf are where a record's sources stand.
func urlsOf(r journal.Record) []string {
	var urls []string
	for _, s := range r.Sources {
		urls = append(urls, s.URL)
	}
	return urls
}

func newForget() *cobra.Command {
	var options journalOptions
	cmd := &cobra.Command{
		Use:   "forget ID...",
		Short: "Take answers out of the journal, as a visitor may ask",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if options.path == "" {
				return usage(cmd, errNoJournal)
			}
			n, err := journal.Forget(cmd.Context(), options.path, args...)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%d forgotten\n", n)
			return nil
		},
	}
	options.define(cmd.Flags())
	return cmd
}

// errNoJournal is a journal that is wanted and not named.
var errNoJournal = errors.New("--journal FILE says which journal to read")

// reader opens the journal for reading.
func (o *journalOptions) reader(cmd *cobra.Command) (*journal.Reader, error) {
	if o.path == "" {
		return nil, usage(cmd, errNoJournal)
	}
	reader, err := journal.OpenReader(cmd.Context(), o.path)
	if err != nil {
		return nil, usage(cmd, fmt.Errorf("--journal: %w", err))
	}
	return reader, nil
}
