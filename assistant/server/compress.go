package server

import (
	"bytes"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// The levels are where more work gains less than a tenth: a site is compressed whenever it is published, and
// publishing must not be noticed.
const (
	gzipLevel   = 6
	brotliLevel = 5
	// minCompress is in bytes; anything smaller fits a packet as it is.
	minCompress = 512
)

// gzipped is body in gzip's form, nil where that is not smaller.
func gzipped(body []byte) ([]byte, error) {
	if len(body) < minCompress {
		return nil, nil
	}
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzipLevel)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return smaller(out.Bytes(), body), nil
}

// brotlied is body in brotli's form, nil where that is not smaller.
func brotlied(body []byte) ([]byte, error) {
	if len(body) < minCompress {
		return nil, nil
	}
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotliLevel)
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return smaller(out.Bytes(), body), nil
}

// smaller is packed in a slice of its own size, nil if it gains nothing.
func smaller(packed, plain []byte) []byte {
	if len(packed) >= len(plain) {
		return nil
	}
	return bytes.Clone(packed)
}
