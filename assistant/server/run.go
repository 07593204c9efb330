package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"
)

// service is a Server at work on one listener.
type service struct {
	*Server
	srv      *http.Server
	listener net.Listener
	open     sync.WaitGroup // connections
	accepted chan error     // why accepting ended
}

// Run serves connections of l until ctx ends, lets requests in flight finish for a bounded time, closes the current
// edition and returns. The error is nil after an orderly stop.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	defer s.replace(nil)
	serving, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	r := &service{Server: s, listener: l, accepted: make(chan error, 1)}
	r.srv = &http.Server{
		Handler:           s.handler,
		BaseContext:       func(net.Listener) context.Context { return serving },
		ConnState:         r.count,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelDebug), // clients that break off, mostly
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeader,
		TLSConfig:         s.config.TLS,
	}
	go func() { r.accepted <- r.accept() }()
	select {
	case err := <-r.accepted:
		return fmt.Errorf("serve %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	return r.stop(cancel)
}

func (r *service) count(_ net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		r.open.Add(1)
	case http.StateClosed, http.StateHijacked:
		r.open.Done()
	}
}

// accept serves what connects, over TLS where that is configured.
func (r *service) accept() error {
	if r.config.TLS != nil {
		return r.srv.ServeTLS(r.listener, "", "") // the certificate comes from the configuration
	}
	return r.srv.Serve(r.listener)
}

// stop ends the run: in order where requests finish within the grace, else by ending their contexts.
func (r *service) stop(cancel context.CancelFunc) error {
	r.log.Info("stopping", "grace", shutdownGrace)
	close(r.closing)
	grace, done := context.WithTimeout(context.Background(), shutdownGrace)
	defer done()
	if err := r.hearOut(grace); err != nil {
		return err
	}
	err := r.srv.Shutdown(grace)
	if !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	r.log.Warn("requests cut off at the end of the grace")
	cancel()
	// Handlers return once their contexts have ended; what is left is the time to write a last event.
	last, done := context.WithTimeout(context.Background(), time.Second)
	defer done()
	if err := r.srv.Shutdown(last); err != nil {
		return r.srv.Close()
	}
	return nil
}

// hearOut accepts no more and gives the connections that are there a moment to ask: http.Server.Shutdown drops a request
// that it reads once it has begun, so that a visitor accepted just before would get nothing.
func (r *service) hearOut(ctx context.Context) error {
	if err := r.listener.Close(); err != nil {
		return err
	}
	<-r.accepted // from here on no connection is new
	r.srv.SetKeepAlivesEnabled(false)
	gone := make(chan struct{})
	go func() {
		r.open.Wait()
		close(gone)
	}()
	moment, done := context.WithTimeout(ctx, hearTimeout)
	defer done()
	select {
	case <-gone:
	case <-moment.Done():
	}
	return nil
}
