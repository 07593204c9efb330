package server

import (
	"errors"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// The tests of this file are like those of run_test.go, of how a Server stops.

// TestShutdown checks that a request in flight is finished and no new one taken.
func TestShutdown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{}, gradual{before: wait(shutdownGrace - time.Second)})
		c := r.dial(t)
		sendQuestion(t, c, "张江")
		synctest.Wait()
		r.stop()
		synctest.Wait()
		if _, err := r.Accept(); !errors.Is(err, net.ErrClosed) {
			t.Errorf("listener after the stop: %v, want closed", err)
		}
		if body := readResponse(t, c, http.StatusOK); !strings.Contains(body, "event: done\n") {
			t.Errorf("stream = %q, want a done event", body)
		}
		c.Close()
		r.end(t)
	})
}

// TestShutdownHearsOut checks that a visitor accepted just before the stop is answered, and that one who then says nothing
// does not hold it up.
func TestShutdownHearsOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{}, fakeAnswerer{"v1"})
		late, silent := r.dial(t), r.dial(t)
		synctest.Wait()
		began := time.Now()
		r.stop()
		synctest.Wait()
		time.Sleep(hearTimeout / 2)
		sendQuestion(t, late, "张江")
		if body := readResponse(t, late, http.StatusOK); !strings.Contains(body, "event: done\n") {
			t.Errorf("stream = %q, want a done event", body)
		}
		late.Close()
		r.end(t)
		if got := time.Since(began); got > readHeaderTimeout+time.Second {
			t.Errorf("stopped after %v, want %v and at most a second more", got, readHeaderTimeout)
		}
		silent.Close()
	})
}

// TestShutdownGrace checks that a request without end does not hold up the stop.
func TestShutdownGrace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{}, fakeAnswerer{"v1"})
		c := r.dial(t)
		sendQuestion(t, c, "this hangs")
		synctest.Wait()
		began := time.Now()
		r.end(t)
		if got := time.Since(began); got < shutdownGrace || got > shutdownGrace+time.Second {
			t.Errorf("stopped after %v, want %v and at most a second more", got, shutdownGrace)
		}
		c.Close()
	})
}
