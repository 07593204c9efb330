package site

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"lvgu/folder"
)

// editing is content that a test edits.
type editing struct {
	t     *testing.T
	files fstest.MapFS
}

func edit(t *testing.T) *editing {
	e := &editing{t, fstest.MapFS{}}
	for name, data := range readAll(t, "testdata/content") {
		e.write(name, data)
	}
	return e
}

func (e *editing) write(name, text string) { e.files[name] = &fstest.MapFile{Data: []byte(text)} }

func (e *editing) replace(name, old, new string) {
	e.t.Helper()
	text := string(e.files[name].Data)
	if !strings.Contains(text, old) {
		e.t.Fatalf("%s does not hold %q", name, old)
	}
	e.write(name, strings.ReplaceAll(text, old, new))
}

func (e *editing) snapshot() *folder.Snapshot {
	e.t.Helper()
	s, err := folder.FromFS(e.files)
	if err != nil {
		e.t.Fatal(err)
	}
	return s
}

// TestBuilderBuildsTheSame edits content as staff do: what the builder makes of the changes alone is, file by file, what a
// build from the beginning makes.
func TestBuilderBuildsTheSame(t *testing.T) {
	e := edit(t)
	e.write("maps/policy.md", "---\ntitle: 政策地图\nsummary: 按阶段看政策。\ndate: 2026-11-20\n---\n")
	e.replace("policies/old-rules.md", "---\ntitle: ", "---\napplies: \"yes\"\ntitle: ") // the map needs it
	b := NewBuilder(Options{Process: itself(t)})
	defer b.Close()
	steps := []struct {
		name    string
		do      func()
		follows bool // built as a change
	}{
		{"the first build", func() {}, false},
		{"nothing", func() {}, true},
		{"a body", func() { e.write("stories/first.md", string(e.files["stories/first.md"].Data)+"\n新的一段。\n") }, true},
		{"the body of a policy that a map lists", func() {
			e.write("policies/land-rules.md", string(e.files["policies/land-rules.md"].Data)+"\n一句。\n")
		}, true},
		{"the body of a section page, with a link", func() {
			e.write("stories/_index.md", string(e.files["stories/_index.md"].Data)+"\n见[案例](/stories/first.md)。\n")
		}, true},
		{"a title that lists and links show", func() { e.replace("clusters/chips.md", "title: ", "title: 新") }, true},
		{"a section page", func() { e.replace("stories/_index.md", "title: ", "title: 新") }, true},
		{"the home page", func() { e.replace("_index.md", "title: ", "title: 新") }, true},
		{"a new page", func() {
			e.write("stories/second.md", strings.ReplaceAll(string(e.files["stories/first.md"].Data), "title: ", "title: 第二"))
		}, true},
		{"its twin", func() {
			e.write("stories/second.en.md", strings.ReplaceAll(string(e.files["stories/first.en.md"].Data), "title: ", "title: Second "))
		}, true},
		{"an edit after that", func() { e.replace("stories/second.md", "title: 第二", "title: 第三") }, true},
		{"a Chinese page whose translation lags from now on", func() {
			e.write("policies/land-rules.md", string(e.files["policies/land-rules.md"].Data)+"\n又一句。\n")
		}, true},
		{"a page to which every page leads", func() {
			e.write("about/privacy.md", "---\ntitle: 隐私\nsummary: 我们记下什么。\ndate: 2026-11-20\n---\n")
		}, false},
		{"a page becomes a draft", func() { e.replace("stories/second.md", "\ndate: ", "\ndraft: true\ndate: ") }, false},
		{"and is published", func() { e.replace("stories/second.md", "\ndraft: true", "") }, false},
		{"a page less", func() { delete(e.files, "stories/second.md"); delete(e.files, "stories/second.en.md") }, false},
		{"an edit at last", func() { e.replace("stories/first.md", "新的一段", "另一段") }, true},
	}
	for _, step := range steps {
		step.do()
		before := b.engine
		content := e.snapshot()
		got, err := b.Build(t.Context(), content, buildDay)
		if err != nil {
			t.Fatalf("%s: Build() = %v", step.name, err)
		}
		if followed := before != nil && b.engine == before; followed != step.follows {
			t.Errorf("%s: built as a change: %v, want %v", step.name, followed, step.follows)
		}
		dir := t.TempDir()
		if err := Build(t.Context(), dir, Options{Content: content, Now: buildDay}); err != nil {
			t.Fatalf("%s: from the beginning: %v", step.name, err)
		}
		compareFiles(t, step.name, os.DirFS(dir), got)
	}
}

