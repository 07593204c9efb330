package server

import "testing"

func TestNegotiate(t *testing.T) {
	tests := []struct{ accept, want string }{
		{"", typeJSON},
		{"*/*", typeJSON},
		{"application/json", typeJSON},
		{"text/event-stream", typeStream},
		{"TEXT/Event-Stream", typeStream},
		{"text/event-stream, application/json", typeStream},
		{"application/json, text/event-stream", typeJSON},
		{"application/json;q=0.5, text/event-stream", typeStream},
		{"text/event-stream;q=0.1, */*;q=0.2", typeJSON},
		{"text/*", typeStream},
		{"application/json;q=0, */*", typeStream},
		{"text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", typeJSON},
		{"image/png", ""},
		{"application/json;q=0", ""},
		{"application/json;q=high", ""},
		{";;;", ""},
	}
	for _, test := range tests {
		if got := negotiate(test.accept, typeJSON, typeStream); got != test.want {
			t.Errorf("negotiate(%q) = %q, want %q", test.accept, got, test.want)
		}
	}
}

func TestAcceptsEncoding(t *testing.T) {
	tests := []struct {
		header string
		want   bool
	}{
		{"gzip, br", true},
		{"BR", true},
		{"br;q=0.1", true},
		{"gzip;q=1, br; q=0.5", true},
		{"br;q=0", false},
		{"br;q=0.000", false},
		{"gzip", false},
		{"*", false},
		{"", false},
		{"brotli", false},
	}
	for _, test := range tests {
		if got := acceptsEncoding(test.header, "br"); got != test.want {
			t.Errorf("acceptsEncoding(%q, br) = %v, want %v", test.header, got, test.want)
		}
	}
}

func TestAcceptedLang(t *testing.T) {
	tests := []struct{ header, want string }{
		{"", chinese},
		{"zh-CN,zh;q=0.9,en;q=0.8", chinese},
		{"zh-TW", chinese},
		{"en", english},
		{"en-US,en;q=0.9", english},
		{"en;q=0.3, zh;q=0.9", chinese},
		{"de, en;q=0.5", english},
		{"fr", chinese},
		{"*", chinese},
		{"q=;;;", chinese},
	}
	for _, test := range tests {
		if got := acceptedLang(test.header); got != test.want {
			t.Errorf("acceptedLang(%q) = %q, want %q", test.header, got, test.want)
		}
	}
}
