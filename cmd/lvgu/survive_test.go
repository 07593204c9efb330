package main

import (
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"lvgu"
	"lvgu/assistant/server"
)

// The sizes of the floods that a server must outlive.
const (
	slowConnections = 2_000
	floodRequests   = 100_000
)

// TestFloods holds connections open that never finish a request, and asks without end from one address. The server goes
// on answering whoever else asks, and each flood is cut to its limit.
func TestFloods(t *testing.T) {
	p := startProcess(t, []string{"LVGU_TRUSTED_PROXIES=1"})
	slow := holdSlow(t, p.addr, slowConnections)
	page, question := getRequest("/enclaves/"), postRequest("/api/answer", `{"question":"红烧肉怎么做"}`)
	mustDo(t, p, page)
	mustDo(t, p, question)

	statuses := flood(t, p, from("203.0.113.9", question), floodRequests)
	mustDo(t, p, page)
	mustDo(t, p, from("203.0.113.10", question))
	if got := statuses[http.StatusOK] + statuses[http.StatusTooManyRequests]; got != floodRequests {
		t.Errorf("statuses %v, want 200 and 429 for all of %d requests", statuses, floodRequests)
	}
	if got := statuses[http.StatusOK]; got < server.DefaultAnswerRate || got > floodRequests/10 {
		t.Errorf("%d answers to one address, want about %d a minute", got, server.DefaultAnswerRate)
	}
	for _, c := range slow { // their time to send a header has passed, or they wait for it here
		if _, err := io.Copy(io.Discard, c); err != nil {
			t.Fatalf("a connection that sends no request ended with %v, want the server's end", err)
		}
	}
	p.stop(t)
}

// holdSlow opens connections that send half a header.
func holdSlow(t testing.TB, addr string, n int) []net.Conn {
	t.Helper()
	t.Helper()
	conns := make([]net.Conn, n)
	for i := range conns {
		c, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatalf("connection %d: %v", i+1, err)
		}
		t.Cleanup(func() { c.Close() })
		if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: zone.example\r\nX-Slow: "); err != nil {
			t.Fatalf("connection %d: %v", i+1, err)
		}
		conns[i] = c
	}
	return conns
}

// flood sends one request n times over as many connections as a load has, and counts the statuses.
func flood(t *testing.T, p *process, request []byte, n int) map[int]int {
	t.Helper()
	var counts [600]atomic.Int64
	var sent atomic.Int64
	newLoad(t, p, nil).each(func(c *client) {
		for sent.Add(1) <= int64(n) {
			status, err := c.do(request)
			if err != nil {
				t.Error(err)
				return
			}
			counts[status].Add(1)
		}
	})
	statuses := map[int]int{}
	for status := range counts {
		if n := counts[status].Load(); n > 0 {
			statuses[status] = int(n)
		}
	}
	return statuses
}

// from is a request that a proxy passes on for an address.
func from(address string, request []byte) []byte {
	const host = "Host: zone.example\r\n"
	return []byte(strings.Replace(string(request), host, host+"X-Forwarded-For: "+address+"\r\n", 1))
}

// mustDo sends a request over a connection of its own.
func mustDo(t *testing.T, p *process, request []byte) {
	t.Helper()
	c, err := dial(p.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer c.conn.Close()
	if status, err := c.do(request); err != nil || status != http.StatusOK {
		t.Errorf("%.40q: status %d, error %v, want 200", request, status, err)
	}
}

// TestContentFolderVanishes takes the folder away from a running server: what it serves stays.
func TestContentFolderVanishes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "content")
	if err := os.CopyFS(dir, lvgu.Content()); err != nil {
		t.Fatal(err)
	}
	p := startProcess(t, unlimited, "--content", dir)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/enclaves/", "/readyz"} {
		mustDo(t, p, getRequest(path))
	}
	p.ask(t, "上海张江飞地有多大？")
	p.stop(t)
}
