package site

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// stopping says that it stops, as Hugo does.
type stopping chan bool

func (s stopping) Done() <-chan bool { return s }

func TestBuildOrStop(t *testing.T) {
	fault := errors.New("a fault")
	stopped := make(stopping)
	close(stopped)
	tests := []struct {
		name  string
		sites stopping
		build func() error
		want  error
	}{
		{"a build that ends", make(stopping), func() error { return nil }, nil},
		{"a build that fails", make(stopping), func() error { return fault }, fault},
		{"a build that stops and ends", stopped, func() error { time.Sleep(stuckAfter / 2); return fault }, fault},
		{"a build that stops and stays", stopped, func() error { time.Sleep(100 * stuckAfter); return nil }, errStuck},
	}
	for _, tt := range tests {
		synctest.Test(t, func(t *testing.T) {
			if err := buildOrStop(tt.sites, tt.build); err != tt.want {
				t.Errorf("%s: buildOrStop() = %v, want %v", tt.name, err, tt.want)
			}
			time.Sleep(100 * stuckAfter) // what was left waiting may end
		})
	}
}
