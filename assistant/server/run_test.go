package server

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"

	"lvgu/assistant"
)

// The tests of this file run Server.Run over connections in memory, with time that only passes when all wait. Their
// bubbles also prove that no goroutine is left behind.

// pipeListener accepts connections that are made by dial.
type pipeListener struct {
	conns  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func newPipeListener() *pipeListener {
	return &pipeListener{conns: make(chan net.Conn), closed: make(chan struct{})}
}

func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *pipeListener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func (l *pipeListener) Addr() net.Addr { return &net.UnixAddr{Name: "pipe", Net: "unix"} }

func (l *pipeListener) dial(t *testing.T) net.Conn {
	t.Helper()
	client, server := net.Pipe()
	select {
	case l.conns <- server:
	case <-l.closed:
		t.Fatal("dial: the listener is closed")
	}
	return client
}

// running is a Server in a bubble.
type running struct {
	*pipeListener
	server *Server
	log    *testLog
	stop   context.CancelFunc
	done   chan error
	closed bool // the edition; read after the end
}

func start(t *testing.T, config Config, answerer Answerer) *running {
	t.Helper()
	log := &testLog{}
	r := &running{pipeListener: newPipeListener(), server: New(config, log.logger()), log: log, done: make(chan error, 1)}
	edition := testEdition("v1")
	edition.Answerer = answerer
	edition.Close = func() error { r.closed = true; return nil }
	if err := r.server.Publish(edition); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	r.stop = cancel
	go func() { r.done <- r.server.Run(ctx, r.pipeListener) }()
	return r
}

// end stops the server and expects an orderly end.
func (r *running) end(t *testing.T) {
	t.Helper()
	r.stop()
	if err := <-r.done; err != nil {
		t.Errorf("Run() = %v, want nil", err)
	}
	if !r.closed {

		t.Error("the edition was not closed at the end")
	}
}

const streamRequest = "POST /api/answer HTTP/1.1\r\nHost: lvgu\r\nContent-Type: application/json\r\n" +
	"Accept: text/event-stream\r\nContent-Length: %d\r\n\r\n%s"

func sendQuestion(t *testing.T, c net.Conn, question string) {
	t.Helper()
	body := `{"question":"` + question + `"}`
	if _, err := fmt.Fprintf(c, streamRequest, len(body), body); err != nil {
		t.Fatal(err)
	}
}

// gradual answers by way of a function, which may wait.
type gradual struct {
	fakeAnswerer
	before func(ctx context.Context) error
}

func (g gradual) Answer(ctx context.Context, q assistant.Question) iter.Seq2[assistant.Event, error] {
	return func(yield func(assistant.Event, error) bool) {
		if err := g.before(ctx); err != nil {
			yield(assistant.Event{}, err)
			return
		}
		g.fakeAnswerer.Answer(ctx, q)(yield)
	}
}

func wait(d time.Duration) func(context.Context) error {
	return func(ctx context.Context) error {
		select {
		case <-time.After(d):
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// TestSlowAnswer checks that deadlines meant for files do not cut off an answer that takes nearly all of its time.
func TestSlowAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{}, gradual{before: wait(answerTimeout - time.Second)})
		c := r.dial(t)
		sendQuestion(t, c, "张江")
		body := readResponse(t, c, http.StatusOK)
		if !strings.Contains(body, "event: done\n") {
			t.Errorf("stream = %q, want a done event", body)
		}
		c.Close()
		r.end(t)
	})
}

// TestEndlessAnswer checks that an answer has a bounded time.
func TestEndlessAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{}, fakeAnswerer{"v1"})
		c := r.dial(t)
		began := time.Now()
		sendQuestion(t, c, "this hangs")
		body := readResponse(t, c, http.StatusServiceUnavailable)
		if !strings.Contains(body, `"code":"unavailable"`) {
			t.Errorf("body = %q, want the code unavailable", body)
		}
		if got := time.Since(began); got != answerTimeout {
			t.Errorf("refused after %v, want %v", got, answerTimeout)
		}
		c.Close()
		r.end(t)
	})
}

// TestSlowReader checks that a client that does not read its events is let go, and frees what it held.
func TestSlowReader(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{MaxAnswers: 1}, fakeAnswerer{"v1"})
		c := r.dial(t)
		began := time.Now()
		sendQuestion(t, c, "张江")
		time.Sleep(eventTimeout + time.Second) // in the bubble's time
		if _, err := io.ReadAll(c); err != nil {
			t.Fatal(err)
		}
		if got := time.Since(began); got != eventTimeout+time.Second {
			t.Errorf("the connection ended after %v, want at once when looked at", got)
		}
		other := r.dial(t)
		sendQuestion(t, other, "张江")
		readResponse(t, other, http.StatusOK)
		other.Close()
		c.Close()
		r.end(t)
	})
}

// TestSlowSender checks that a client that sends its header a byte at a time is let go.
func TestSlowSender(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{}, fakeAnswerer{"v1"})
		c := r.dial(t)
		go io.Copy(io.Discard, c) // a pipe has no buffer for the server's farewell
		began := time.Now()
		for {
			if _, err := c.Write([]byte("G")); err != nil {
				break
			}
			time.Sleep(time.Second)
		}
		if got := time.Since(began); got > readHeaderTimeout+time.Second {
			t.Errorf("let go after %v, want within %v", got, readHeaderTimeout+time.Second)
		}
		c.Close()
		r.end(t)
	})
}

