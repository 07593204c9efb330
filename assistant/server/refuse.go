package server

import (
	"encoding/json"
	"math"
	"net/http"
	"strconv"
)

// errorBody is the wire's form of a problem.
type errorBody struct {
	Error wireError `json:"error"`
}

// refuseJSON tells a program of a problem.
func refuseJSON(w http.ResponseWriter, r *http.Request, _ *edition, p *problem) {
	_ = writeJSON(w, p.status(), errorBody{p.wire(problemLang(r, p))})
}

// refusePlain tells a visitor of a problem where there is no page to put it on.
func refusePlain(w http.ResponseWriter, r *http.Request, _ *edition, p *problem) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", cacheNever)
	w.WriteHeader(p.status())
	_, _ = w.Write([]byte(p.wire(problemLang(r, p)).Message + "\n"))
}

func problemLang(r *http.Request, p *problem) string {
	if p.lang == chinese || p.lang == english {
		return p.lang
	}
	return visitorLang(r)
}

// setRetryAfter says when to come back, in whole seconds, where a problem passes with time.
func setRetryAfter(w http.ResponseWriter, p *problem) {
	if p.retryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(p.retryAfter.Seconds()))))
	}
}

// dataOnly keeps a browser that is led to an interface from showing its answer as a page.
const dataOnly = `attachment; filename="api.json"`

// writeJSON sends v, which is of our own types and so can be encoded; the error is a client that has gone.
func writeJSON(w http.ResponseWriter, status int, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", typeJSON+"; charset=utf-8")
	w.Header().Set("Content-Disposition", dataOnly)
	w.Header().Set("Cache-Control", cacheNever)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)+1))
	w.WriteHeader(status)
	_, _ = w.Write(append(body, '\n'))
	return nil
}
