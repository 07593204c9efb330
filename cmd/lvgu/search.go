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
	cmd.Flags().BoolVar(&q.Explain, "explain", false, "say how each passage came by its score")
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
		if hit.Explanation != nil {
			writeShares(w, "terms", hit.Explanation.Terms)
			writeShares(w, "features", hit.Explanation.Features)
		}
	}
	if len(found.Expanded) > 0 {
		fmt.Fprintf(w, "Also searched for: %s\n", strings.Join(found.Expanded, ", "))
	}
	fmt.Fprintf(w, "%s in all\n", count(found.Total, "passage"))
}

// writeShares writes the parts of a score on one line.
func writeShares(w io.Writer, name string, shares []assistant.Share) {
	fmt.Fprintf(w, "   %s:", name)
	for _, share := range shares {
		fmt.Fprintf(w, " %s %+.2f", share.Name, share.Score)
	}
	fmt.Fprintln(w)
}
