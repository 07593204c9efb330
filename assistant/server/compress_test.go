package server

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

func TestCompressedForms(t *testing.T) {
	text := []byte(strings.Repeat("丽水经开区", minCompress))
	f := newFile("index.html", text, etagOf(text))
	unpackers := map[string]func([]byte) (io.Reader, error){
		"gzip":   func(b []byte) (io.Reader, error) { return gzip.NewReader(bytes.NewReader(b)) },
		"brotli": func(b []byte) (io.Reader, error) { return brotli.NewReader(bytes.NewReader(b)), nil },
	}
	for name, form := range map[string]func() *form{"gzip": f.gzip, "brotli": f.brotli} {
		body := form().body
		if len(body) == 0 || len(body) >= len(text) {
			t.Errorf("%s makes %d bytes of %d, want fewer", name, len(body), len(text))
		}
		r, err := unpackers[name](body)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(got, text) {
			t.Errorf("%s does not give the text back: %d bytes, error %v", name, len(got), err)
		}
	}
}

func TestNotCompressed(t *testing.T) {
	large := bytes.Repeat([]byte("a"), minCompress)
	tests := []struct {
		name string
		body []byte
		want bool
	}{
		{"page.html", large, true},
		{"page.html", large[1:], false},
		{"photo.webp", large, false},
		{"unknown.bin", large, false},
		{"art.svg", large, true},
	}
	for _, test := range tests {
		if got := newFile(test.name, test.body, "").gzip != nil; got != test.want {
			t.Errorf("%s of %d bytes has a compressed form: %v, want %v", test.name, len(test.body), got, test.want)
		}
	}
	// What does not shrink is sent as it is.
	if got := packed([]byte("ab"), http.Header{}, "gzip", gzipPacker)(); got != nil {
		t.Errorf("packed(2 bytes) = %d bytes, want none", len(got.body))
	}
}
