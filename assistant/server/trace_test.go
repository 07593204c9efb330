package server

import (
	"net/http/httptest"
	"strings"
	"testing"

	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
)

// TestTraces reads the spans of requests: what they say, that they continue a proxy's, and what they must not hold.
func TestTraces(t *testing.T) {
	spans := tracetest.NewSpanRecorder()
	s := newTestServer(t, Config{Tracer: sdk.NewTracerProvider(sdk.WithSpanProcessor(spans)).Tracer("test")})
	const parent = "4bf92f3577b34da6a3ce929d0e0e4736"
	for _, path := range []string{"/?secret=13800138000", "/ask?q=fails"} {
		r := httptest.NewRequest("GET", path, nil)
		r.Header.Set("Traceparent", "00-"+parent+"-00f067aa0ba902b7-01")
		r.RemoteAddr = "203.0.113.9:1234"
		s.Handler().ServeHTTP(httptest.NewRecorder(), r)
	}
	ended := spans.Ended()
	if len(ended) != 2 || ended[0].Name() != "site" || ended[1].Name() != "ask page" {
		t.Fatalf("spans = %v, want one of each route", ended)
	}
	for i, want := range []string{"200", "500"} {
		said := ""
		for _, a := range ended[i].Attributes() {
			said += string(a.Key) + "=" + a.Value.String() + "\n"
		}
		if !strings.Contains(said, "http.response.status_code="+want) {
			t.Errorf("span %d says %q, want status %s", i, said, want)
		}
		for _, not := range []string{"13800138000", "203.0.113.9", "fails"} {
			if strings.Contains(said, not) {
				t.Errorf("span %d holds %s", i, not)
			}
		}
		if got := ended[i].SpanContext().TraceID().String(); got != parent {
			t.Errorf("trace = %s, want the proxy's %s", got, parent)
		}
	}
}
