package server

import (
	"context"
	"log/slog"
	"net/http"
	"strings"
	"unicode/utf8"

	"lvgu/assistant/journal"
)

// feedback is POST /api/feedback; it answers 204.
func (s *Server) feedback(w http.ResponseWriter, r *http.Request, _ *edition) error {
	body, err := readJSONBody(r)
	if err != nil {
		return err
	}
	f, err := decodeFeedback(body)
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
	w.Header().Set("Cache-Control", cacheNever)
	w.WriteHeader(http.StatusNoContent)
	return nil
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
	f := Feedback{ID: in.ID, Comment: trim(in.Comment)}
	if in.Useful == nil || !isAnswerID(in.ID) {
		return Feedback{}, &problem{kind: invalidFeedback}
	}
	f.Useful = *in.Useful
	if utf8.RuneCountInString(f.Comment) > maxComment {
		return Feedback{}, &problem{kind: commentTooLong}
	}
	return f, nil
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
