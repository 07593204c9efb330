package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// TestTracesDelivered starts the program with a collector and finds the route of a request in what it gets.
func TestTracesDelivered(t *testing.T) {
	bodies := make(chan []byte, 16)
	collector := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		bodies <- body
	}))
	defer collector.Close()
	p := startProgram(t, nil, "serve", "--otlp-url", collector.URL+"/v1/traces", "--otlp-share", "1")
	get(t, p.url+"/healthz")
	p.stop()
	if err := <-p.done; err != nil {
		t.Errorf("serve = %v", err)
	}
	close(bodies)
	var all []byte
	for body := range bodies {
		all = append(all, body...)
	}
	for _, want := range []string{"healthz", "lvgu.request", "service.name"} {
		if !bytes.Contains(all, []byte(want)) {
			t.Errorf("the collector got %d bytes without %q", len(all), want)
		}
	}
}
