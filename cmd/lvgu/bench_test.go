package main

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// benchQuestions are of the kinds that visitors ask: a fact, a clause, English, a gap, off topic.
var benchQuestions = []string{
	"上海张江飞地有多大？",
	"工业用地最长多少年？",
	"研发费用加计扣除比例是多少？",
	"How large is the Zhangjiang offsite zone?",
	"博士来丽水补多少",
	"红烧肉怎么做",
}

// BenchmarkReady measures the time from the start to the first served page, with the shipped content.
func BenchmarkReady(b *testing.B) {
	for b.Loop() {
		p := startProgram(b, nil)
		p.stop()
		<-p.done
	}
}

// BenchmarkAnswer measures one JSON answer over the loopback, one at a time.
func BenchmarkAnswer(b *testing.B) {
	p := startProgram(b, map[string]string{"LVGU_ANSWER_RATE": "0"})
	var spent []time.Duration
	for n := 0; b.Loop(); n++ {
		body := strings.NewReader(`{"question":"` + benchQuestions[n%len(benchQuestions)] + `"}`)
		began := time.Now()
		fetch(b, func() (*http.Response, error) { return http.Post(p.url+"/api/answer", "application/json", body) })
		spent = append(spent, time.Since(began))
	}
	b.StopTimer()
	slices.Sort(spent)
	b.ReportMetric(milliseconds(spent[len(spent)/2]), "p50-ms")
	b.ReportMetric(milliseconds(spent[len(spent)*99/100]), "p99-ms")
	p.stop()
	<-p.done
}

// BenchmarkAnswers measures answers by as many clients as there are cores, on the cores that also make them.
func BenchmarkAnswers(b *testing.B) {
	var next atomic.Int64
	load(b, "answers/s", func(client *http.Client, url string) (*http.Response, error) {
		question := benchQuestions[int(next.Add(1))%len(benchQuestions)]
		return client.Post(url+"/api/answer", "application/json", strings.NewReader(`{"question":"`+question+`"}`))
	})
}

// BenchmarkPages measures pages in the same way.
func BenchmarkPages(b *testing.B) {
	load(b, "pages/s", func(client *http.Client, url string) (*http.Response, error) {
		return client.Get(url + "/enclaves/")
	})
}

// load keeps the program busy and reports how many requests it serves a second.
func load(b *testing.B, unit string, request func(client *http.Client, url string) (*http.Response, error)) {
	p := startProgram(b, map[string]string{"LVGU_ANSWER_RATE": "0"})
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		client := &http.Client{Transport: &http.Transport{}}
		for pb.Next() {
			fetch(b, func() (*http.Response, error) { return request(client, p.url) })
		}
		client.CloseIdleConnections()
	})
	b.StopTimer()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), unit)
	p.stop()
	<-p.done
}

func fetch(b *testing.B, do func() (*http.Response, error)) {
	response, err := do()
	if err != nil {
		b.Fatal(err)
	}
	defer response.Body.Close()
	if _, err := io.Copy(io.Discard, response.Body); err != nil || response.StatusCode != http.StatusOK {
		b.Fatalf("status %d, error %v", response.StatusCode, err)
	}
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
