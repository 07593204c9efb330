package server

import (
	"context"
	"errors"
	"log/slog"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"lvgu/assistant/journal"
)

// feedback is POST /api/feedback. A remark comes as JSON, and 204 answers it, or from the form on the page of an answer,
// and a page of thanks answers it.
func (s *Server) feedback(w http.ResponseWriter, r *http.Request, e *edition) error {
	read := readFeedback
	if isForm(r) {
		read = readFeedbackForm
	}
	f, err := read(r)
	if err != nil {
		return err
	}
	if err := s.charge(s.lookups, r); err != nil {
		return err
	}
	f.Comment = journal.Mask(f.Comment)
	if err := s.config.Feedback.Feedback(r.Context(), f); err != nil {
		return err
	}
	if isForm(r) {
		return thank(w, r, e)
	}
	w.Header().Set("Cache-Control", cacheNever)
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// thank answers the form with the page of questions.
func thank(w http.ResponseWriter, r *http.Request, e *edition) error {
	shell := e.formShell(r)
	fragment, err := render("thanks.tmpl", shell.texts)
	if err != nil {
		return err
	}
	shell.write(w, http.StatusOK, "", fragment)
	return nil
}

// refuseFeedback tells of a problem in the form in which the remark came.
func refuseFeedback(w http.ResponseWriter, r *http.Request, e *edition, p *problem) {
	if e == nil || !isForm(r) {
		refuseJSON(w, r, e, p)
		return
	}
	e.formShell(r).refuse(w, "", p)
}

// formShell is the page of questions in the language that a form names.
func (e *edition) formShell(r *http.Request) *shell {
	if r.FormValue("lang") == english {
		return e.shells["/en/ask/"]
	}
	return e.shells["/ask/"]
}

// isForm reports whether a request carries a form's fields.
func isForm(r *http.Request) bool {
	mediaType, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	return err == nil && mediaType == "application/x-www-form-urlencoded"
}

// readFeedbackForm reads a remark from a form.
func readFeedbackForm(r *http.Request) (Feedback, error) {
	err := r.ParseForm()
	if _, tooLong := errors.AsType[*http.MaxBytesError](err); tooLong {
		return Feedback{}, &problem{kind: bodyTooLong}
	}
	if err != nil {
		return Feedback{}, &problem{kind: invalidFeedback, cause: err}
	}
	var useful *bool
	if said, err := strconv.ParseBool(r.PostForm.Get("useful")); err == nil {
		useful = &said
	}
	return checkFeedback(r.PostForm.Get("id"), useful, r.PostForm.Get("comment"))
}

// readFeedback reads a remark from a body of JSON.
func readFeedback(r *http.Request) (Feedback, error) {
	body, err := readJSONBody(r)
	if err != nil {
		return Feedback{}, err
	}
	return decodeFeedback(body)
}

// decodeFeedback reads a remark; what it says of the answer must be said outright.
func decodeFeedback(body []byte) (Feedback, error) {
	var in struct {
		ID      string `json:"id"`
		Useful  *bool  `json:"useful"`
		Comment string `json:"comment"`
	}
	if err := decodeJSON(body, &in); err != nil {
		return Feedback{}, err
	}
	return checkFeedback(in.ID, in.Useful, in.Comment)
}

func checkFeedback(id string, useful *bool, comment string) (Feedback, error) {
	if useful == nil || !isAnswerID(id) {
		return Feedback{}, &problem{kind: invalidFeedback}
	}
	comment = trim(comment)
	if !utf8.ValidString(comment) {
		return Feedback{}, &problem{kind: notUTF8}
	}
	if utf8.RuneCountInString(comment) > maxComment {
		return Feedback{}, &problem{kind: commentTooLong}
	}
	return Feedback{ID: id, Useful: *useful, Comment: comment}, nil
}

// isAnswerID reports whether id may be one that was given out.
func isAnswerID(id string) bool {
	return id != "" && len(id) <= maxAnswerID && !strings.ContainsFunc(id, func(r rune) bool {
		return r != '-' && r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	})
}

// logSink writes remarks to the log, for want of a journal.
type logSink struct{ log *slog.Logger }

// Feedback logs f; it never fails.
func (s logSink) Feedback(ctx context.Context, f Feedback) error {
	s.log.InfoContext(ctx, "feedback", "answer", f.ID, "useful", f.Useful, "comment", f.Comment)
	return nil
}
