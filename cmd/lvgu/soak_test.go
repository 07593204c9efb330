package main

import (
	"os"
	"testing"
	"time"
)

// What a soak sends: a busy day's peak, kept up. A fifth of it are questions.
const (
	soakRate    = 500 // requests a second
	soakSamples = 10  // of what the server holds in memory
)

// BenchmarkSoak sends pages and questions at a steady rate and reports what the server holds in memory over time. It takes
// ten seconds, or as long as LVGU_SOAK says: make soak takes ten minutes.
func BenchmarkSoak(b *testing.B) {
	during := 10 * time.Second
	if said := os.Getenv("LVGU_SOAK"); said != "" {
		var err error
		if during, err = time.ParseDuration(said); err != nil {
			b.Fatal(err)
		}
	}
	p := startProcess(b, unlimited, "--journal", b.TempDir()+"/journal.db")
	l := newLoad(b, p, soakRequests(b))
	began := p.resident()
	most := began
	l.measure(b, "requests/s", func() {
		for b.Loop() {
			for n := range soakSamples {
				l.paced(soakRate, during/soakSamples)
				now := p.resident()
				most = max(most, now)
				b.Logf("%v: %d MB", during*time.Duration(n+1)/soakSamples, now>>20)
			}
		}
	})
	b.ReportMetric(float64(began)/(1<<20), "MB-first")
	b.ReportMetric(float64(most)/(1<<20), "MB-most")
}

// soakRequests are four pages for each question.
func soakRequests(t testing.TB) [][]byte {
	var out [][]byte
	pages := pageRequests()
	for i, question := range often(answerRequests(t)) {
		out = append(out, question)
		for n := range 4 {
			out = append(out, pages[(i+n)%len(pages)])
		}
	}
	return out
}
