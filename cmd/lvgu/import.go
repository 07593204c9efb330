package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"lvgu/index/corpus"
	"lvgu/index/importer"
)

type importOptions struct {
	name   string
	force  bool
	dryRun bool
}

func newImport() *cobra.Command {
	var opts importOptions
	cmd := &cobra.Command{
		Use:   "import FILE|DIR...",
		Short: "Make policy pages of official documents (.docx, .pdf, .html, .txt)",
		Long: `Import makes a policy page of each official document: its wording as it is, an anchor for each
clause, tables as tables, title, number, issuer and dates where the text states them. The page goes
into policies/ of the content folder, with the status "unverified".

What the text does not state is left out and listed as 待填; "lvgu check" refuses the page until it
is filled in. What has no place in the page is listed here and in a comment at the page's end.

A page that is there is not replaced without --force. A folder is read with the folders in it; files
of other kinds are named and left alone.`,
		Example: `  lvgu import 管理办法.docx --content content
  lvgu import 法规/ --content content
  lvgu import --dry-run 通知.pdf        the page on standard output, nothing is written`,
		RunE: func(cmd *cobra.Command, args []string) error { return importFiles(cmd, args, opts) },
	}
	cmd.Flags().StringVar(&opts.name, "name", "", "file name of the page, without .md, in place of one made from the title; for one FILE")
	cmd.Flags().BoolVar(&opts.force, "force", false, "replace a page that is there")
	cmd.Flags().BoolVar(&opts.dryRun, "dry-run", false, "write the pages to standard output, and no file")
	return cmd
}

// importFiles imports every file that the arguments name. One that cannot be read does not keep the others from being read.
func importFiles(cmd *cobra.Command, args []string, opts importOptions) error {
	files, skipped, err := importList(args)
	if err != nil {
		return usage(cmd, err)
	}
	if opts.name != "" && len(files) != 1 {
		return usage(cmd, fmt.Errorf("--name is for one file, not for %d", len(files)))
	}
	pages, err := openPolicies(cmd, opts)
	if err != nil {
		return usage(cmd, err)
	}
	defer pages.Close()
	im := importer.New(time.Now().In(beijing))
	defer im.Close()
	report := importReport{out: cmd.OutOrStdout(), log: cmd.ErrOrStderr()}
	for _, name := range skipped {
		report.skip(name)
	}
	for _, file := range files {
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		name, page, err := importFile(cmd.Context(), im, pages, file, opts)
		if err != nil {
			report.refuse(file, err)
			continue
		}
		report.page(file, name, page, opts.dryRun)
	}
	if err := report.faults(cmd, pages); err != nil {
		return err
	}
	return report.close()
}

// importFile makes a page of one file and puts it in its place.
func importFile(ctx context.Context, im *importer.Importer, pages *policies, file string, opts importOptions) (string, *importer.Page, error) {
	data, err := readBounded(file)
	if err != nil {
		return "", nil, err
	}
	page, err := im.Import(ctx, filepath.Base(file), data)
	if err != nil {
		return "", nil, err
	}
	name := page.Name
	if opts.name != "" {
		name = opts.name
	}
	if opts.dryRun {
		return name, page, nil
	}
	return name, page, pages.write(name, page.Markdown, opts.force)
}

// readBounded reads a file up to what the importer takes, and one byte more, by which it tells a longer one.
func readBounded(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, importer.MaxFile+1))
}

// faults lists what the content's rules say of the pages that were written.
func (r *importReport) faults(cmd *cobra.Command, pages *policies) error {
	if len(r.written) == 0 {
		return nil
	}
	_, faults := corpus.Load(pages.content.FS(), time.Now().In(beijing))
	for _, fault := range faults {
		if r.written[fault.Path] && !fault.Warning {
			fmt.Fprintln(r.out, fault)
			r.open++
		}
	}
	return nil
}

var errNoContent = errors.New("--content DIR is missing: the content built in cannot be written to")
