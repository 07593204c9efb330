package server

import (
	"cmp"
	"context"
	"errors"
	"io"
	"iter"
	"net/http"
	"time"

	"lvgu/assistant"
)

// answer is POST /api/answer: the whole answer as JSON, or its events as they come.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, e *edition) error {
	w.Header().Set("Vary", "Accept, Accept-Language")
	accepted := negotiate(r.Header.Get("Accept"), typeJSON, typeStream)
	if accepted == "" {
		return &problem{kind: notAcceptable}
	}
	body, err := readJSONBody(r)
	if err != nil {
		return err
	}
	q, err := decodeQuestion(body)
	if err != nil {
		return err
	}
	lang := cmp.Or(q.Lang, visitorLang(r))
	return inLang(lang, s.answering(w, r, e, q, func(events iter.Seq2[assistant.Event, error]) error {
		if accepted == typeStream {
			return writeStream(w, lang, events)
		}
		answer, err := last(events)
		if err != nil {
			return err
		}
		return writeJSON(w, http.StatusOK, answer)
	}))
}

// readJSONBody is the body of a request that must be JSON, at most maxBody of it.
func readJSONBody(r *http.Request) ([]byte, error) {
	if !isJSON(r.Header.Get("Content-Type")) {
		return nil, &problem{kind: unsupportedType}
	}
	body, err := io.ReadAll(r.Body)
	if _, tooLong := errors.AsType[*http.MaxBytesError](err); tooLong {
		return nil, &problem{kind: bodyTooLong}
	}
	if err != nil {
		return nil, &problem{kind: malformedJSON, cause: err}
	}
	return body, nil
}

// answering runs use on the answer to q, within the limits on rate, number and time.
func (s *Server) answering(w http.ResponseWriter, r *http.Request, e *edition, q assistant.Question, use func(iter.Seq2[assistant.Event, error]) error) error {
	release, err := s.admitAnswer(r)
	if err != nil {
		return err
	}
	defer release()
	if err := allowTime(w); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(r.Context(), answerTimeout)
	defer cancel()
	began := time.Now()
	q.Spend = func() bool { return s.spend(r) }
	return use(s.metrics.observed(e.Answerer.Answer(ctx, q), began))
}

// admitAnswer charges a question to its client's budget and to everyone's and waits for its turn, which release ends.
func (s *Server) admitAnswer(r *http.Request) (release func(), err error) {
	if err := s.charge(s.answers, r); err != nil {
		return nil, err
	}
	if wait := s.everyone.take("", time.Now()); wait > 0 {
		return nil, &problem{kind: busy, retryAfter: wait}
	}
	if err := s.gate.enter(r.Context()); err != nil {
		return nil, err
	}
	return s.gate.leave, nil
}

// allowTime moves the connection's deadlines, which are meant for files, to where an answer may take its time. A read
// deadline that passes would end the request's context: the server reads on to notice a client that leaves.
func allowTime(w http.ResponseWriter) error {
	control := http.NewResponseController(w)
	end := time.Now().Add(answerTimeout + eventTimeout)
	return errors.Join(control.SetReadDeadline(end), control.SetWriteDeadline(end))
}

// charge counts a request against its client's budget.
func (s *Server) charge(budget *limiter, r *http.Request) error {
	if wait := budget.take(clientKey(r, s.config.TrustedProxies), time.Now()); wait > 0 {
		return &problem{kind: limited, retryAfter: wait}
	}
	return nil
}

// last is the whole answer, which the last event carries.
func last(events iter.Seq2[assistant.Event, error]) (*assistant.Answer, error) {
	for event, err := range events {
		if err != nil {
			return nil, answerProblem(err)
		}
		if event.Kind == assistant.EventDone {
			return event.Answer, nil
		}
	}
	return nil, errUnfinished
}

// errUnfinished is a fault of the answerer.
var errUnfinished = errors.New("the answer ended without its last event")

// answerProblem is what the error of an answer is to the visitor.
func answerProblem(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return &problem{kind: busy, retryAfter: busyRetry, cause: err}
	}
	return err
}

// inLang is err as a problem told in the given language; nil for nil.
func inLang(lang string, err error) error {
	if err == nil {
		return nil
	}
	p := problemOf(err)
	p.lang = lang
	return p
}
