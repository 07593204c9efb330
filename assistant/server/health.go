package server

import "net/http"

// healthz says that the process is alive.
func (s *Server) healthz(w http.ResponseWriter, _ *http.Request, _ *edition) error {
	return writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
}

// readiness is the body of /readyz.
type readiness struct {
	Status         string   `json:"status"` // ready or starting
	ContentVersion string   `json:"contentVersion,omitempty"`
	Faults         []string `json:"faults,omitempty"` // why newer content is not being served
}

// readyz says whether there is an edition, and of which content.
func (s *Server) readyz(w http.ResponseWriter, _ *http.Request, e *edition) error {
	if e == nil {
		setRetryAfter(w, &problem{retryAfter: busyRetry})
		return writeJSON(w, http.StatusServiceUnavailable, readiness{Status: "starting"})
	}
	return writeJSON(w, http.StatusOK, readiness{Status: "ready", ContentVersion: e.Version, Faults: e.Faults})
}
