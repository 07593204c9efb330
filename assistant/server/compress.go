package server

import (
	"bytes"
	"io"
	"net/http"
	"strconv"
	"strings"
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

// form is one form of a file's body, plain or compressed, with the headers that go with it. Their values are shared by all
// responses and changed by none.
type form struct {
	body   []byte
	header http.Header
}

// newForm completes header, which it takes over.
func newForm(body []byte, header http.Header) *form {
	header.Set("Content-Length", strconv.Itoa(len(body)))
	return &form{body, header}
}

// packed is body in compressed form, made when it is first asked for: compressing every page at once would be a third of
// the time that publishing takes, and most pages wait long for a visitor. It is nil where the form is not smaller. The
// header is that of the plain form.
func packed(body []byte, header http.Header, coding string, pack packer) func() *form {
	return sync.OnceValue(func() *form {
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
		own := header.Clone()
		own.Set("Content-Encoding", coding)
		own.Set("ETag", variant(header.Get("ETag"), coding[:2]))
		return newForm(bytes.Clone(out.Bytes()), own)
	})
}

// variant is the validator of an encoded body: other bytes need another strong validator.
func variant(etag, mark string) string {
	return strings.TrimSuffix(etag, `"`) + "-" + mark + `"`
}
