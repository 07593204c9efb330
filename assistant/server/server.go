package server

import (
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
)

// Server serves the current edition. It is ready for requests before the first one is published, and answers them
// with 503 until then.
type Server struct {
	config  Config
	log     *slog.Logger
	metrics *metrics
	handler http.Handler
	origins *http.CrossOriginProtection

	answers  *limiter // answers of one address
	lookups  *limiter // searches and remarks of one address
	typing   *limiter // suggestions for one address
	everyone *limiter // answers of all
	gate     *gate

	modelAddress *budget // answers that a model words, of one address
	modelTotal   *budget // the same of all

	publishing sync.Mutex // makes publications one at a time
	current    atomic.Pointer[edition]
	refused    refused
	closing    chan struct{} // closed when Run begins to stop
}

// New returns a server without an edition.
func New(config Config, log *slog.Logger) *Server {
	if config.MaxAnswers <= 0 {
		config.MaxAnswers = DefaultMaxAnswers
	}
	if config.Feedback == nil {
		config.Feedback = logSink{log}
	}
	s := &Server{
		config:   config,
		log:      log,
		metrics:  newMetrics(),
		origins:  http.NewCrossOriginProtection(),
		answers:  newLimiter(config.AnswerRate, maxAddresses),
		lookups:  newLimiter(config.AnswerRate*lookupFactor, maxAddresses),
		typing:   newLimiter(config.AnswerRate*suggestFactor, maxAddresses),
		everyone: newLimiter(config.GlobalRate, 1),
		closing:  make(chan struct{}),
		gate:     newGate(config.MaxAnswers, config.MaxAnswers*gateQueue, gateWait),

		modelAddress: newBudget(config.ModelAddress, maxAddresses),
		modelTotal:   newBudget(config.ModelTotal, 1),
	}
	s.metrics.gauge("lvgu_content_faults", "Faults of newer content that keep it from being published.", s.refused.errors)
	s.handler = s.guard(s.routes())
	if config.Preview {
		s.handler = s.previewing(s.handler)
	}
	return s
}

// Publish makes e the current edition at once and as a whole, and forgets what was refused before. On an error, which names the file at fault, the
// edition before it stays and e is not closed.
func (s *Server) Publish(e *Edition) error {
	s.publishing.Lock()
	defer s.publishing.Unlock()
	var previous *files
	if now := s.current.Load(); now != nil {
		previous = now.files
	}
	next, err := newEdition(e, previous)
	if err != nil {
		return err
	}
	s.replace(next)
	s.metrics.published(e.Version)
	s.Refuse(nil)
	s.log.Info("published", "version", e.Version, "files", len(next.files.byURL))
	return nil
}

// replace makes next, which may be nil, the current edition.
func (s *Server) replace(next *edition) {
	before := s.current.Swap(next)
	if before == nil {
		return
	}
	s.leave(before)
}

// enter is the current edition, kept open until leave; nil when there is none.
func (s *Server) enter() *edition {
	for {
		e := s.current.Load()
		if e == nil || e.acquire() {
			return e
		}
		// It was replaced and closed between the two steps; the next one is already there.
	}
}

func (s *Server) leave(e *edition) {
	if err := e.release(); err != nil {
		s.log.Error("edition not closed cleanly", "version", e.Version, "error", err)
	}
}

// Handler is everything that visitors may ask for.
func (s *Server) Handler() http.Handler { return s.handler }

// Gauge adds a value to the metrics, asked for whenever they are read. The name must be new.
func (s *Server) Gauge(name, help string, value func() float64) { s.metrics.gauge(name, help, value) }

// MetricsHandler is what only the operator may ask for; it belongs on an address of its own.
func (s *Server) MetricsHandler() http.Handler { return s.metrics.handler() }
