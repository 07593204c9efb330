package server

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net/http"
	"time"

	"lvgu/assistant"
)

// writeStream sends an answer's events as they come. An error before the first event is returned with nothing
// written; one after it is also sent, as the error event that ends the stream.
func writeStream(w http.ResponseWriter, lang string, events iter.Seq2[assistant.Event, error]) error {
	out := &stream{w: w, control: http.NewResponseController(w)}
	finished := false
	for event, err := range events {
		if err != nil {
			return out.fail(lang, answerProblem(err))
		}
		if err := out.send(string(event.Kind), event.Data()); err != nil {
			return err // nobody is reading
		}
		finished = event.Kind == assistant.EventDone
	}
	if !finished {
		return out.fail(lang, errUnfinished)
	}
	return nil
}

// stream writes server-sent events.
type stream struct {
	w       http.ResponseWriter
	control *http.ResponseController
	begun   bool
}

// send writes one event and sees that it leaves. Each event has its own time to be read in.
func (s *stream) send(name string, data any) error {
	line, err := json.Marshal(data)
	if err != nil {
		return err
	}
	s.begin()
	if err := s.control.SetWriteDeadline(time.Now().Add(eventTimeout)); err != nil {
		return err
	}
	if err := writeEvent(s.w, name, line); err != nil {
		return err
	}
	return s.control.Flush()
}

func (s *stream) begin() {
	if s.begun {
		return
	}
	s.begun = true
	h := s.w.Header()
	h.Set("Content-Type", typeStream+"; charset=utf-8")
	h.Set("Cache-Control", cacheNever)
	h.Set("X-Accel-Buffering", "no") // nginx would hold events back
	s.w.WriteHeader(http.StatusOK)
}

// writeEvent writes one event; the data must be one line.
func writeEvent(w io.Writer, name string, line []byte) error {
	_, err := fmt.Fprintf(w, "event: %s\ndata: %s\n\n", name, line)
	return err
}

// fail ends a stream that has begun with the error event, and returns err.
func (s *stream) fail(lang string, err error) error {
	if s.begun {
		_ = s.send("error", errorBody{problemOf(err).wire(lang)}) // if it cannot be sent, nobody is reading
	}
	return err
}
