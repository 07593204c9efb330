package server

import (
	"bytes"
	"io"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

// The levels are where more work gains less than a tenth.
const (
	gzipLevel   = 6
	brotliLevel = 5
	// minCompress is in bytes; anything smaller fits a packet as it is.
	minCompress = 512
)

// packer makes a writer that compresses into w.
type packer func(w io.Writer) (io.WriteCloser, error)

func gzipPacker(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzipLevel) }

func brotliPacker(w io.Writer) (io.WriteCloser, error) {
	return brotli.NewWriterLevel(w, brotliLevel), nil
}

// packed is body in compressed form, made when it is first asked for: compressing every page at once would be a third of
// the time that publishing takes, and most pages wait long for a visitor. It is nil where the form is not smaller.
func packed(body []byte, pack packer) func() []byte {
	return sync.OnceValue(func() []byte {
		var out bytes.Buffer
		w, err := pack(&out)
		if err != nil {
			return nil
		}
		if _, err := w.Write(body); err != nil {
			return nil
		}
		if err := w.Close(); err != nil || out.Len() >= len(body) {
			return nil
		}
		return bytes.Clone(out.Bytes())
	})
}
