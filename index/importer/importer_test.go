package importer_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"lvgu/index/importer"
)

var update = flag.Bool("update", false, "rewrite the pages in testdata")

// today is the date of every page that tests make.
var today = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

// TestPages compares pages with the ones in testdata: the source is the first file of each archive, the page the second.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("testdata: %d archives, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			source, want := archive.Files[0], &archive.Files[1]
			page := imported(t, source.Name, source.Data)
			if *update {
				want.Data = page.Markdown
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			checkPage(t, source.Name, source.Data, string(source.Data))
			if diff := cmp.Diff(string(want.Data), string(bytes.TrimLeft(page.Markdown, "\n"))); diff != "" {
				t.Errorf("page (-want +got):\n%s", diff)
			}
		})
	}
}

func imported(t *testing.T, name string, data []byte) *importer.Page {
	t.Helper()
	im := importer.New(today)
	t.Cleanup(func() { im.Close() })
	page, err := im.Import(t.Context(), name, data)
	if err != nil {
		t.Fatal(err)
	}
	return page
}
