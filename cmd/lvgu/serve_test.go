package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"lvgu/assistant"
)

// startTimeout is generous: it is only for a start that never comes.
const startTimeout = time.Minute

// program is a running lvgu.
type program struct {
	url     string
	metrics string
	stop    context.CancelFunc
	done    chan error
}

// startProgram runs lvgu on free ports and waits until it is ready.
func startProgram(t testing.TB, env map[string]string, args ...string) *program {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	out, in := io.Pipe()
	p := &program{stop: cancel, done: make(chan error, 1)}
	args = append(args, "--addr", "127.0.0.1:0", "--metrics-addr", "127.0.0.1:0")
	go func() {
		err := run(ctx, args, func(name string) string { return env[name] }, io.Discard, in)
		in.CloseWithError(io.EOF)
		p.done <- err
	}()
	t.Cleanup(func() { cancel() })
	timeout := time.AfterFunc(startTimeout, cancel)
	defer timeout.Stop()

	addr := regexp.MustCompile(`msg=(listening|metrics) addr=(\S+)`)
	lines := bufio.NewScanner(out)
	var log strings.Builder
	for lines.Scan() {
		log.WriteString(lines.Text() + "\n")
		if found := addr.FindStringSubmatch(lines.Text()); found != nil && found[1] == "listening" {
			p.url = "http://" + found[2]
		} else if found != nil {
			p.metrics = "http://" + found[2]
		}
		if strings.Contains(lines.Text(), "msg=ready") {
			go io.Copy(io.Discard, out)
			return p
		}
	}
	t.Fatalf("lvgu did not get ready: %v\n%s", <-p.done, log.String())
	return nil
}

// TestServe starts the program with the shipped content and goes the way of a visitor.
func TestServe(t *testing.T) {
	p := startProgram(t, map[string]string{"LVGU_ANSWER_RATE": "2"}, "serve")
	client := &http.Client{Transport: &http.Transport{}}
	get := func(url string, status int) string {
		t.Helper()
		response, err := client.Get(url)
		if err != nil {
			t.Fatal(err)
		}
		return readBody(t, response, status)
	}
	ask := func(status int) string {
		t.Helper()
		response, err := client.Post(p.url+"/api/answer", "application/json", strings.NewReader(`{"question":"上海张江飞地有多大？"}`))
		if err != nil {
			t.Fatal(err)
		}
		return readBody(t, response, status)
	}

	var ready struct{ Status, ContentVersion string }
	if err := json.Unmarshal([]byte(get(p.url+"/readyz", http.StatusOK)), &ready); err != nil || ready.Status != "ready" {
		t.Errorf("/readyz = %+v, error %v, want ready", ready, err)
	}
	var answer assistant.Answer
	if err := json.Unmarshal([]byte(ask(http.StatusOK)), &answer); err != nil {
		t.Fatal(err)
	}
	if answer.Outcome != assistant.Answered || answer.ContentVersion != ready.ContentVersion || len(answer.Sources) == 0 {
		t.Fatalf("answer = %+v, want one with sources from content %s", answer, ready.ContentVersion)
	}

	// The citation opens at the clause.
	source := answer.Sources[0]
	page, _, _ := strings.Cut(source.URL, "#")
	if body := get(p.url+page, http.StatusOK); !strings.Contains(body, `id="`+source.Anchor+`"`) && !strings.Contains(body, "id="+source.Anchor) {
		t.Errorf("page %s has no anchor %s", page, source.Anchor)
	}
	if body := get(p.url+"/ask?q=%E4%B8%8A%E6%B5%B7%E5%BC%A0%E6%B1%9F%E9%A3%9E%E5%9C%B0%E6%9C%89%E5%A4%9A%E5%A4%A7", http.StatusOK); !strings.Contains(body, `<article class="answer" data-outcome="answered"`) {
		t.Error("/ask shows no answer")
	}
	ask(http.StatusTooManyRequests) // LVGU_ANSWER_RATE is 2

	if body := get(p.metrics+"/metrics", http.StatusOK); !strings.Contains(body, "lvgu_answers_total") {
		t.Error("/metrics does not count answers")
	}
	get(p.metrics+"/", http.StatusNotFound)

	client.CloseIdleConnections()
	p.stop()
	if err := <-p.done; err != nil {
		t.Errorf("run() = %v after the stop, want nil", err)
	}
}

// TestServeStoppedEarly stops the program while it still builds.
func TestServeStoppedEarly(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	out, in := io.Pipe()
	done := make(chan error, 1)
	go func() {
		err := run(ctx, []string{"--addr", "127.0.0.1:0"}, func(string) string { return "" }, io.Discard, in)
		in.Close()
		done <- err
	}()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if strings.Contains(lines.Text(), "msg=listening") {
			cancel()
		}
	}
	if err := <-done; err != nil {
		t.Errorf("run() = %v when stopped while starting, want nil", err)
	}
}

// TestServeAddressTaken checks that the fault is named and the program ends.
func TestServeAddressTaken(t *testing.T) {
	p := startProgram(t, nil)
	taken := strings.TrimPrefix(p.url, "http://")
	err := run(t.Context(), []string{"serve", "--addr", taken}, func(string) string { return "" }, io.Discard, io.Discard)
	if err == nil || !strings.Contains(err.Error(), taken) {
		t.Errorf("run() on a taken address = %v, want an error that names it", err)
	}
	p.stop()
	<-p.done
}

func readBody(t *testing.T, response *http.Response, status int) string {
	t.Helper()
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if response.StatusCode != status {
		t.Fatalf("%s: status %d, want %d; body %.300s", response.Request.URL, response.StatusCode, status, body)
	}
	return string(body)
}
