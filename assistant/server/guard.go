package server

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"
)

// guard is around every request: it gives it an id and the headers that protect the visitor, turns a panic into the
// problem internal, and writes the one log line and the metrics.
func (s *Server) guard(find func(path string) route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		at := find(r.URL.Path)
		id := newRequestID()
		s.protect(w.Header())
		w.Header().Set("X-Request-Id", id)
		if r.Body != nil && r.Body != http.NoBody {
			r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		}
		r, end := s.traced(r, at, id)
		rec := &recorder{ResponseWriter: w}
		p := s.serveSafely(rec, r, at)
		spent := time.Since(began)
		if p != nil && r.Context().Err() != nil {
			rec.status = statusGone
		}
		end(rec.status)
		s.metrics.served(at.name, rec.status, spent)
		s.logRequest(r, at, id, rec, p, spent)
	})
}

// serveSafely is serve, with a panic as the problem internal.
func (s *Server) serveSafely(w *recorder, r *http.Request, at route) (p *problem) {
	defer func() {
		v := recover()
		if v == nil {
			return
		}
		p = &problem{kind: internal, cause: fmt.Errorf("panic: %v\n%s", v, debug.Stack())}
		if w.status == 0 {
			at.refuse(w, r, nil, p)
		}
	}()
	return s.serve(w, r, at)
}

// statusGone is logged for a client that left before the answer, as nginx does; nobody receives it.
const statusGone = 499

// logRequest writes a request's line. Neither the query nor the address of the client is in it.
func (s *Server) logRequest(r *http.Request, at route, id string, rec *recorder, p *problem, spent time.Duration) {
	level := slog.LevelInfo
	switch {
	case rec.status == statusGone: // not our fault, whatever it broke
	case p != nil && p.kind == internal:
		level = slog.LevelError
	case p != nil && p.status() >= http.StatusInternalServerError:
		level = slog.LevelWarn
	case at.quiet, p != nil && p.kind == limited: // a flood must not fill the disk with its log; the metrics count it
		level = slog.LevelDebug
	}
	if !s.log.Enabled(r.Context(), level) {
		return
	}
	attrs := []slog.Attr{
		slog.String("request", id),
		slog.String("route", at.name),
		slog.String("method", r.Method),
		slog.Int("status", rec.status),
		slog.Int64("bytes", rec.bytes),
		slog.Duration("spent", spent),
	}
	if p != nil {
		attrs = append(attrs, slog.String("code", problems[p.kind].code), slog.Any("error", p))
	}
	s.log.LogAttrs(r.Context(), level, "request", attrs...)
}

// newRequestID names a request in the log and to the visitor who reports it.
func newRequestID() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails: crypto/rand ends the program instead
	return hex.EncodeToString(b[:])
}

// recorder notes what is sent through a ResponseWriter.
type recorder struct {
	http.ResponseWriter
	status int // 0 until the header is written
	bytes  int64
}

func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
