package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// write writes files below dir, with their folders.
func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func read(t *testing.T, dir string) *Snapshot {
	t.Helper()
	s, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSnapshotIsAnFS(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"_index.md": "home", "stories/a.md": "a", "stories/b/_index.md": "b"})
	if err := fstest.TestFS(read(t, dir), "_index.md", "stories/a.md", "stories/b/_index.md"); err != nil {
		t.Error(err)
	}
}

func TestSnapshotStays(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.md": "before"})
	s := read(t, dir)
	write(t, dir, map[string]string{"a.md": "after"})
	if text, err := fs.ReadFile(s, "a.md"); err != nil || string(text) != "before" {
		t.Errorf("a.md = %q, %v, want what it was when the folder was read", text, err)
	}
}

func TestChanges(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"same.md": "1", "edited.md": "1", "gone.md": "1"})
	before := read(t, dir)
	if got := before.Since(nil).Added; len(got) != 3 {
		t.Errorf("since nothing, added %v, want all three", got)
	}
	write(t, dir, map[string]string{"edited.md": "2", "new/new.md": "1", ".#edited.md": "lock", "edited.md~": "1"})
	if err := os.Remove(filepath.Join(dir, "gone.md")); err != nil {
		t.Fatal(err)
	}
	after := read(t, dir)
	want := Changes{Added: []string{"new/new.md"}, Edited: []string{"edited.md"}, Removed: []string{"gone.md"}}
	if diff := cmp.Diff(want, after.Since(before)); diff != "" {
		t.Errorf("Since() (-want +got):\n%s", diff)
	}
	if before.Version() == after.Version() || after.Version() != read(t, dir).Version() {
		t.Error("versions must differ with the contents, and only with them")
	}
}

// TestStrangeEntries puts into the folder what is no page: nothing of it is followed, nothing blocks, and the rules can see it.
func TestStrangeEntries(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	write(t, outside, map[string]string{"secret.md": "secret"})
	write(t, dir, map[string]string{"ok.md": "ok", "long.md": strings.Repeat("x", maxPage+10), "big.png": strings.Repeat("x", maxPicture+1)})
	for name, target := range map[string]string{"link.md": filepath.Join(outside, "secret.md"), "dir": outside, "dangling.md": "nowhere"} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "fifo.md"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := read(t, dir)
	for _, name := range []string{"link.md", "dangling.md", "fifo.md", "dir", "big.png", "dir/secret.md"} {
		if text, err := fs.ReadFile(s, name); err == nil {
			t.Errorf("%s = %q, want an error", name, text)
		}
	}
	if text, err := fs.ReadFile(s, "long.md"); err != nil || len(text) != maxPage {
		t.Errorf("long.md has %d bytes, %v, want the first %d", len(text), err, maxPage)
	}
	types := map[string]fs.FileMode{}
	entries, err := fs.ReadDir(s, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		types[e.Name()] = e.Type()
	}
	want := map[string]fs.FileMode{"ok.md": 0, "long.md": 0, "big.png": 0, "link.md": fs.ModeSymlink, "dir": fs.ModeSymlink, "dangling.md": fs.ModeSymlink, "fifo.md": fs.ModeNamedPipe}
	if diff := cmp.Diff(want, types); diff != "" {
		t.Errorf("types (-want +got):\n%s", diff)
	}
}

// refusing fails to open one file and to list one folder, as for want of permission.
type refusing struct {
	fstest.MapFS
	name string
}

func (r refusing) Open(name string) (fs.File, error) {
	if name == r.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return r.MapFS.Open(name)
}

func (r refusing) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == r.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return r.MapFS.ReadDir(name)
}

func TestUnreadable(t *testing.T) {
	for _, name := range []string{"stories/a.md", "stories"} {
		s, err := FromFS(refusing{fstest.MapFS{"stories/a.md": {Data: []byte("a")}, "b.md": {}}, name})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := fs.ReadFile(s, "b.md"); err != nil {
			t.Errorf("b.md: %v, want it readable beside %s", err, name)
		}
		var seen error
		_ = fs.WalkDir(s, ".", func(at string, d fs.DirEntry, err error) error {
			if at == name && err == nil && !d.IsDir() {
				_, err = fs.ReadFile(s, at)
			}
			if err != nil {
				seen = err
			}
			return nil
		})
		if !errors.Is(seen, fs.ErrPermission) {
			t.Errorf("%s: %v, want permission denied", name, seen)
		}
	}
}

func TestReadRefusesTheFolder(t *testing.T) {
	if _, err := Read(filepath.Join(t.TempDir(), "missing")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Read(missing) = %v, want not exist", err)
	}
	many := fstest.MapFS{}
	for i := range MaxFiles + 1 {
		many["dir/"+itoa(i)] = &fstest.MapFile{}
	}
	if _, err := FromFS(many); err == nil || !strings.Contains(err.Error(), "more than") {
		t.Errorf("FromFS(%d files) = %v, want a refusal", len(many), err)
	}
}

func itoa(i int) string {
	if i < 10 {
		return string(rune('0' + i))
	}
	return itoa(i/10) + string(rune('0'+i%10))
}
