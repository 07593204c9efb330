package journal

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// spoil overwrites a part of a file.
func spoil(t *testing.T, path string, offset int64) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt([]byte(strings.Repeat("spoilt ", 600)), offset); err != nil {
		t.Fatal(err)
	}
}

// filled makes a journal with n records at path.
func filled(t *testing.T, path string, n int) {
	t.Helper()
	j := mustOpen(t, path, Options{})
	for n := range n {
		j.Record(recordAt(n, start))
	}
	mustClose(t, j)
}

func TestCorruptFileIsSetAside(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(t *testing.T, path string)
	}{
		{"header", func(t *testing.T, path string) { spoil(t, path, 0) }},
		{"page", func(t *testing.T, path string) { spoil(t, path, 3*4096) }},
		{"another format", func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(strings.Repeat("# 说明\n", 100)), 0o600); err != nil {
				t.Fatal(err)
			}
		}},
		{"cut short", func(t *testing.T, path string) {
			if err := os.Truncate(path, 3*4096+100); err != nil {
				t.Fatal(err)
			}
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := tempPath(t)
			filled(t, path, 500)
			test.spoil(t, path)
			spoilt, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var log lines
			j := mustOpen(t, path, Options{Logger: log.logger()})
			j.Record(recordAt(1000, start))
			mustFlush(t, j)
			if diff := cmp.Diff([]string{"r01000"}, ids(t, j, Filter{})); diff != "" {
				t.Errorf("List() (-want +got):\n%s", diff)
			}
			aside := path + ".corrupt-20261123T080000Z"
			kept, err := os.ReadFile(aside)
			if err != nil || string(kept) != string(spoilt) {
				t.Errorf("%s: %v, want what was there: %q", aside, err, log.with(""))
			}
			if found := log.with(filepath.Base(aside)); len(found) != 1 {
				t.Errorf("%d lines name the file, want one: %q", len(found), found)
			}
			if s := j.Stats(); s.SetAside != 1 || s.Down {
				t.Errorf("Stats() = %+v, want one set aside and the journal up", s)
			}
		})
	}
}

func TestDamageMetInUse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		path := tempPath(t)
		filled(t, path, 2000)
		var log lines
		j := mustOpen(t, path, Options{Logger: log.logger()})
		synctest.Wait() // the first round of tidying has read its pages
		for page := range int64(40) {
			spoil(t, path, (page+2)*4096)
		}
		if _, err := j.List(t.Context(), Filter{}); !isCorrupt(err) {
			t.Fatalf("List() = %v, want the damage", err)
		}
		synctest.Wait()
		j.Record(recordAt(1, start))
		mustFlush(t, j)
		if diff := cmp.Diff([]string{"r00001"}, ids(t, j, Filter{})); diff != "" {
			t.Errorf("List() (-want +got):\n%s", diff)
		}
		if s := j.Stats(); s.SetAside != 1 || s.Dropped != 0 {
			t.Errorf("Stats() = %+v, want one set aside, none dropped", s)
		}
		mustClose(t, j)
	})
}

func TestADiskThatSpoilsEveryFileIsNotFilled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j, err := newJournal(tempPath(t), Options{})
		if err != nil {
			t.Fatal(err)
		}
		w := newWriter(j)
		if err := w.open(t.Context(), true); err != nil {
			t.Fatal(err)
		}
		w.fail(errDamaged)
		if w.down() {
			t.Error("down after the first damage, want a new file")
		}
		w.fail(errDamaged)
		if !w.down() {
			t.Error("up after damage at once, want a pause")
		}
		time.Sleep(retryAfter)
		w.fail(errDamaged)
		if got := j.Stats().SetAside; got != 2 {
			t.Errorf("%d files set aside, want 2", got)
		}
		w.close()
		w.retry.Stop()
	})
}

func TestSetAsideNamesDiffer(t *testing.T) {
	path := tempPath(t)
	var names []string
	for range 3 {
		for _, suffix := range []string{"", "-wal", "-shm"} {
			if err := os.WriteFile(path+suffix, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		name, err := setAside(path, asideCorrupt, start)
		if err != nil {
			t.Fatal(err)
		}
		if !exists(name) || !exists(name+"-wal") || exists(path) || exists(path+"-wal") || exists(path+"-shm") {
			t.Errorf("setAside() left %v", names)
		}
		names = append(names, strings.TrimPrefix(name, path))
	}
	want := []string{".corrupt-20261123T080000Z", ".corrupt-20261123T080000Z-2", ".corrupt-20261123T080000Z-3"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("setAside() (-want +got):\n%s", diff)
	}
}

// TestStoreThatCannotBeWritten takes the store away in each way, asks on meanwhile, and gives it back.
func TestStoreThatCannotBeWritten(t *testing.T) {
	// The limits are those of the one connection: they are gone when the file is opened again, as after making room.
	limit := func(pragma string) func(t *testing.T, j *Journal) {
		return func(t *testing.T, j *Journal) {
			if _, err := j.store.Load().db.ExecContext(t.Context(), "PRAGMA "+pragma); err != nil {
				t.Fatal(err)
			}
		}
	}
	tests := []struct {
		name  string
		fail  func(t *testing.T, j *Journal)
		cause string
	}{
		{"disk full", limit("max_page_count = 1"), "full"},
		{"read-only", limit("query_only = on"), "readonly"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var log lines
				j := mustOpen(t, tempPath(t), Options{Logger: log.logger()})
				j.Record(recordAt(0, start))
				mustFlush(t, j)
				test.fail(t, j)
				const n = 300 // more than one batch
				for n := range n {
					r := recordAt(n+1, start)
					r.Text = strings.Repeat("长", 2000)
					j.Record(r)
				}
				synctest.Wait()
				if s := j.Stats(); !s.Down || s.Written != 1 {
					t.Errorf("Stats() = %+v, want it down", s)
				}
				if _, err := j.Get(t.Context(), "r00000"); !errors.Is(err, ErrUnavailable) {
					t.Errorf("Get() = %v, want %v", err, ErrUnavailable)
				}
				time.Sleep(retryAfter)
				mustFlush(t, j)
				if got := len(ids(t, j, Filter{})); got != n+1 {
					t.Errorf("%d records, want %d: none lost", got, n+1)
				}
				if s := j.Stats(); s.Down || s.Dropped != 0 {
					t.Errorf("Stats() = %+v, want it up and none dropped", s)
				}
				if found := log.with("cannot be written"); len(found) != 1 || !strings.Contains(found[0], test.cause) {
					t.Errorf("log = %q, want one line about %q", found, test.cause)
				}
				if found := log.with("can be written again"); len(found) != 1 {
					t.Errorf("log = %q, want one line", found)
				}
				mustClose(t, j)
			})
		})
	}
}

