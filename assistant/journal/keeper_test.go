package journal

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

const day = 24 * time.Hour

func TestRetentionOnOpen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		path := tempPath(t)
		j := mustOpen(t, path, Options{Retention: 1000 * day})
		for n := range 10 {
			j.Record(recordAt(n, start.Add(-time.Duration(n)*day)))
		}
		mustClose(t, j)
		var log lines
		j = mustOpen(t, path, Options{Retention: 3 * day, Logger: log.logger()})
		synctest.Wait()
		if diff := cmp.Diff([]string{"r00000", "r00001", "r00002", "r00003"}, ids(t, j, Filter{})); diff != "" {
			t.Errorf("List() (-want +got):\n%s", diff)
		}
		if got := j.Stats().Removed; got != 6 {
			t.Errorf("Removed = %d, want 6", got)
		}
		if found := log.with("records=6"); len(found) != 1 {
			t.Errorf("log = %q, want one line about six", log.with(""))
		}
		mustClose(t, j)
	})
}

func TestRetentionByTheDay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		j := mustOpen(t, tempPath(t), Options{Retention: 30 * day, Now: time.Now})
		for n := range 40 {
			j.Record(recordAt(n, time.Time{}))
			time.Sleep(day + time.Second)
		}
		synctest.Wait()
		got := ids(t, j, Filter{})
		if len(got) != 30 || got[0] != "r00039" || got[29] != "r00010" {
			t.Errorf("List() = %v, want the thirty of the last thirty days", got)
		}
		mustClose(t, j)
	})
}

func TestAClockSetForwardRemovesNothingForADay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log lines
		var ahead atomic.Int64 // time.Duration
		j := mustOpen(t, tempPath(t), Options{
			Retention: 30 * day, Logger: log.logger(), Now: func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) },
		})
		j.Record(recordAt(1, time.Time{}))
		mustFlush(t, j)
		time.Sleep(time.Hour)

		ahead.Store(int64(10 * 365 * day)) // wrong for less than a day
		time.Sleep(day)
		synctest.Wait()
		ahead.Store(0)
		time.Sleep(3 * day)
		synctest.Wait()
		if diff := cmp.Diff([]string{"r00001"}, ids(t, j, Filter{})); diff != "" {
			t.Errorf("List() after a wrong clock was set right (-want +got):\n%s", diff)
		}
		if found := log.with("set forward"); len(found) != 1 {
			t.Errorf("log = %q, want one line about the clock", log.with(""))
		}

		ahead.Store(int64(10 * 365 * day)) // and for good
		time.Sleep(2*day + time.Second)
		synctest.Wait()
		if got := ids(t, j, Filter{}); got != nil {
			t.Errorf("List() = %v, want retention to hold when the clock stays", got)
		}
		mustClose(t, j)
	})
}

func TestRemovedMeansRemoved(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		path := tempPath(t)
		j := mustOpen(t, path, Options{Retention: day, Now: time.Now})
		const secret = "此句不得久留"
		for n := range 3000 {
			r := recordAt(n, time.Time{})
			r.Question = fmt.Sprint(secret, n)
			j.Record(r)
			if n%maxBatch == 0 {
				synctest.Wait()
			}
		}
		mustFlush(t, j)
		before := j.Stats().Bytes
		time.Sleep(3 * day)
		synctest.Wait()
		if got := j.Stats(); got.Bytes > before/4 || got.Removed != 3000 {
			t.Errorf("Stats() = %+v, want 3000 removed and the space of %d given back", got, before)
		}
		for _, suffix := range []string{"", "-wal"} {
			b, err := os.ReadFile(path + suffix)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(b, []byte(secret)) {
				t.Errorf("the %q file still holds what was removed", suffix)
			}
		}
		mustClose(t, j)
	})
}

func TestSizeIsKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log lines
		j := mustOpen(t, tempPath(t), Options{MaxBytes: minBytes, Logger: log.logger()})
		const n = 12_000
		for n := range n {
			r := recordAt(n, start.Add(time.Duration(n)*time.Second))
			r.Text = strings.Repeat("长", 200)
			j.Record(r)
			if n%maxBatch == 0 {
				synctest.Wait()
			}
		}
		mustFlush(t, j)
		synctest.Wait()
		got := ids(t, j, Filter{Limit: n})
		if s := j.Stats(); s.Bytes > 2*minBytes+walLimit || len(got) < 500 || int(s.Removed)+len(got) != n {
			t.Errorf("%d records, Stats() = %+v; want what a megabyte holds", len(got), s)
		}
		if got[0] != fmt.Sprintf("r%05d", n-1) {
			t.Errorf("newest = %s, want the last", got[0])
		}
		if found := log.with("reached its size"); len(found) == 0 {
			t.Errorf("log = %q, want a line about the size", log.with(""))
		}
		mustClose(t, j)
	})
}

func TestFilesSetAsideAreNotKeptForEver(t *testing.T) {
	path := tempPath(t)
	base := filepath.Base(path)
	for _, name := range []string{
		".corrupt-20260101T000000Z", ".corrupt-20260101T000000Z-wal", ".corrupt-20261120T000000Z", ".corrupt-20261121T000000Z",
		".corrupt-20261121T000000Z-2", ".corrupt-20261122T000000Z", ".corrupt-20261122T000000Z-wal", ".corrupt-notes", ".old",
	} {
		if err := os.WriteFile(path+name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := removeAside(path, start.Add(-30*day)); err != nil {
		t.Fatal(err)
	}
	dir, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range dir {
		got = append(got, strings.TrimPrefix(e.Name(), base))
	}
	want := []string{
		".corrupt-20261121T000000Z-2", ".corrupt-20261122T000000Z", ".corrupt-20261122T000000Z-wal", ".corrupt-notes", ".old",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
	if err := removeAside(filepath.Join(path, "missing"), start); err == nil {
		t.Error("removeAside() in a missing directory = nil, want an error")
	}
}

func TestForget(t *testing.T) {
	path := tempPath(t)
	j := mustOpen(t, path, Options{})
	for n := range 3 {
		j.Record(recordAt(n, start))
	}
	mustFlush(t, j)
	if n, err := Forget(t.Context(), path, "r00001", "unknown"); n != 1 || err != nil {
		t.Errorf("Forget() = %d, %v; want 1", n, err)
	}
	if diff := cmp.Diff([]string{"r00000", "r00002"}, ids(t, j, Filter{})); diff != "" {
		t.Errorf("List() (-want +got):\n%s", diff)
	}
	if _, err := Forget(t.Context(), path+"x", "a"); !os.IsNotExist(err) {
		t.Errorf("Forget() = %v, want %v and no file made", err, os.ErrNotExist)
	}
}
