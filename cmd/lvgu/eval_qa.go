package main

import (
	"fmt"
	"unicode"

	"github.com/spf13/cobra"

	"lvgu/assistant"
	"lvgu/index/corpus"
	"lvgu/index/eval"
)

// evalQA answers the questions of a set from its passages, retrieval included, and compares with its references.
func evalQA(cmd *cobra.Command, dir string, asJSON bool) error {
	set, err := eval.Load(dir)
	if err != nil {
		return err
	}
	a, err := assistant.New(corpusOf(set), assistant.Options{})
	if err != nil {
		return err
	}
	defer a.Close()
	report, err := eval.RunQA(set, func(question string) (string, bool, error) {
		answer, err := a.Ask(cmd.Context(), assistant.Question{Text: question})
		if err != nil {
			return "", false, err
		}
		return answer.Text, answer.Outcome == assistant.Declined, nil
	})
	if err != nil {
		return err
	}
	if asJSON {
		return writeIndented(cmd.OutOrStdout(), report)
	}
	_, err = fmt.Fprint(cmd.OutOrStdout(), report)
	return err
}

// corpusOf is a set as the assistant reads content: a document a passage, without headings, dates or sources.
func corpusOf(set *eval.Set) *corpus.Corpus {
	c := &corpus.Corpus{Version: set.Name}
	for i := range set.Passages {
		p := &set.Passages[i]
		p.Lang = corpus.English
		for _, r := range p.Body {
			if unicode.Is(unicode.Han, r) {
				p.Lang = corpus.Chinese
				break
			}
		}
		d := &corpus.Document{ID: "set/" + p.ID, Lang: p.Lang, Section: "set", Title: p.Title, URL: "/set/" + p.ID + "/"}
		c.Documents = append(c.Documents, d)
		c.Passages = append(c.Passages, &corpus.Passage{ID: p.ID, Document: d, URL: d.URL, Text: p.Body})
	}
	return c
}
