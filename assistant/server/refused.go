package server

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"lvgu/index/corpus"
)

// refused is newer content that is not served because of its faults.
type refused struct {
	mu      sync.Mutex // guards all of these
	faults  corpus.Faults
	changed chan struct{} // closed and replaced when what a preview shows has changed
}

// Refuse says that there is newer content that cannot be published, and why: /readyz tells it, and a preview. The edition
// that is served stays. No faults say that the content is again what is served.
func (s *Server) Refuse(faults corpus.Faults) {
	if faults.Err() == nil {
		faults = nil
	}
	s.refused.mu.Lock()
	defer s.refused.mu.Unlock()
	s.refused.faults = faults
	s.refused.tell()
}

// tell wakes those who wait for a change; the caller holds the mutex.
func (r *refused) tell() {
	if r.changed != nil {
		close(r.changed)
	}
	r.changed = make(chan struct{})
}

// now returns the faults, and what is closed when anything changes.
func (r *refused) now() (corpus.Faults, <-chan struct{}) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.changed == nil {
		r.changed = make(chan struct{})
	}
	return r.faults, r.changed
}

// errors counts the faults that are no warnings.
func (r *refused) errors() float64 {
	faults, _ := r.now()
	n := 0.0
	for _, f := range faults {
		if !f.Warning {
			n++
		}
	}
	return n
}

// stateOf names what a preview shows: it changes with the edition and with the faults of newer content.
func stateOf(e *edition, faults corpus.Faults) string {
	sum := sha256.New()
	if e != nil {
		fmt.Fprintln(sum, e.Version, e.Notes)
	}
	fmt.Fprintln(sum, faults)
	return hex.EncodeToString(sum.Sum(nil)[:8])
}
