package main

import (
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"lvgu/index/corpus"
	"lvgu/inspect"
	"lvgu/site"
)

// inspectSite builds the site as it would be published, and prints what an inspection would find.
func inspectSite(cmd *cobra.Command, content fs.FS, c *corpus.Corpus, opts siteOptions) error {
	log, err := newLog(cmd.ErrOrStderr(), "text", "warn")
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "lvgu-inspect-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := site.Build(cmd.Context(), dir, opts.of(content, log)); err != nil {
		return err
	}
	report, err := inspect.Run(c, os.DirFS(dir), time.Now().In(beijing))
	if err != nil {
		return err
	}
	fmt.Fprint(cmd.OutOrStdout(), report)
	if report.Failed() > 0 {
		return errReported
	}
	return nil
}
