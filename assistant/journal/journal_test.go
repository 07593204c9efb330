package journal

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestRecordComesBackMasked(t *testing.T) {
	path := tempPath(t)
	j := mustOpen(t, path, Options{})
	given := Record{
		ID: "abc", Time: start.Add(1500 * time.Microsecond), Lang: "zh",
		Question: "我的电话13800001111，补贴多少？", Completed: "13800001111问企业补贴多少？", Outcome: "answered", Mode: "generate",
		Text:           "补贴50万元。[1] 回电13800001111。",
		Sources:        []Source{{URL: "/policies/a/#art-1", Passage: "policies/a#art-1"}},
		Notices:        []Notice{{Code: "as-of", Text: "截至2026年"}},
		Withheld:       []Withheld{{Sentence: "请打13800001111。", Reason: "contact"}},
		ContentVersion: "v1", Latency: 1234567 * time.Nanosecond,
		Feedback: &Feedback{Useful: true},
	}
	j.Record(given)
	mustFlush(t, j)

	want := given
	want.Time, want.Latency, want.Feedback = start.Add(time.Millisecond), 1234*time.Microsecond, nil
	want.Question, want.Completed = "我的电话***，补贴多少？", "***问企业补贴多少？"
	want.Text = "补贴50万元。[1] 回电***。"
	want.Withheld = []Withheld{{Sentence: "请打***。", Reason: "contact"}}
	got, err := j.Get(t.Context(), "abc")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Get() (-want +got):\n%s", diff)
	}
	if given.Withheld[0].Sentence != "请打13800001111。" {
		t.Error("Record() changed the caller's slices")
	}
	if _, err := j.Get(t.Context(), "other"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Get(other) = %v, want %v", err, ErrNotFound)
	}
	mustClose(t, j)
	for _, suffix := range []string{"", "-wal"} {
		if b, err := os.ReadFile(path + suffix); err == nil && strings.Contains(string(b), "13800001111") {
			t.Errorf("%s holds what was to be masked", path+suffix)
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode = %v, want only the owner to read it", info.Mode())
	}
}

func TestRecordIsBounded(t *testing.T) {
	j := mustOpen(t, tempPath(t), Options{})
	long := strings.Repeat("长", 100_000)
	j.Record(Record{ID: "long", Question: long, Text: long + "\xff", Sources: make([]Source, 1000), ContentVersion: long})
	j.Record(Record{ID: "zero", Question: "a\x00b\xffc"})
	j.Record(Record{}) // without an ID it could never be found
	mustFlush(t, j)
	r, err := j.Get(t.Context(), "long")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Question) > maxQuestion || !strings.HasSuffix(r.Question, "长…") {
		t.Errorf("Question has %d bytes and ends in %q, want %d at most", len(r.Question), r.Question[len(r.Question)-6:], maxQuestion)
	}
	if len(r.Text) > maxText || len(r.Sources) != maxList || len(r.ContentVersion) > maxName {
		t.Errorf("%d bytes of text, %d sources, want %d and %d at most", len(r.Text), len(r.Sources), maxText, maxList)
	}
	if r, err := j.Get(t.Context(), "zero"); err != nil || r.Question != "ab\uFFFDc" || r.Time.IsZero() {
		t.Errorf("Get(zero) = %q at %v, %v; want %q with a time", r.Question, r.Time, err, "ab\uFFFDc")
	}
	if s := j.Stats(); s.Written != 2 || s.Dropped != 1 {
		t.Errorf("written %d, dropped %d; want 2 and 1", s.Written, s.Dropped)
	}
}

func TestTheFirstRecordOfAnIDStands(t *testing.T) {
	j := mustOpen(t, tempPath(t), Options{})
	j.Record(Record{ID: "a", Question: "一"})
	j.Record(Record{ID: "a", Question: "二"})
	mustFlush(t, j)
	if r, err := j.Get(t.Context(), "a"); err != nil || r.Question != "一" {
		t.Errorf("Get() = %q, %v; want the first", r.Question, err)
	}
}

