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

func newAsk(getenv func(string) string) *cobra.Command {
	var model modelOptions
	var asJSON bool
	var lang string
	cmd := &cobra.Command{
		Use:   `ask "QUESTION"`,
		Short: "Answer one question, with its sources",
		Long: `Ask answers one question as the server would. A question that the content does not answer is
declined, which is an answer: the exit code is 0.`,
		Example: `  lvgu ask "上海张江飞地有多大？"
  lvgu ask --json "How large is the Zhangjiang offsite zone?"`,
		Args: oneArg("question"),
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := server.CheckQuestion(assistant.Question{Text: args[0], Lang: lang})
			if err != nil {
				return usage(cmd, err)
			}
			a, err := openAssistant(cmd, &model, getenv)
			if err != nil {
				return err
			}
			defer a.Close()
			answer, err := a.Ask(cmd.Context(), q)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(cmd.OutOrStdout()).Encode(answer)
			}
			writeAnswer(cmd.OutOrStdout(), answer)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the whole answer as one line of JSON, as the server sends it")
	cmd.Flags().StringVar(&lang, "lang", "", "language of the answer: zh or en (default: that of the question)")
	model.define(cmd.Flags())
	return cmd
}

// openAssistant is the assistant over the command's content.
func openAssistant(cmd *cobra.Command, model *modelOptions, getenv func(string) string) (*assistant.Assistant, error) {
	options, err := model.of(cmd, getenv, nil)
	if err != nil {
		return nil, err
	}
	_, c, err := loadContent(cmd)
	if err != nil {
		return nil, err
	}
	return assistant.New(c, options)
}

// writeAnswer writes an answer for a reader at a terminal.
func writeAnswer(w io.Writer, a *assistant.Answer) {
	if a.Lead != "" {
		fmt.Fprintf(w, "%s\n\n", a.Lead)
	}
	fmt.Fprintln(w, a.Text)
	for _, notice := range a.Notices {
		fmt.Fprintf(w, "* %s\n", notice.Text)
	}
	sources := a.Sources
	if len(sources) == 0 {
		sources = a.Nearest
	}
	for _, source := range sources {
		fmt.Fprintf(w, "\n[%d] %s", source.N, source.Title)
		if source.Section != "" {
			fmt.Fprintf(w, " › %s", source.Section)
		}
		fmt.Fprintf(w, "\n    %s\n", source.URL)
		for line := range strings.Lines(source.Passage) {
			fmt.Fprintf(w, "    %s\n", strings.TrimRight(line, "\n"))
		}
	}
	if a.Contact.Text != "" {
		fmt.Fprintf(w, "\n%s %s\n", a.Contact.Text, a.Contact.URL)
	}
	fmt.Fprintf(w, "\n(%s, %s, content %s)\n", a.Outcome, a.Mode, a.ContentVersion)
}
