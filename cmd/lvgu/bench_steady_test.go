package main

import (
	"bufio"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"lvgu/assistant/llm/llmtest"
)

// BenchmarkFirstEvent measures the time from a question to the first event of its answer, the sources, when a model is to
// word what follows. Follow-ups, which a model completes first, are not among the questions.
func BenchmarkFirstEvent(b *testing.B) {
	endpoint := llmtest.NewEndpoint(llmtest.Named("faithful"))
	defer endpoint.Close()
	p := startProgram(b, map[string]string{
		"LVGU_LLM_BASE_URL": endpoint.BaseURL, "LVGU_LLM_MODEL": "scripted", "LVGU_ANSWER_RATE": "0", "LVGU_ANSWER_CACHE": "0",
		"LVGU_LLM_BUDGET": "0", "LVGU_LLM_ADDRESS_BUDGET": "0",
	})
	questions := benchQuestions(b)
	var spent []time.Duration
	time.Sleep(warmingFor) // what the first moments take is told by BenchmarkSteady
	for n := 0; b.Loop(); n++ {
		request, err := http.NewRequest(http.MethodPost, p.url+"/api/answer", strings.NewReader(`{"question":"`+questions[n%len(questions)]+`"}`))
		if err != nil {
			b.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Accept", "text/event-stream")
		began := time.Now()
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			b.Fatal(err)
		}
		body := bufio.NewReader(response.Body)
		if _, err := body.ReadString('\n'); err != nil {
			b.Fatal(err)
		}
		spent = append(spent, time.Since(began))
		if _, err := io.Copy(io.Discard, body); err != nil {
			b.Fatal(err)
		}
		response.Body.Close()
	}
	b.StopTimer()
	reportTimes(b, spent)
	p.stop()
	<-p.done
}

// Of BenchmarkSteady: as many questions a second as a well-visited site has, for long enough that the 99th percentile is
// not the slowest of a few.
const (
	steadyRate = 50
	steadyFor  = 10 * time.Second
	warmingFor = 2 * time.Second // from the start: passages are still being read
)

// BenchmarkSteady measures answers in quotations at a steady rate from the start on, asked whether the ones before are
// answered or not, and each found anew. Those of the first moments are told apart.
func BenchmarkSteady(b *testing.B) {
	p := startProgram(b, map[string]string{"LVGU_ANSWER_RATE": "0", "LVGU_ANSWER_CACHE": "0"})
	questions := benchQuestions(b)
	var mu sync.Mutex // guards first and spent
	var first, spent []time.Duration
	start := time.Now()
	for b.Loop() {
		var group sync.WaitGroup
		tick := time.NewTicker(time.Second / steadyRate)
		for n := range int(steadyFor.Seconds() * steadyRate) {
			<-tick.C
			group.Go(func() {
				began := time.Now()
				response, err := http.Post(p.url+"/api/answer", "application/json", strings.NewReader(`{"question":"`+questions[n%len(questions)]+`"}`))
				if err != nil {
					b.Error(err)
					return
				}
				_, _ = io.Copy(io.Discard, response.Body)
				response.Body.Close()
				mu.Lock()
				defer mu.Unlock()
				if began.Sub(start) < warmingFor {
					first = append(first, time.Since(began))
				} else {
					spent = append(spent, time.Since(began))
				}
			})
		}
		tick.Stop()
		group.Wait()
	}
	b.StopTimer()
	reportTimes(b, spent)
	slices.Sort(first)
	b.ReportMetric(milliseconds(first[len(first)*99/100]), "first-p99-ms")
	p.stop()
	<-p.done
}

// reportTimes reports the median and the 99th percentile.
func reportTimes(b *testing.B, spent []time.Duration) {
	slices.Sort(spent)
	b.ReportMetric(milliseconds(spent[len(spent)/2]), "p50-ms")
	b.ReportMetric(milliseconds(spent[len(spent)*99/100]), "p99-ms")
}