// TestSlowBody checks that a client that sends its question a byte at a time is let go. The first bytes are in time for
// the header's limit.
func TestSlowBody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{}, fakeAnswerer{"v1"})
		c := r.dial(t)
		go io.Copy(io.Discard, c) // a pipe has no buffer for the server's farewell
		began := time.Now()
		if _, err := fmt.Fprintf(c, streamRequest, maxBody, ""); err != nil {
			t.Fatal(err)
		}
		for {
			if _, err := c.Write([]byte(" ")); err != nil {
				break
			}
			time.Sleep(time.Second)
		}
		if got := time.Since(began); got < readTimeout || got > readTimeout+2*time.Second {
			t.Errorf("let go after %v, want after %v", got, readTimeout)
		}
		c.Close()
		r.end(t)
	})
}

// TestSlowPage checks that a client that does not read the page it asked for is let go.
func TestSlowPage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{}, fakeAnswerer{"v1"})
		c := r.dial(t)
		if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: lvgu\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		time.Sleep(writeTimeout + time.Second)
		if data, err := io.ReadAll(c); err != nil || len(data) > 0 {
			t.Errorf("read %d bytes, error %v, long after the time to write had passed; want a closed connection", len(data), err)
		}
		c.Close()
		r.end(t)
	})
}

// TestIdle checks that a connection without a request is closed, and not before its time.
func TestIdle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{}, fakeAnswerer{"v1"})
		c := r.dial(t)
		for range 2 {
			if _, err := io.WriteString(c, "GET /healthz HTTP/1.1\r\nHost: lvgu\r\n\r\n"); err != nil {
				t.Fatalf("a request within the time to idle: %v", err)
			}
			readResponse(t, c, http.StatusOK)
			time.Sleep(idleTimeout - time.Second)
		}
		began := time.Now()
		if _, err := c.Read(make([]byte, 1)); err != io.EOF {
			t.Errorf("Read() from an idle connection = %v, want its end", err)
		}
		if got := time.Since(began); got != time.Second {
			t.Errorf("closed %v after the last but one second, want 1s", got)
		}
		c.Close()
		r.end(t)
	})
}

// TestSaturated checks that pages are served while no more answers can be: those past the queue are refused at once.
func TestSaturated(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{MaxAnswers: 1}, fakeAnswerer{"v1"})
		var held []net.Conn
		for range 1 + gateQueue {
			c := r.dial(t)
			held = append(held, c)
			sendQuestion(t, c, "this hangs")
		}
		synctest.Wait()
		began := time.Now()
		c := r.dial(t)
		sendQuestion(t, c, "张江")
		if body := readResponse(t, c, http.StatusServiceUnavailable); !strings.Contains(body, `"code":"unavailable"`) {
			t.Errorf("body = %q, want the code unavailable", body)
		}
		for _, path := range []string{"/", "/readyz"} {
			if _, err := fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: lvgu\r\n\r\n", path); err != nil {
				t.Fatal(err)
			}
			readResponse(t, c, http.StatusOK)
		}
		if got := time.Since(began); got != 0 {
			t.Errorf("this took %v, want no wait", got)
		}
		for _, c := range append(held, c) {
			c.Close()
		}
		r.end(t)
	})
}

// TestDisconnect checks that an answer ends when its reader leaves.
func TestDisconnect(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ended := make(chan error, 1)
		r := start(t, Config{}, gradual{before: func(ctx context.Context) error {
			<-ctx.Done()
			ended <- ctx.Err()
			return ctx.Err()
		}})
		c := r.dial(t)
		began := time.Now()
		sendQuestion(t, c, "张江")
		synctest.Wait()
		c.Close()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			t.Errorf("the answer's context ended with %v, want canceled", err)
		}
		if got := time.Since(began); got != 0 {
			t.Errorf("the answer ended %v after its reader left, want at once", got)
		}
		r.end(t)
		if !strings.Contains(r.log.String(), "status=499") {
			t.Errorf("log = %s, want status 499", r.log)
		}
		if got := testutil.ToFloat64(r.server.metrics.answers.WithLabelValues("left", "", "")); got != 1 {
			t.Errorf("%v answers are counted as left, want 1", got)
		}
	})
}

// TestGate checks that the number of answers is bounded, and so are the number that wait and their time.
func TestGate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGate(1, 1, gateWait)
		if err := g.enter(t.Context()); err != nil {
			t.Fatalf("enter() the empty gate = %v", err)
		}
		waited := make(chan error)
		go func() { waited <- g.enter(t.Context()) }()
		synctest.Wait()

		began := time.Now()
		if err := g.enter(t.Context()); err == nil || problemOf(err).kind != busy {
			t.Errorf("enter() past the queue = %v, want busy", err)
		}
		if got := time.Since(began); got != 0 {
			t.Errorf("refused after %v, want at once", got)
		}
		if err := <-waited; err == nil || problemOf(err).kind != busy {
			t.Errorf("enter() after waiting = %v, want busy", err)
		}
		if got := time.Since(began); got != gateWait {
			t.Errorf("waited %v, want %v", got, gateWait)
		}

		go func() { waited <- g.enter(t.Context()) }()
		synctest.Wait()
		g.leave()
		if err := <-waited; err != nil {
			t.Errorf("enter() when a slot comes free = %v, want nil", err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := g.enter(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("enter() with an ended context = %v, want canceled", err)
		}
	})
}

// readResponse reads one response, checks its status and returns its body.
func readResponse(t *testing.T, c net.Conn, status int) string {
	t.Helper()
	response, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if response.StatusCode != status {
		t.Errorf("status = %d, want %d; body %s", response.StatusCode, status, body)
	}
	return string(body)
}
