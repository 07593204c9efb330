package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lvgu/assistant"
	"lvgu/assistant/server"
)

func newSearch() *cobra.Command {
	var asJSON bool
	var q assistant.SearchQuery
	cmd := &cobra.Command{
		Use:     `search "WORDS"`,
		Short:   "Find passages",
		Long:    "Search lists the passages that match best, with the words found in 【】.",
		Example: `  lvgu search "人才公寓" --limit 5`,
		Args:    oneArg("search"),
		RunE: func(cmd *cobra.Command, args []string) error {
			q.Text = args[0]
			checked, err := server.CheckSearch(q)
			if err != nil {
				return usage(cmd, err)
			}
			a, err := openAssistant(cmd, &modelOptions{}, nil)
			if err != nil {
				return err
			}
			defer a.Close()
			found, err := a.Search(cmd.Context(), checked)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(cmd.OutOrStdout()).Encode(found)
			}
			writeFound(cmd.OutOrStdout(), found)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the result as one line of JSON, as the server sends it")
	cmd.Flags().StringVar(&q.Lang, "lang", "", "language of the passages: zh or en (default: that of the words)")
	cmd.Flags().StringVar(&q.Section, "section", "", "only passages of this section, as policies")
	cmd.Flags().StringVar(&q.Region, "region", "", "only passages that apply there, as 丽水市")
	cmd.Flags().BoolVar(&q.InForce, "in-force", false, "leave out what is expired")
	cmd.Flags().BoolVar(&q.Explain, "explain", false, "say how each passage came by its score and its place")
	cmd.Flags().IntVar(&q.Limit, "limit", server.DefaultHits, "passages to list")
	return cmd
}

// writeFound writes a search's result for a reader at a terminal.
func writeFound(w io.Writer, found assistant.SearchResult) {
	for i, hit := range found.Hits {
		fmt.Fprintf(w, "%d. %s", i+1, hit.Title)
		if hit.Section != "" {
			fmt.Fprintf(w, " › %s", hit.Section)
		}
		fmt.Fprintf(w, "  (%.2f)\n   %s\n   ", hit.Score, hit.URL)
		for _, segment := range hit.Text {
			text := segment.Text
			if segment.Mark {
				text = "【" + text + "】"
			}
			fmt.Fprint(w, strings.ReplaceAll(text, "\n", " "))
		}
		fmt.Fprintln(w)
		if n := len(hit.Similar); n > 0 {
			fmt.Fprintf(w, "   the same in %s\n", strings.Join(hit.Similar, ", "))
		}
		if hit.Explanation != nil {
			writeExplanation(w, hit.Explanation)
		}
	}
	for _, e := range found.Expanded {
		fmt.Fprintf(w, "Also searched for: %s for %s (%s)\n", e.To, e.From, e.Reason)
	}
	fmt.Fprintf(w, "%s in all\n", count(found.Total, "passage"))
}

// writeExplanation writes how a hit came by its score and its place.
func writeExplanation(w io.Writer, e *assistant.Explanation) {
	fmt.Fprintf(w, "   matched: %s\n", strings.Join(e.Matched, " "))
	writeShares(w, "terms", e.Terms)
	writeShares(w, "features", e.Features)
	if len(e.Behind) > 0 {
		writeShares(w, "behind the one above in", e.Behind[:min(len(e.Behind), mostBehind)])
	}
}

// mostBehind is how many reasons for a place are listed: the rest is small.
const mostBehind = 5

// writeShares writes the parts of a score on one line.
func writeShares(w io.Writer, name string, shares []assistant.Share) {
	fmt.Fprintf(w, "   %s:", name)
	for _, share := range shares {
		fmt.Fprintf(w, " %s %+.2f", share.Name, share.Score)
	}
	fmt.Fprintln(w)
}
