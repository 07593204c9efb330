package folder

import (
	"context"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// DefaultQuiet is how long nothing may happen before a change counts as finished: an editor's save is several
	// operations within a few milliseconds.
	DefaultQuiet = 60 * time.Millisecond
	// DefaultImpatient is when a change is told although more keeps coming, as while a large folder is copied in.
	DefaultImpatient = time.Second
	// DefaultPoll is how often the folder is compared besides: what no event told is live this much later.
	DefaultPoll = 2 * time.Second
	// pollShare bounds polling to a hundredth of the time: on a slow folder it comes less often.
	pollShare = 100
)

// Options of Watch; zero values are the defaults.
type Options struct {
	Quiet, Impatient, Poll time.Duration
	NoEvents               bool // only poll, as where the system tells nothing
	Logger                 *slog.Logger
}

// Watch calls changed once when it has begun to watch, so that nothing falls between an earlier Read and the watch, and then
// after something in the folder may have changed, once for several changes that come together, until ctx ends. Changes
// while changed runs are told when it has returned.
func Watch(ctx context.Context, dir string, options Options, changed func()) {
	w := &watcher{dir: dir, options: options.withDefaults(), seen: map[string]bool{}}
	if !w.options.NoEvents {
		w.start()
	}
	if w.notify != nil {
		defer w.notify.Close()
	}
	w.last, _ = w.fingerprint()
	changed()
	w.run(ctx, changed)
}

func (o Options) withDefaults() Options {
	if o.Quiet <= 0 {
		o.Quiet = DefaultQuiet
	}
	if o.Impatient <= 0 {
		o.Impatient = DefaultImpatient
	}
	if o.Poll <= 0 {
		o.Poll = DefaultPoll
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	return o
}

type watcher struct {
	dir     string
	options Options
	notify  *fsnotify.Watcher // nil where only polling is possible
	seen    map[string]bool   // folders that are watched
	last    uint64            // fingerprint that was last told
	warned  bool              // that folders are polled only
}

// start begins to listen for events. Where that fails, polling alone must do.
func (w *watcher) start() {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		w.options.Logger.Warn("content folder is polled: no events", "error", err)
		return
	}
	w.notify = notify
	w.watchAll()
}

// watchAll watches every folder that is not watched yet: events tell of the entries of one folder only. What has gone is
// let go first, for a folder that was moved is the same to the system under both names.
func (w *watcher) watchAll() {
	there := w.folders()
	for name := range w.seen {
		if !there[name] {
			_ = w.notify.Remove(name) // it may have gone by itself
			delete(w.seen, name)
		}
	}
	for name := range there {
		if w.seen[name] {
			continue
		}
		if err := w.notify.Add(name); err != nil {
			if !w.warned {
				w.options.Logger.Warn("part of the content folder is polled only", "error", err)
			}
			w.warned = true
			continue // the poll sees what is in it
		}
		w.seen[name] = true
	}
}

// folders are the folder and all folders in it, by their real names.
func (w *watcher) folders() map[string]bool {
	there := map[string]bool{}
	dir, err := filepath.EvalSymlinks(w.dir)
	if err != nil {
		return there // the folder is away: the poll sees it come back
	}
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir():
			return nil
		case name != dir && Hidden(filepath.ToSlash(name)):
			return fs.SkipDir
		}
		there[name] = true
		return nil
	})
	return there
}

func (w *watcher) run(ctx context.Context, changed func()) {
	quiet := time.NewTimer(0)
	<-quiet.C
	poll := time.NewTimer(w.options.Poll)
	defer quiet.Stop()
	defer poll.Stop()
	var since time.Time // of the first change that is not told yet; zero: there is none
	for {
		select {
		case <-ctx.Done():
			return
		case event, ok := <-w.events():
			if !ok {
				return
			}
			if !w.matters(event) {
				continue
			}
			if since.IsZero() {
				since = time.Now()
			}
			quiet.Reset(max(0, min(w.options.Quiet, w.options.Impatient-time.Since(since))))
		case err := <-w.errors():
			// Events were lost, or the system is short of something: the next comparison finds what they were about.
			w.options.Logger.Warn("content folder: events were lost", "error", err)
			poll.Reset(w.options.Quiet)
		case <-quiet.C:
			since = time.Time{}
			w.tell(changed)
		case <-poll.C:
			began := time.Now()
			if now, ok := w.fingerprint(); ok && now != w.last && since.IsZero() {
				since = began
				quiet.Reset(w.options.Quiet)
			}
			poll.Reset(max(w.options.Poll, pollShare*time.Since(began)))
		}
	}
}

// tell notes the state of the folder before it calls changed, so that what happens meanwhile counts as new.
func (w *watcher) tell(changed func()) {
	if w.notify != nil {
		w.watchAll()
	}
	w.last, _ = w.fingerprint()
	changed()
}

func (w *watcher) events() <-chan fsnotify.Event {
	if w.notify == nil {
		return nil
	}
	return w.notify.Events
}

func (w *watcher) errors() <-chan error {
	if w.notify == nil {
		return nil
	}
	return w.notify.Errors
}

// matters reports whether an event is about content. A folder that was moved or removed is watched anew when it is back.
func (w *watcher) matters(event fsnotify.Event) bool {
	if event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename) {
		delete(w.seen, event.Name)
	}
	if event.Has(fsnotify.Create) {
		if at, err := os.Lstat(event.Name); err == nil && at.IsDir() {
			w.watchAll()
		}
	}
	return event.Op != fsnotify.Chmod && !Hidden(filepath.ToSlash(event.Name))
}
