package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"lvgu/site"
)

func newBuild() *cobra.Command {
	var output string
	var opts siteOptions
	cmd := &cobra.Command{
		Use:   "build -o DIR",
		Short: "Write the site as files",
		Long: `Build writes the site as files, for any web server. Without the assistant's server behind
them, the pages work but questions are not answered.

DIR must be new, empty, or an earlier build, which is replaced as a whole once the new one is
complete.`,
		Example: "  lvgu build -o public --base-url https://example.org/",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if output == "" {
				return usage(cmd, errors.New("-o DIR is missing"))
			}
			return build(cmd, filepath.Clean(output), opts)
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "folder to write")
	opts.define(cmd.Flags())
	return cmd
}

// build builds beside dir and then puts the result in its place, so that dir never holds half a site.
func build(cmd *cobra.Command, dir string, opts siteOptions) error {
	if err := mayReplace(dir); err != nil {
		return usage(cmd, err)
	}
	content, c, err := loadContent(cmd)
	if err != nil {
		return err
	}
	site.CollectSeldom(len(c.Documents))
	log, err := newLog(cmd.ErrOrStderr(), "text", "warn")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(filepath.Dir(dir), ".lvgu-build-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(fresh)
	if err := site.Build(cmd.Context(), fresh, opts.of(content, log)); err != nil {
		return err
	}
	if err := os.Chmod(fresh, 0o755); err != nil { // a temporary folder is closed to the web server
		return err
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	return os.Rename(fresh, dir)
}

// mayReplace reports why the folder must be left alone: it holds something that build did not write.
func mayReplace(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("-o: %w", err)
	}
	if len(entries) == 0 {
		return nil
	}
	page, err := os.ReadFile(filepath.Join(dir, "ask", "index.html"))
	if err != nil || !bytes.Contains(page, []byte("<!--lvgu:ask-->")) {
		return fmt.Errorf("-o: %s holds files that are no earlier build; name a new or empty folder", dir)
	}
	return nil
}
