package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"lvgu/assistant"
	"lvgu/index/eval"
)

func newEval(getenv func(string) string) *cobra.Command {
	var model modelOptions
	var beir, qa, golden, tune, ranking string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "eval --beir DIR | --qa DIR | --golden FILE | --tune DIR",
		Short: "Measure the ranking or the answers on a public set, or the answers on golden questions",
		Long: `Eval --beir indexes the set in DIR (corpus.jsonl, queries.jsonl, qrels.tsv) and measures how its
questions are ranked. Eval --qa answers them from its passages and compares with the set's
reference answers. Eval --golden asks the questions in FILE of the content, and exits with 1
when an answer is wrong; with --llm-base-url a model words the answers. Eval --tune chooses the
ranking's parameters and weights on all sets in DIR together and says, by cross-validation, how
well they do on questions that they have not seen; --ranking FILE writes them, for
index/ranking.json of the source.`,
		Example: "  lvgu eval --beir eval/ncp --json\n  lvgu eval --golden questions.jsonl --llm http://127.0.0.1:8000/v1",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case !oneOf(beir, qa, golden, tune):
				return usage(cmd, errors.New("one of --beir DIR, --qa DIR, --golden FILE and --tune DIR is wanted"))
			case ranking != "" && tune == "":
				return usage(cmd, errors.New("--ranking FILE goes with --tune DIR"))
			case tune != "":
				return evalTune(cmd, tune, ranking, asJSON)
			case beir != "":
				return evalRanking(cmd, beir, asJSON)
			case qa != "":
				return evalQA(cmd, qa, asJSON)
			default:
				return evalAnswers(cmd, golden, asJSON, &model, getenv)
			}
		},
	}
	cmd.Flags().StringVar(&beir, "beir", "", "folder of a set in BEIR's form")
	cmd.Flags().StringVar(&qa, "qa", "", "folder of such a set whose questions carry reference answers")
	cmd.Flags().StringVar(&golden, "golden", "", "file of golden questions, one JSON object a line")
	cmd.Flags().StringVar(&tune, "tune", "", "folder of several sets in BEIR's form")
	cmd.Flags().StringVar(&ranking, "ranking", "", "with --tune: file to write what was chosen to")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	model.define(cmd.Flags())
	cmd.Flags().StringVar(&model.config.BaseURL, "llm", "", "short for --llm-base-url")
	return cmd
}

// oneOf reports whether exactly one of the values is set.
func oneOf(values ...string) bool {
	set := 0
	for _, value := range values {
		if value != "" {
			set++
		}
	}
	return set == 1
}

func evalRanking(cmd *cobra.Command, dir string, asJSON bool) error {
	report, err := eval.Run(cmd.Context(), dir)
	if err != nil {
		return err
	}
	if asJSON {
		return writeIndented(cmd.OutOrStdout(), report)
	}
	fmt.Fprintf(cmd.OutOrStdout(), `%s: %d passages, %d questions
nDCG@10 %.4f   MRR@10 %.4f   recall@1 %.4f  @5 %.4f  @10 %.4f
built in %.2f s (%d MB); a question takes %.2f ms at the median, %.2f ms at p99
`, report.Set, report.Passages, report.Queries, report.NDCG10, report.MRR10, report.Recall1, report.Recall5, report.Recall10,
		report.BuildSeconds, report.IndexBytes>>20, report.P50, report.P99)
	return nil
}

func evalAnswers(cmd *cobra.Command, name string, asJSON bool, model *modelOptions, getenv func(string) string) error {
	file, err := os.Open(name)
	if err != nil {
		return usage(cmd, fmt.Errorf("--golden: %w", err))
	}
	defer file.Close()
	questions, err := eval.ReadGolden(file)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := model.nameModel(cmd, getenv); err != nil {
		return err
	}
	a, err := openAssistant(cmd, model, getenv)
	if err != nil {
		return err
	}
	defer a.Close()
	report, err := runGolden(cmd.Context(), a, questions, model.config.BaseURL != "")
	if err != nil {
		return err
	}
	if asJSON {
		err = writeIndented(cmd.OutOrStdout(), report)
	} else {
		err = report.write(cmd.OutOrStdout())
	}
	if err == nil && !report.faultless() {
		return errReported
	}
	return err
}

// goldenAnswer asks one golden question.
func goldenAnswer(ctx context.Context, a *assistant.Assistant, g eval.Golden) (eval.GoldenAnswer, error) {
	answer, err := a.Ask(ctx, question(g))
	if err != nil {
		return eval.GoldenAnswer{}, err
	}
	return judged(answer), nil
}

// question is a golden question as the assistant takes it.
func question(g eval.Golden) assistant.Question {
	q := assistant.Question{Text: g.Question, Lang: g.Lang}
	for _, turn := range g.History {
		q.History = append(q.History, assistant.Turn(turn))
	}
	return q
}

// judged is what of an answer is judged.
func judged(answer *assistant.Answer) eval.GoldenAnswer {
	got := eval.GoldenAnswer{Outcome: string(answer.Outcome), Text: answer.Text}
	for _, source := range answer.Sources {
		got.Passages = append(got.Passages, source.Passage)
		got.URLs = append(got.URLs, source.URL)
	}
	for _, source := range answer.Nearest {
		got.URLs = append(got.URLs, source.URL)
	}
	for _, notice := range answer.Notices {
		got.Notices = append(got.Notices, notice.Code)
	}
	return got
}

func writeIndented(w io.Writer, v any) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(v)
}
