package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"lvgu"
	"lvgu/index/corpus"
)

// beijing is where the zone is: a clause expires at midnight there, wherever the server stands.
var beijing = time.FixedZone("UTC+8", 8*60*60)

// openContent is the content that a command reads: the folder of --content, or what is built in. A folder is opened so
// that no link leads out of it.
func openContent(cmd *cobra.Command) (fs.FS, error) {
	dir, err := cmd.Flags().GetString("content")
	if err != nil {
		return nil, err
	}
	if dir == "" {
		return lvgu.Content(), nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, usage(cmd, fmt.Errorf("--content: %w", err))
	}
	return root.FS(), nil
}

// loadContent reads the content and refuses it while it has faults, all of which it writes to stderr.
func loadContent(cmd *cobra.Command) (fs.FS, *corpus.Corpus, error) {
	content, err := openContent(cmd)
	if err != nil {
		return nil, nil, err
	}
	c, faults := corpus.Load(content, time.Now().In(beijing))
	if faults.Err() != nil {
		return nil, nil, refusal(cmd, faults)
	}
	return content, c, nil
}

// refusal writes the faults to stderr and is the error that they are.
func refusal(cmd *cobra.Command, faults corpus.Faults) error {
	errs := errorsOf(faults)
	writeFaults(cmd.ErrOrStderr(), errs)
	return fmt.Errorf("the content has %s; nothing was done", count(len(errs), "fault"))
}

func writeFaults(w io.Writer, faults corpus.Faults) {
	for _, fault := range faults {
		fmt.Fprintln(w, fault)
	}
}

// errorsOf are the faults that are no warnings.
func errorsOf(faults corpus.Faults) corpus.Faults {
	var errs corpus.Faults
	for _, fault := range faults {
		if !fault.Warning {
			errs = append(errs, fault)
		}
	}
	return errs
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
