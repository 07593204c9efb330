package server

import (
	"net/http"
	"testing"
)

func TestClientKey(t *testing.T) {
	tests := []struct {
		name      string
		remote    string
		forwarded []string
		proxies   int
		want      string
	}{
		{"direct", "203.0.113.7:1234", nil, 0, "203.0.113.7"},
		{"direct, forged header", "203.0.113.7:1234", []string{"198.51.100.1"}, 0, "203.0.113.7"},
		{"one proxy", "127.0.0.1:1", []string{"203.0.113.7"}, 1, "203.0.113.7"},
		{"one proxy, forged entry", "127.0.0.1:1", []string{"198.51.100.1, 203.0.113.7"}, 1, "203.0.113.7"},
		{"one proxy, forged header", "127.0.0.1:1", []string{"198.51.100.1", "203.0.113.7"}, 1, "203.0.113.7"},
		{"two proxies", "127.0.0.1:1", []string{"198.51.100.1, 203.0.113.7, 10.0.0.2"}, 2, "203.0.113.7"},
		{"fewer entries than proxies", "127.0.0.1:1", []string{"203.0.113.7"}, 3, "203.0.113.7"},
		{"proxy without header", "127.0.0.1:1", nil, 1, "127.0.0.1"},
		{"proxy with nonsense", "127.0.0.1:1", []string{"unknown"}, 1, "127.0.0.1"},
		{"entry with port", "127.0.0.1:1", []string{"203.0.113.7:99"}, 1, "203.0.113.7"},
		{"one home in IPv6", "[2001:db8:1:2:3:4:5:6]:1", nil, 0, "2001:db8:1:2::/64"},
		{"IPv6 in brackets", "127.0.0.1:1", []string{"[2001:db8:1:2::9]"}, 1, "2001:db8:1:2::/64"},
		{"IPv4 in IPv6", "[::ffff:203.0.113.7]:1", nil, 0, "203.0.113.7"},
		{"zone", "[fe80::1%eth0]:1", nil, 0, "fe80::/64"},
		{"no TCP", "@", nil, 0, "unknown"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := &http.Request{RemoteAddr: test.remote, Header: http.Header{"X-Forwarded-For": test.forwarded}}
			if got := clientKey(r, test.proxies); got != test.want {
				t.Errorf("clientKey() = %q, want %q", got, test.want)
			}
		})
	}
}
