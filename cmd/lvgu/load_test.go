package main

import (
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// connections is how many clients send at once: enough to keep two cores busy, and a queue at each.
const connections = 16

// load sends requests to a process over kept connections and counts what comes back.
type load struct {
	process  *process
	requests [][]byte
	clients  []*client

	next   atomic.Int64 // request to send
	failed atomic.Int64 // responses that were not 200
	mu     sync.Mutex   // guards took
	took   []time.Duration
}

func newLoad(t testing.TB, p *process, requests [][]byte) *load {
	t.Helper()
	l := &load{process: p, requests: requests}
	for range connections {
		c, err := dial(p.addr)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.conn.Close() })
		l.clients = append(l.clients, c)
	}
	return l
}

// each calls send at every connection at once and waits.
func (l *load) each(send func(c *client)) {
	var all sync.WaitGroup
	for _, c := range l.clients {
		all.Go(func() { send(c) })
	}
	all.Wait()
}

// burst sends n requests, each connection its next as soon as it has the response to the one before.
func (l *load) burst(n int) {
	var sent atomic.Int64
	l.each(func(c *client) {
		took := make([]time.Duration, 0, n)
		for sent.Add(1) <= int64(n) {
			took = append(took, l.send(c, time.Now()))
		}
		l.note(took)
	})
}

// paced sends requests at a rate for some time. A response's time counts from when its request was due, so that a server
// that stalls does not hide how many waited.
func (l *load) paced(perSecond int, during time.Duration) {
	gap := time.Second * connections / time.Duration(perSecond)
	began := time.Now()
	var first atomic.Int64
	l.each(func(c *client) {
		var took []time.Duration
		due := began.Add(gap / connections * time.Duration(first.Add(1)))
		for ; due.Sub(began) < during; due = due.Add(gap) {
			time.Sleep(time.Until(due))
			took = append(took, l.send(c, due))
		}
		l.note(took)
	})
}

// send sends the next request and returns how long after due its response was read.
func (l *load) send(c *client, due time.Time) time.Duration {
	request := l.requests[int(l.next.Add(1))%len(l.requests)]
	if status, err := c.do(request); err != nil || status != http.StatusOK {
		l.failed.Add(1)
	}
	return time.Since(due)
}

func (l *load) note(took []time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.took = append(l.took, took...)
}

// percentile is the time within which a share of the responses came.
func (l *load) percentile(share float64) time.Duration {
	if len(l.took) == 0 {
		return 0
	}
	slices.Sort(l.took)
	return l.took[int(float64(len(l.took)-1)*share)]
}

// measure runs what sends requests and reports to b: requests a second, errors, times, the processor time of server and
// generator for a thousand requests, and what the server holds in memory afterwards.
func (l *load) measure(b *testing.B, unit string, run func()) {
	server, own, began := l.process.spent(), ownTime(b), time.Now()
	run()
	spent := time.Since(began)
	n := float64(len(l.took))
	b.ReportMetric(0, "ns/op") // an operation is many requests
	b.ReportMetric(n/spent.Seconds(), unit)
	b.ReportMetric(float64(l.failed.Load()), "errors")
	b.ReportMetric(milliseconds(l.percentile(0.5)), "p50-ms")
	b.ReportMetric(milliseconds(l.percentile(0.99)), "p99-ms")
	b.ReportMetric((l.process.spent()-server).Seconds()/n*1000, "server-cpu-s/1000")
	b.ReportMetric((ownTime(b)-own).Seconds()/n*1000, "client-cpu-s/1000")
	b.ReportMetric(float64(l.process.resident())/(1<<20), "MB-resident")
}

// ownTime is the processor time of this process.
func ownTime(t testing.TB) time.Duration {
	t.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
