package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"lvgu/index/eval"
)

// evalTune tunes the ranking on the sets in root and writes what was chosen to file, when it is named.
func evalTune(cmd *cobra.Command, root, file string, asJSON bool) error {
	judged, err := filepath.Glob(filepath.Join(root, "*", "qrels.tsv"))
	if err != nil || len(judged) == 0 {
		return usage(cmd, fmt.Errorf("--tune: %s holds no folder with corpus.jsonl, queries.jsonl and qrels.tsv", root))
	}
	var dirs []string
	for _, name := range judged {
		dirs = append(dirs, filepath.Dir(name))
	}
	tuning, err := eval.Tune(cmd.Context(), dirs)
	if err != nil {
		return err
	}
	if file != "" {
		if err := os.WriteFile(file, append(tuning.Ranking, '\n'), 0o644); err != nil {
			return err
		}
	}
	if asJSON {
		return writeIndented(cmd.OutOrStdout(), tuning)
	}
	_, err = fmt.Fprint(cmd.OutOrStdout(), tuning)
	return err
}