// TestBuilderWritesWhatShows checks that an edit of a text costs the page and its translation, and one of headings not the
// whole site.
func TestBuilderWritesWhatShows(t *testing.T) {
	e := edit(t)
	b := NewBuilder(Options{})
	defer b.Close()
	site, err := b.Build(t.Context(), e.snapshot(), buildDay)
	if err != nil {
		t.Fatal(err)
	}
	dir := b.dest()
	long := time.Now().Add(-time.Hour)
	err = fs.WalkDir(site, ".", func(name string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Chtimes(filepath.Join(dir, name), long, long))
	})
	if err != nil {
		t.Fatal(err)
	}
	e.write("stories/first.md", string(e.files["stories/first.md"].Data)+"\n新的一段。\n")
	if _, err := b.Build(t.Context(), e.snapshot(), buildDay); err != nil {
		t.Fatal(err)
	}
	pages := []string{"stories/first/index.html", "en/stories/first/index.html", "stories/index.html", "index.html", "404.html", "policies/old-rules/index.html", "sitemap.xml"}
	if diff := cmp.Diff(pages[:2], written(t, dir, pages, long)); diff != "" {
		t.Errorf("written after an edit of the text of stories/first.md (-want +got):\n%s", diff)
	}
	e.write("stories/first.md", string(e.files["stories/first.md"].Data)+"\n## 新的一节 {#new}\n\n新的一段。\n")
	if _, err := b.Build(t.Context(), e.snapshot(), buildDay); err != nil {
		t.Fatal(err)
	}
	pages = []string{"stories/first/index.html", "404.html", "policies/old-rules/index.html"}
	if diff := cmp.Diff(pages[:1], written(t, dir, pages, long)); diff != "" {
		t.Errorf("written after a new heading in stories/first.md (-want +got):\n%s", diff)
	}
}

// written are those of the files of a site that are newer than they were made.
func written(t *testing.T, dir string, names []string, made time.Time) []string {
	t.Helper()
	var newer []string
	for _, name := range names {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.ModTime().After(made.Add(time.Minute)) {
			newer = append(newer, name)
		}
	}
	return newer
}

func compareFiles(t *testing.T, step string, want, got fs.FS) {
	t.Helper()
	all := func(fsys fs.FS) map[string]string {
		files := map[string]string{}
		err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			files[name] = string(data)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	w, g := all(want), all(got)
	if diff := cmp.Diff(slices.Sorted(maps.Keys(w)), slices.Sorted(maps.Keys(g))); diff != "" {
		t.Errorf("%s: files (-from the beginning +as a change):\n%s", step, diff)
	}
	for name, text := range w {
		if diff := cmp.Diff(text, g[name]); diff != "" {
			t.Errorf("%s: %s differs (-from the beginning +as a change):\n%s", step, name, diff)
		}
	}
}

// TestBuilderAfterAnError breaks content and mends it.
func TestBuilderAfterAnError(t *testing.T) {
	e := edit(t)
	b := NewBuilder(Options{})
	defer b.Close()
	if _, err := b.Build(t.Context(), e.snapshot(), buildDay); err != nil {
		t.Fatal(err)
	}
	e.write("stories/first.md", string(e.files["stories/first.md"].Data)+"\n[见](/nowhere.md)\n")
	_, err := b.Build(t.Context(), e.snapshot(), buildDay)
	if fault, ok := errors.AsType[*Error](err); !ok || fault.Faults[0].Path != "stories/first.md" {
		t.Fatalf("Build(dead link) = %v, want a fault of stories/first.md", err)
	}
	e.replace("stories/first.md", "[见](/nowhere.md)", "见")
	got, err := b.Build(t.Context(), e.snapshot(), buildDay)
	if err != nil {
		t.Fatalf("Build() = %v once the fault is mended", err)
	}
	dir := t.TempDir()
	if err := Build(t.Context(), dir, Options{Content: e.snapshot(), Now: buildDay}); err != nil {
		t.Fatal(err)
	}
	compareFiles(t, "mended", os.DirFS(dir), got)
}

// TestBuilderOnTheNextDay checks that time is an input: a policy ends, though no file has changed.
func TestBuilderOnTheNextDay(t *testing.T) {
	e := edit(t)
	b := NewBuilder(Options{})
	defer b.Close()
	for _, day := range []struct {
		add  int
		want string
	}{{0, "in-force"}, {1, "in-force"}, {3650, "expired"}} {
		site, err := b.Build(t.Context(), e.snapshot(), buildDay.AddDate(0, 0, day.add))
		if err != nil {
			t.Fatal(err)
		}
		page, err := fs.ReadFile(site, "policies/land-rules/index.html")
		if err != nil || !strings.Contains(string(page), `data-status="`+day.want+`"`) {
			t.Errorf("in %d days the policy is not %s (%v)", day.add, day.want, err)
		}
	}
}

func TestBuilderLeavesNothingBehind(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	e := edit(t)
	b := NewBuilder(Options{})
	for n := range 3 {
		e.write("stories/first.md", string(e.files["stories/first.md"].Data)+fmt.Sprintln("第", n))
		delete(e.files, "stories/first.en.md")
		if _, err := b.Build(t.Context(), e.snapshot(), buildDay); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := filepath.Glob(filepath.Join(temp, "lvgu-site-*")); err != nil || len(left) > 0 {
		t.Errorf("temporary folders left behind: %v, %v", left, err)
	}
}
