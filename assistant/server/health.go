package server

import "net/http"

// healthz says that the process is alive.
func (s *Server) healthz(w http.ResponseWriter, _ *http.Request, _ *edition) error {
	return writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
}

// readiness is the body of /readyz.
type readiness struct {
	Status         string   `json:"status"` // ready, starting, or refused: there is no edition, and faults say why
	ContentVersion string   `json:"contentVersion,omitempty"`
	Faults         []string `json:"faults,omitempty"` // why newer content is not being served
}

// readyz says whether there is an edition, of which content, and why newer content is not served.
func (s *Server) readyz(w http.ResponseWriter, _ *http.Request, e *edition) error {
	body := readiness{Status: "ready"}
	faults, _ := s.refused.now()
	for _, f := range faults {
		if !f.Warning && len(body.Faults) < maxFaults {
			body.Faults = append(body.Faults, f.String())
		}
	}
	switch {
	case e != nil:
		body.ContentVersion = e.Version
		return writeJSON(w, http.StatusOK, body)
	case len(body.Faults) > 0:
		body.Status = "refused"
	default:
		body.Status = "starting"
	}
	setRetryAfter(w, &problem{retryAfter: busyRetry})
	return writeJSON(w, http.StatusServiceUnavailable, body)
}