func TestFeedback(t *testing.T) {
	now := start
	j := mustOpen(t, tempPath(t), Options{Now: func() time.Time { return now }})
	j.Record(Record{ID: "a", Question: "？"})
	for _, comment := range []string{"很好", "不对，打13800001111"} {
		if err := j.Feedback("a", comment == "很好", comment); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Feedback("unknown", true, ""); err != nil {
		t.Errorf("Feedback(unknown) = %v, want silence", err)
	}
	mustFlush(t, j)
	r, err := j.Get(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	want := &Feedback{Time: start, Useful: false, Comment: "不对，打***"}
	if diff := cmp.Diff(want, r.Feedback); diff != "" {
		t.Errorf("Feedback (-want +got):\n%s", diff)
	}
	if list := ids(t, j, Filter{}); len(list) != 1 {
		t.Errorf("List() = %v, want no record made of feedback", list)
	}
}

func TestList(t *testing.T) {
	j := mustOpen(t, tempPath(t), Options{})
	for n, r := range []Record{
		{Outcome: "answered"}, {Outcome: Declined}, {Outcome: "answered"}, {Outcome: Declined}, {Outcome: "answered"},
	} {
		r.ID, r.Time = fmt.Sprint(n), start.Add(time.Duration(n)*time.Hour)
		j.Record(r)
	}
	for id, useful := range map[string]bool{"0": false, "1": true, "3": false, "4": true} {
		if err := j.Feedback(id, useful, ""); err != nil {
			t.Fatal(err)
		}
	}
	mustFlush(t, j)
	tests := []struct {
		name   string
		filter Filter
		want   []string
	}{
		{"all", Filter{}, []string{"4", "3", "2", "1", "0"}},
		{"limit", Filter{Limit: 2}, []string{"4", "3"}},
		{"declined", Filter{Declined: true}, []string{"3", "1"}},
		{"not useful", Filter{NotUseful: true}, []string{"3", "0"}},
		{"either", Filter{Declined: true, NotUseful: true}, []string{"3", "1", "0"}},
		{"since", Filter{Since: start.Add(2 * time.Hour)}, []string{"4", "3", "2"}},
		{"since, declined, limit", Filter{Declined: true, Since: start.Add(time.Hour), Limit: 1}, []string{"3"}},
		{"none", Filter{Since: start.Add(5 * time.Hour)}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, ids(t, j, test.filter)); diff != "" {
				t.Errorf("List(%+v) (-want +got):\n%s", test.filter, diff)
			}
		})
	}
}

func TestRecordNeverBlocks(t *testing.T) {
	j, err := newJournal(tempPath(t), Options{Queue: 2}) // nobody writes
	if err != nil {
		t.Fatal(err)
	}
	for n := range 5 {
		j.Record(recordAt(n, start))
	}
	if err := j.Feedback("a", true, ""); !errors.Is(err, ErrQueueFull) {
		t.Errorf("Feedback() = %v, want %v", err, ErrQueueFull)
	}
	if s := j.Stats(); s.Queued != 2 || s.Capacity != 2 || s.Dropped != 4 {
		t.Errorf("Stats() = %+v, want 2 queued of 2, 4 dropped", s)
	}
}

func TestCloseWritesWhatWaits(t *testing.T) {
	path := tempPath(t)
	j := mustOpen(t, path, Options{})
	const n = 1000
	for n := range n {
		j.Record(recordAt(n, start))
	}
	mustClose(t, j)
	j.Record(recordAt(n, start))
	if err := j.Feedback("r00000", true, ""); !errors.Is(err, ErrClosed) {
		t.Errorf("Feedback() after Close = %v, want %v", err, ErrClosed)
	}
	if err := j.Flush(t.Context()); !errors.Is(err, ErrClosed) {
		t.Errorf("Flush() after Close = %v, want %v", err, ErrClosed)
	}
	if _, err := j.Get(t.Context(), "r00000"); !errors.Is(err, ErrUnavailable) {
		t.Errorf("Get() after Close = %v, want %v", err, ErrUnavailable)
	}
	if err := j.Close(); err != nil {
		t.Errorf("second Close() = %v", err)
	}
	if s := j.Stats(); s.Written != n || s.Dropped != 2 {
		t.Errorf("written %d, dropped %d; want %d and 2", s.Written, s.Dropped, n)
	}
	if got := len(ids(t, mustOpen(t, path, Options{}), Filter{})); got != n {
		t.Errorf("%d records in the file, want %d", got, n)
	}
}

