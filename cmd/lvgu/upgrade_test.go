package main

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// startOn starts the program as a service manager does: in a process of its own, on a socket that the manager holds open.
// It returns once the program is ready.
func startOn(t *testing.T, socket *os.File) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// The manager names the process that the socket is for; the shell knows its number and becomes the program.
	cmd := exec.CommandContext(t.Context(), "bash", "-c", `LISTEN_PID=$$ LISTEN_FDS=1 LVGU_ANSWER_RATE=0 exec -a lvgu "$0" serve`, program)
	cmd.ExtraFiles = []*os.File{socket}
	log, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(log)
	var said strings.Builder
	for lines.Scan() {
		said.WriteString(lines.Text() + "\n")
		if strings.Contains(lines.Text(), "msg=ready") {
			go io.Copy(io.Discard, log)
			return cmd
		}
	}
	t.Fatalf("the program did not get ready: %v\n%s", cmd.Wait(), said.String())
	return nil
}

// TestUpgrade replaces the running program twice while visitors come, once with the new one ready beside the old and once
// with nobody there for a while. None is turned away.
func TestUpgrade(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	socket, err := listener.(*net.TCPListener).File()
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	stop := func(cmd *exec.Cmd) {
		t.Helper()
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err != nil {
			t.Errorf("the program ended with %v, want an orderly end", err)
		}
	}

	running := startOn(t, socket)
	v := visit(t, "http://"+listener.Addr().String())
	next := startOn(t, socket)
	stop(running)
	before := v.served.Load()
	v.await(t, before+20)
	stop(next)
	last := startOn(t, socket)
	before = v.served.Load()
	v.await(t, before+20)
	v.end()
	stop(last)
	if n := v.failed.Load(); n > 0 {
		t.Errorf("%d of %d visits failed, want none; the first: %v", n, n+v.served.Load(), v.first)
	}
}

// visits are two visitors who come again and again: one reads a page, one asks a question.
type visits struct {
	served, failed atomic.Int64
	ended          chan struct{}
	group          sync.WaitGroup

	once  sync.Once
	first error // the first failure; read after end
}

func visit(t *testing.T, url string) *visits {
	t.Helper()
	v := &visits{ended: make(chan struct{})}
	// A connection a visit, as a proxy makes them: one that is kept may close just as a request is sent on it.
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: startTimeout}
	read := func() (*http.Response, error) { return client.Get(url + "/") }
	ask := func() (*http.Response, error) {
		return client.Post(url+"/api/answer", "application/json", strings.NewReader(`{"question":"上海张江飞地有多大？"}`))
	}
	for _, request := range []func() (*http.Response, error){read, ask} {
		v.group.Go(func() {
			for !v.over() {
				v.count(request())
				time.Sleep(20 * time.Millisecond)
			}
		})
	}
	return v
}

func (v *visits) over() bool {
	select {
	case <-v.ended:
		return true
	default:
		return false
	}
}

func (v *visits) count(response *http.Response, err error) {
	if err == nil {
		_, err = io.Copy(io.Discard, response.Body)
		response.Body.Close()
	}
	if err == nil && response.StatusCode != http.StatusOK {
		err = errors.New(response.Status)
	}
	if err != nil {
		v.failed.Add(1)
		v.once.Do(func() { v.first = err })
		return
	}
	v.served.Add(1)
}

// await returns when so many visits have been served.
func (v *visits) await(t *testing.T, n int64) {
	t.Helper()
	for deadline := time.Now().Add(startTimeout); v.served.Load() < n && time.Now().Before(deadline); {
		time.Sleep(10 * time.Millisecond)
	}
	if v.served.Load() < n {
		t.Fatalf("%d visits were served, want %d", v.served.Load(), n)
	}
}

func (v *visits) end() {
	close(v.ended)
	v.group.Wait()
}
