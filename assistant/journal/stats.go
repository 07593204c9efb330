package journal

import (
	"os"
	"sync/atomic"
	"time"
)

// counters are what the journal did since it was opened.
type counters struct {
	written, dropped, removed, setAside atomic.Uint64
	down                                atomic.Bool
	lastWrite                           atomic.Int64 // milliseconds since 1970; 0: never
	oldest                              atomic.Int64 // time.Duration since start of the oldest entry being written, plus one; 0: none
}

// Stats is the journal's state, for metrics.
type Stats struct {
	Queued, Capacity int       // entries that wait, and that may
	Written          uint64    // records and feedback since Open
	Dropped          uint64    // lost: the queue was full, the journal closed, or the entry was refused
	Removed          uint64    // records removed for age or size
	SetAside         uint64    // corrupt files
	Down             bool      // the file cannot be written at present
	LastWrite        time.Time // zero: not since Open
	Bytes            int64     // of the file and its -wal
}

// Stats returns the state at this moment.
func (j *Journal) Stats() Stats {
	s := Stats{
		Queued: len(j.queue), Capacity: cap(j.queue),
		Written: j.counted.written.Load(), Dropped: j.counted.dropped.Load(),
		Removed: j.counted.removed.Load(), SetAside: j.counted.setAside.Load(),
		Down: j.counted.down.Load(),
	}
	if ms := j.counted.lastWrite.Load(); ms != 0 {
		s.LastWrite = time.UnixMilli(ms).UTC()
	}
	for _, suffix := range []string{"", "-wal"} {
		if info, err := os.Stat(j.path + suffix); err == nil {
			s.Bytes += info.Size()
		}
	}
	return s
}

// Lag returns how long the oldest entry that is not written yet has waited; zero when none waits.
func (j *Journal) Lag() time.Duration {
	since := j.counted.oldest.Load()
	if since == 0 {
		return 0
	}
	return time.Since(j.started) - time.Duration(since-1)
}