func TestMissingDirectory(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "later")
		path := filepath.Join(dir, "journal.db")
		var log lines
		j := mustOpen(t, path, Options{Logger: log.logger(), Queue: 10})
		for n := range 1000 {
			j.Record(recordAt(n, start))
			synctest.Wait()
		}
		time.Sleep(time.Hour)
		if found := log.with(""); len(found) != 1 || !strings.Contains(found[0], "no such file") {
			t.Errorf("log of an hour = %q, want one line", found)
		}
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		time.Sleep(retryAfter)
		mustFlush(t, j)
		kept := len(ids(t, j, Filter{}))
		s := j.Stats()
		if kept != 11 || s.Down || s.Dropped != 989 {
			t.Errorf("%d records, Stats() = %+v; want the one taken and the ten that the queue held, and the rest counted", kept, s)
		}
		if err := os.RemoveAll(dir); err != nil { // and away again
			t.Fatal(err)
		}
		j.Record(recordAt(2000, start))
		synctest.Wait()
		if !j.Stats().Down {
			t.Error("up without a directory")
		}
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		time.Sleep(retryAfter)
		mustFlush(t, j)
		if diff := cmp.Diff([]string{"r02000"}, ids(t, j, Filter{})); diff != "" {
			t.Errorf("List() (-want +got):\n%s", diff)
		}
		mustClose(t, j)
	})
}

func TestFileThatIsAnotherByNow(t *testing.T) {
	tests := []struct {
		name string
		then func(t *testing.T, path string) // after the file was moved away
		want []string
	}{
		{"moved", func(*testing.T, string) {}, []string{"r00002"}},
		{"replaced", func(t *testing.T, path string) { filled(t, path, 1) }, []string{"r00000", "r00002"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := tempPath(t)
			var log lines
			j := mustOpen(t, path, Options{Logger: log.logger()})
			j.Record(recordAt(1, start))
			mustFlush(t, j)
			for _, suffix := range []string{"", "-wal", "-shm"} {
				if err := os.Rename(path+suffix, path+".old"+suffix); err != nil {
					t.Fatal(err)
				}
			}
			test.then(t, path)
			j.Record(recordAt(2, start))
			mustFlush(t, j)
			if diff := cmp.Diff(test.want, ids(t, j, Filter{})); diff != "" {
				t.Errorf("List() (-want +got):\n%s", diff)
			}
			if found := log.with("moved or removed"); len(found) != 1 {
				t.Errorf("log = %q, want one line", found)
			}
		})
	}
}

func TestCloseWhileDown(t *testing.T) {
	path := tempPath(t) + "/missing"
	var log lines
	j := mustOpen(t, path, Options{Logger: log.logger()})
	const n = maxBatch + 100
	for n := range n {
		j.Record(recordAt(n, start))
	}
	err := j.Close()
	if err == nil || !strings.Contains(err.Error(), "356 entries lost") || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("Close() = %v, want 356 lost for want of the directory", err)
	}
	if s := j.Stats(); s.Dropped != n || s.Queued != 0 {
		t.Errorf("Stats() = %+v, want %d dropped", s, n)
	}
}

func TestDroppedForWantOfRoomIsLogged(t *testing.T) {
	var log lines
	j, err := newJournal(tempPath(t), Options{Queue: 1, Logger: log.logger()})
	if err != nil {
		t.Fatal(err)
	}
	for n := range 3 {
		j.Record(recordAt(n, start))
	}
	w := newWriter(j)
	if err := w.open(context.Background(), false); err != nil {
		t.Fatal(err)
	}
	go w.run()
	mustFlush(t, j)
	mustClose(t, j)
	if found := log.with("dropped=2"); len(found) != 1 {
		t.Errorf("log = %q, want one line about two", log.with(""))
	}
}

func TestAPanicIsAnError(t *testing.T) {
	if err := guarded(func() error { panic("bad") }); err == nil || !strings.Contains(err.Error(), "bad") {
		t.Errorf("guarded() = %v, want the panic", err)
	}
}