func TestConcurrentUse(t *testing.T) {
	j := mustOpen(t, tempPath(t), Options{Queue: 64})
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for n := range 50 {
				id := fmt.Sprintf("%d-%d", g, n)
				j.Record(Record{ID: id, Question: "？"})
				j.Feedback(id, false, "")
				j.Stats()
				j.Lag()
				if n%10 == 0 {
					if err := j.Flush(t.Context()); err != nil {
						t.Error(err)
					}
					if _, err := j.List(t.Context(), Filter{NotUseful: true}); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	wg.Go(func() {
		if err := j.Backup(t.Context(), tempPath(t)); err != nil {
			t.Error(err)
		}
	})
	wg.Wait()
	mustFlush(t, j)
	if s := j.Stats(); s.Written+s.Dropped != 400 || s.Queued != 0 {
		t.Errorf("Stats() = %+v, want 400 entries written or dropped", s)
	}
}

func TestLag(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		path := tempPath(t) + "/missing"
		j := mustOpen(t, path, Options{})
		if got := j.Lag(); got != 0 {
			t.Errorf("Lag() = %v, want 0 of an idle journal", got)
		}
		j.Record(recordAt(1, time.Time{}))
		time.Sleep(3 * time.Second)
		j.Record(recordAt(2, time.Time{}))
		synctest.Wait()
		if got := j.Lag(); got != 3*time.Second {
			t.Errorf("Lag() = %v, want the oldest's 3s", got)
		}
		j.Close()
	})
}

func TestFlushEndsWithItsContext(t *testing.T) {
	j := mustOpen(t, tempPath(t)+"/missing", Options{})
	j.Record(recordAt(1, start))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := j.Flush(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Flush() = %v, want %v", err, context.Canceled)
	}
}

func TestOptions(t *testing.T) {
	for _, test := range []struct {
		name    string
		path    string
		options Options
		want    string
	}{
		{"no path", "", Options{}, "no file"},
		{"retention", "x", Options{Retention: -1}, "retention"},
		{"size", "x", Options{MaxBytes: minBytes - 1}, "size"},
		{"queue", "x", Options{Queue: -1}, "queue"},
	} {
		if j, err := Open(t.Context(), test.path, test.options); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: Open() = %v, %v; want an error about %s", test.name, j, err, test.want)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Open(ctx, tempPath(t), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Open() = %v, want %v", err, context.Canceled)
	}
}

func BenchmarkRecord(b *testing.B) {
	j := mustOpen(b, tempPath(b), Options{})
	r := recordAt(1, start)
	r.Sources = []Source{{URL: "/policies/a/#art-1", Passage: "policies/a#art-1"}}
	b.ReportAllocs()
	for b.Loop() {
		j.Record(r)
	}
}

// BenchmarkWrite is what the file takes: records a second.
func BenchmarkWrite(b *testing.B) {
	j := mustOpen(b, tempPath(b), Options{})
	n := 0
	for b.Loop() {
		if n++; n%maxBatch == 0 {
			mustFlush(b, j)
		}
		r := recordAt(n, start)
		r.ID = fmt.Sprintf("%x", n*2654435761)
		r.Text = strings.Repeat("企业在丽水经开区租用厂房，可以享受补贴。", 20)
		j.Record(r)
	}
	mustFlush(b, j)
	if s := j.Stats(); s.Dropped > 0 {
		b.Errorf("%d dropped", s.Dropped)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "records/s")
}
