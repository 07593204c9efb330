package main

import (
	"bufio"
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	"lvgu"
	"lvgu/index/corpus"
)

// The rates at which the times of responses are measured: half of what a server of two cores should reach.
const (
	halfAnswers = 750   // a second
	halfPages   = 7_500 // a second
)

// amongSlow is in answers a second: what a server is asked while it is attacked.
const amongSlow = 100

// The size of a burst, large beside the number of connections.
const (
	answerBurst = 1_000
	pageBurst   = 10_000
)

// pacedTime is how long a rate is kept.
const pacedTime = 3 * time.Second

// unlimited switches the limit of one address off: all of a load comes from one.
var unlimited = []string{"LVGU_ANSWER_RATE=0"}

// BenchmarkReady measures the time from the start to the first served page, with the shipped content.
func BenchmarkReady(b *testing.B) {
	for b.Loop() {
		p := startProcess(b, unlimited)
		b.ReportMetric(float64(p.resident())/(1<<20), "MB-resident")
		p.kill()
	}
}

// BenchmarkAnswer measures one JSON answer over the loopback, one at a time.
func BenchmarkAnswer(b *testing.B) {
	p := startProcess(b, unlimited)
	l := newLoad(b, p, answerRequests(b))
	for b.Loop() {
		l.note([]time.Duration{l.send(l.clients[0], time.Now())})
	}
	b.ReportMetric(milliseconds(l.percentile(0.5)), "p50-ms")
	b.ReportMetric(milliseconds(l.percentile(0.99)), "p99-ms")
}

// noCache makes a server find each answer anew.
const noCache = "--answer-cache=0"

// BenchmarkAnswers measures answers to distinct questions, on the cores that also ask them.
func BenchmarkAnswers(b *testing.B) {
	busy(b, "answers/s", answerRequests(b), answerBurst, noCache)
}

// BenchmarkAnswersAlike measures answers where some questions are asked far oftener than others, as visitors do.
func BenchmarkAnswersAlike(b *testing.B) {
	busy(b, "answers/s", often(answerRequests(b)), answerBurst)
}

// BenchmarkPages measures pages in the same way.
func BenchmarkPages(b *testing.B) {
	busy(b, "pages/s", pageRequests(), pageBurst)
}

// BenchmarkAnswersHalf measures the times of answers at half of the rate wanted.
func BenchmarkAnswersHalf(b *testing.B) {
	paced(b, "answers/s", answerRequests(b), halfAnswers, noCache)
}

// BenchmarkPagesHalf measures the times of pages at half of the rate wanted.
func BenchmarkPagesHalf(b *testing.B) {
	paced(b, "pages/s", pageRequests(), halfPages)
}

// BenchmarkAmongSlow measures the times of answers while very many connections never finish a request. They are cut off
// after five seconds, and the measure is shorter.
func BenchmarkAmongSlow(b *testing.B) {
	p := startProcess(b, unlimited, noCache)
	l := newLoad(b, p, answerRequests(b))
	l.burst(amongSlow)
	l.took = nil
	l.measure(b, "answers/s", func() {
		for b.Loop() {
			slow := holdSlow(b, p.addr, slowConnections)
			l.paced(amongSlow, pacedTime)
			for _, c := range slow {
				c.Close()
			}
		}
	})
}

// busy measures how many requests a server serves a second when it always has more to do.
func busy(b *testing.B, unit string, requests [][]byte, size int, args ...string) {
	l := newLoad(b, startProcess(b, unlimited, args...), requests)
	l.burst(size) // what is made when first needed is no part of the measure
	l.took = nil
	l.measure(b, unit, func() {
		for b.Loop() {
			l.burst(size)
		}
	})
}

// paced measures the times of responses at a rate that leaves the server some rest.
func paced(b *testing.B, unit string, requests [][]byte, perSecond int, args ...string) {
	l := newLoad(b, startProcess(b, unlimited, args...), requests)
	l.burst(perSecond)
	l.took = nil
	l.measure(b, unit, func() {
		for b.Loop() {
			l.paced(perSecond, pacedTime)
		}
	})
}

// The shape of Zipf's law by which the questions are asked often: the first some hundred times as often as the hundredth.
const (
	zipfExponent = 1.1
	zipfDraws    = 100_000
)

// often draws from requests by Zipf's law.
func often(requests [][]byte) [][]byte {
	zipf := rand.NewZipf(rand.New(rand.NewPCG(3, 4)), zipfExponent, 1, uint64(len(requests)-1))
	out := make([][]byte, zipfDraws)
	for i := range out {
		out[i] = requests[zipf.Uint64()]
	}
	return out
}

// pageRequests ask for pages of every kind.
func pageRequests() [][]byte {
	var out [][]byte
	for _, path := range []string{"/", "/enclaves/", "/policies/", "/en/", "/clusters/", "/stories/", "/about/", "/en/policies/"} {
		out = append(out, getRequest(path))
	}
	return out
}

// answerRequests ask the questions of visitors, each once.
func answerRequests(t testing.TB) [][]byte {
	var out [][]byte
	for _, question := range benchQuestions(t) {
		body, err := json.Marshal(map[string]string{"question": question})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, postRequest("/api/answer", string(body)))
	}
	return out
}

// benchQuestions are the golden questions and the typical ones of the content, in one order that is no page's.
func benchQuestions(t testing.TB) []string {
	t.Helper()
	golden, err := os.Open("../../assistant/testdata/golden.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer golden.Close()
	var out []string
	lines := bufio.NewScanner(golden)
	for lines.Scan() {
		var row struct{ Question string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		out = append(out, row.Question)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	c, _ := corpus.Load(lvgu.Content(), time.Now().In(beijing))
	for _, p := range c.Passages {
		out = append(out, p.Questions...)
	}
	slices.Sort(out)
	out = slices.Compact(out)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
