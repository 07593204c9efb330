package folder

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// patience is only for a change that is never told.
const patience = 20 * time.Second

// watched starts Watch, waits until it has begun, and returns what is told after that.
func watched(t *testing.T, dir string, options Options) chan struct{} {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	told, done := make(chan struct{}, 1000), make(chan struct{})
	go func() {
		defer close(done)
		Watch(ctx, dir, options, func() { told <- struct{}{} })
	}()
	t.Cleanup(func() { cancel(); <-done })
	toldOf(t, told, "the beginning", func() bool { return true })
	return told
}

// toldOf waits for a change after which holds is true.
func toldOf(t *testing.T, told chan struct{}, what string, holds func() bool) {
	t.Helper()
	timeout := time.After(patience)
	for {
		select {
		case <-told:
			if holds() {
				return
			}
		case <-timeout:
			t.Fatalf("%s was not told", what)
		}
	}
}

func TestWatchTells(t *testing.T) {
	for _, test := range []struct {
		name    string
		options Options
	}{
		{"by events", Options{Quiet: 10 * time.Millisecond, Poll: time.Hour}},
		{"by comparing", Options{Quiet: 10 * time.Millisecond, Poll: 20 * time.Millisecond, NoEvents: true}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, map[string]string{"stories/a.md": "1"})
			told := watched(t, dir, test.options)
			in := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
			steps := []struct {
				what string
				do   func() error
			}{
				{"an edit", func() error { return os.WriteFile(in("stories/a.md"), []byte("22"), 0o644) }},
				{"a save by renaming over", func() error {
					write(t, dir, map[string]string{"stories/.a.md.tmp": "333"})
					return os.Rename(in("stories/.a.md.tmp"), in("stories/a.md"))
				}},
				{"a second save by renaming over", func() error {
					write(t, dir, map[string]string{"stories/.a.md.tmp": "4444"})
					return os.Rename(in("stories/.a.md.tmp"), in("stories/a.md"))
				}},
				{"a new folder with a file in it", func() error { write(t, dir, map[string]string{"new/deep/b.md": "1"}); return nil }},
				{"an edit in the new folder", func() error { return os.WriteFile(in("new/deep/b.md"), []byte("22"), 0o644) }},
				{"a folder moved", func() error { return os.Rename(in("new"), in("newer")) }},
				{"an edit in the moved folder", func() error { return os.WriteFile(in("newer/deep/b.md"), []byte("333"), 0o644) }},
				{"a removal", func() error { return os.RemoveAll(in("newer")) }},
			}
			before := read(t, dir).Version()
			for _, step := range steps {
				if err := step.do(); err != nil {
					t.Fatal(err)
				}
				toldOf(t, told, step.what, func() bool { return read(t, dir).Version() != before })
				before = read(t, dir).Version()
			}
		})
	}
}

// TestWatchFollowsALink switches a link over to another folder, as releases are.
func TestWatchFollowsALink(t *testing.T) {
	one, two, link := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "content")
	write(t, one, map[string]string{"a.md": "1"})
	write(t, two, map[string]string{"a.md": "2"})
	for _, dir := range []string{one, two} { // as unpacked from archives that keep no times
		if err := os.Chtimes(filepath.Join(dir, "a.md"), time.Unix(0, 0), time.Unix(0, 0)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(one, link); err != nil {
		t.Fatal(err)
	}
	told := watched(t, link, Options{Quiet: 10 * time.Millisecond, Poll: 20 * time.Millisecond})
	if err := os.Symlink(two, link+".new"); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(link+".new", link); err != nil {
		t.Fatal(err)
	}
	want := read(t, two).Version()
	toldOf(t, told, "the link", func() bool { return read(t, link).Version() == want })
}

// TestWatchIsNotPutOff keeps changing: the change is told although it is never quiet.
func TestWatchIsNotPutOff(t *testing.T) {
	dir := t.TempDir()
	told := watched(t, dir, Options{Quiet: 50 * time.Millisecond, Impatient: 100 * time.Millisecond, Poll: time.Hour})
	stop := time.After(patience)
	for n := 0; ; n++ {
		write(t, dir, map[string]string{"a.md": itoa(n)})
		select {
		case <-told:
			return
		case <-stop:
			t.Fatal("a folder that keeps changing was never told")
		case <-time.After(5 * time.Millisecond):
		}
	}
}
