package corpus

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

// FuzzLoad gives Load one file of any bytes beside a good one. Whatever it holds, places stay in the file, passages keep
// their promises, and the good page stays as it is.
func FuzzLoad(f *testing.F) {
	for _, name := range []string{"passages.txtar", "faults.txtar"} {
		for path, file := range folderOf(f, name) {
			f.Add(path, file.Data)
		}
	}
	good := []byte("---\ntitle: 好页\n---\n## 一 {#one}\n甲。\n")
	f.Fuzz(func(t *testing.T, path string, data []byte) {
		if path == "land/good.md" || !strings.HasSuffix(path, ".md") || !fs.ValidPath(path) {
			return
		}
		files := fstest.MapFS{"land/good.md": {Data: good}, path: {Data: data}}
		c, faults := Load(files, today)
		if c.Passage("zh/land/good#one") == nil && c.Document(Chinese, "land/good") != nil {
			t.Error("the good page lost its passage")
		}
		last := 1 + bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r"))
		for _, fault := range faults {
			if fault.Line < 1 || fault.Path == path && fault.Line > last {
				t.Errorf("%v is outside the file's %d lines", fault, last)
			}
			if fault.Message == "" || fault.Rule == "" || !utf8.ValidString(fault.String()) {
				t.Errorf("%q says nothing", fault)
			}
		}
		seen := map[string]bool{}
		for _, p := range c.Passages {
			checkPassage(t, p, seen)
		}
	})
}

func checkPassage(t *testing.T, p *Passage, seen map[string]bool) {
	t.Helper()
	switch {
	case seen[p.ID]:
		t.Errorf("passage %q is there twice", p.ID)
	case p.Text == "" || p.Text != strings.TrimSpace(p.Text) || !utf8.ValidString(p.Text):
		t.Errorf("passage %q has text %q", p.ID, p.Text)
	case p.Document == nil || p.Line < 1:
		t.Errorf("passage %q has no place", p.ID)
	case p.Kind == Row && len(p.Cells) == 0:
		t.Errorf("row %q has no cells", p.ID)
	}
	seen[p.ID] = true
}
