package journal

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRestore goes back to a backup while the server runs, and finds in the file set aside what was written after it.
func TestRestore(t *testing.T) {
	path, copied := tempPath(t), tempPath(t)
	j := mustOpen(t, path, Options{})
	j.Record(recordAt(1, start))
	mustFlush(t, j)
	if err := j.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	j.Record(recordAt(2, start))
	mustFlush(t, j)
	mustClose(t, j)

	aside, err := Restore(t.Context(), copied, path, start)
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string][]string{path: {"r00001"}, aside: {"r00001", "r00002"}} {
		r, err := OpenReader(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, ids(t, r, Filter{})); diff != "" {
			t.Errorf("List() of %s (-want +got):\n%s", filepath.Base(file), diff)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode = %v, %v; want only the owner to read it", info.Mode(), err)
	}
	if err := removeAside(path, start.AddDate(1, 0, 0)); err != nil || exists(aside) {
		t.Errorf("removeAside() = %v, want %s gone with its time", err, filepath.Base(aside))
	}
}

func TestRestoreRefuses(t *testing.T) {
	path, damaged := tempPath(t), tempPath(t)
	mustClose(t, mustOpen(t, path, Options{}))
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(damaged, []byte("half a copy, and no journal at all"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, backup := range []string{damaged, damaged + ".missing"} {
		if aside, err := Restore(t.Context(), backup, path, start); err == nil || aside != "" {
			t.Errorf("Restore(%s) = %q, %v, want a refusal", filepath.Base(backup), aside, err)
		}
	}
	after, err := os.ReadFile(path)
	if err != nil || string(after) != string(before) || exists(path+".restoring") {
		t.Errorf("the journal was touched (%v)", err)
	}
}

func TestRestoreWithoutAJournal(t *testing.T) {
	copied := tempPath(t)
	mustClose(t, mustOpen(t, copied, Options{}))
	path := tempPath(t)
	if aside, err := Restore(t.Context(), copied, path, start); err != nil || aside != "" || !exists(path) {
		t.Errorf("Restore() = %q, %v, want the journal in its place", aside, err)
	}
}
