package journal

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBackupAndRestore follows the steps that the package documentation gives to operators.
func TestBackupAndRestore(t *testing.T) {
	path, copied := tempPath(t), tempPath(t)
	j := mustOpen(t, path, Options{})
	j.Record(recordAt(1, start))
	mustFlush(t, j)
	if err := j.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	j.Record(recordAt(2, start))
	mustFlush(t, j)

	b, err := os.ReadFile(copied) // while the journal is in use, as after a crash of the machine
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(copied); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode = %v, %v; want only the owner to read it", info.Mode(), err)
	}
	if exists(copied+".part") || exists(copied+"-wal") {
		t.Error("Backup() left something beside the copy")
	}
	mustClose(t, j)
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if exists(path + suffix) {
			if err := os.Rename(path+suffix, path+".old"+suffix); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	j = mustOpen(t, path, Options{})
	j.Record(recordAt(3, start))
	mustFlush(t, j)
	if diff := cmp.Diff([]string{"r00001", "r00003"}, ids(t, j, Filter{})); diff != "" {
		t.Errorf("List() after restoring (-want +got):\n%s", diff)
	}
	if j.Stats().SetAside != 0 {
		t.Error("the copy was taken for corrupt")
	}
}

func TestBackupBesideARunningServer(t *testing.T) {
	path, copied := tempPath(t), tempPath(t)
	j := mustOpen(t, path, Options{})
	j.Record(recordAt(1, start))
	mustFlush(t, j)
	r, err := OpenReader(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := r.Backup(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	got, err := OpenReader(t.Context(), copied)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Close()
	if diff := cmp.Diff([]string{"r00001"}, ids(t, got, Filter{})); diff != "" {
		t.Errorf("List() of the copy (-want +got):\n%s", diff)
	}
	if _, err := r.db.ExecContext(t.Context(), "DELETE FROM answer"); err == nil {
		t.Error("a Reader writes")
	}
}

func TestBackupRefuses(t *testing.T) {
	path := tempPath(t)
	j := mustOpen(t, path, Options{})
	if err := j.Backup(t.Context(), path); err == nil || !strings.Contains(err.Error(), "exists") {
		t.Errorf("Backup() over the journal = %v, want a refusal", err)
	}
	if err := j.Backup(t.Context(), path+"/missing/copy"); err == nil {
		t.Error("Backup() into a missing directory = nil, want an error")
	}
	if err := os.WriteFile(path+".copy.part", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := j.Backup(t.Context(), path+".copy"); err == nil || exists(path+".copy") {
		t.Errorf("Backup() while another is made = %v, want a refusal", err)
	}
}
