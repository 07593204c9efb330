package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/sync/errgroup"

	"lvgu"
	"lvgu/assistant"
	"lvgu/assistant/server"
	"lvgu/folder"
)

// serveOptions are the settings of serve.
type serveOptions struct {
	addr        string
	metricsAddr string
	logFormat   string
	logLevel    string
	indexDir    string
	answerCache int
	production  bool
	explain     bool
	limits      server.Config
	site        siteOptions
	model       modelOptions
	embed       embedOptions
	journal     journalOptions
	tls         tlsOptions
	traces      traceOptions
}

func (o *serveOptions) define(flags *pflag.FlagSet) {
	flags.StringVar(&o.addr, "addr", "127.0.0.1:8080", "address to listen on, as HOST:PORT; port 0 takes a free one")
	flags.StringVar(&o.metricsAddr, "metrics-addr", "", "address for /metrics, which visitors must not reach; empty: none")
	flags.StringVar(&o.logFormat, "log-format", "text", "form of the log: text or json")
	flags.StringVar(&o.logLevel, "log-level", "info", "least level logged: debug, info, warn or error")
	flags.StringVar(&o.indexDir, "index-dir", "", "folder that keeps the index from start to start; empty: in memory")
	flags.IntVar(&o.answerCache, "answer-cache", assistant.DefaultCache, "answers kept for when the same is asked again; 0: none")
	flags.BoolVar(&o.production, "production", false, "refuse to start while something that a public site must have is not set")
	flags.BoolVar(&o.explain, "check-config", false, "say which settings a public site still needs, and end")
	flags.IntVar(&o.limits.AnswerRate, "answer-rate", server.DefaultAnswerRate, "answers a minute for one client address; 0: no limit")
	flags.IntVar(&o.limits.GlobalRate, "global-rate", 0, "answers a minute for all clients together; 0: no limit")
	flags.IntVar(&o.limits.ModelAddress, "llm-address-budget", server.DefaultModelAddress, "answers a day that the model words for one client address; more are quotations; 0: no limit")
	flags.IntVar(&o.limits.ModelTotal, "llm-budget", server.DefaultModelTotal, "the same for all clients together; 0: no limit")
	flags.IntVar(&o.limits.MaxAnswers, "max-answers", server.DefaultMaxAnswers, "answers worked on at once")
	flags.IntVar(&o.limits.TrustedProxies, "trusted-proxies", 0, "proxies in front that append to X-Forwarded-For")
	fromEnv(flags, "addr", "metrics-addr", "log-format", "log-level", "index-dir", "answer-cache", "production", "answer-rate", "global-rate", "llm-address-budget", "llm-budget", "max-answers", "trusted-proxies")
	o.site.define(flags)
	o.model.define(flags)
	o.embed.define(flags)
	o.journal.define(flags)
	o.tls.define(flags)
	o.traces.define(flags)
}

// check finds the settings that cannot be.
func (o *serveOptions) check() error {
	for _, limit := range []struct {
		flag  string
		value int
		least int
	}{
		{"answer-cache", o.answerCache, 0},
		{"answer-rate", o.limits.AnswerRate, 0},
		{"global-rate", o.limits.GlobalRate, 0},
		{"llm-address-budget", o.limits.ModelAddress, 0},
		{"llm-budget", o.limits.ModelTotal, 0},
		{"max-answers", o.limits.MaxAnswers, 1},
		{"trusted-proxies", o.limits.TrustedProxies, 0},
	} {
		if limit.value < limit.least {
			return fmt.Errorf("--%s must be at least %d, not %d", limit.flag, limit.least, limit.value)
		}
	}
	if o.production {
		return o.checkProduction()
	}
	return nil
}

func newServe(getenv func(string) string) *cobra.Command {
	var opts serveOptions
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the site and the assistant (the default)",
		Long: `Serve builds the site and the index from the content and serves both.

Content with faults is refused: all of them are written as path:line: message, and nothing
is served. The server is ready when /readyz answers 200. It stops on SIGINT or SIGTERM and
lets requests in flight finish.

With --content DIR it follows the folder: an edit is checked and, with site and index made anew,
live within a second or so. While an edit has faults, the last good version stays, and the faults
are on the log and on /readyz. With --preview drafts are shown, every page begins with what is
wrong, and reloads by itself; never show that to visitors.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return serve(cmd, opts, getenv) },
	}
	opts.define(cmd.Flags())
	return cmd
}

// content is the folder to follow, empty where the content is what is built in, and how to read it.
func (o *serveOptions) content(cmd *cobra.Command) (dir string, read func() (*folder.Snapshot, error), err error) {
	if _, err := openContent(cmd); err != nil {
		return "", nil, err
	}
	if dir, err = cmd.Flags().GetString("content"); err != nil || dir != "" {
		return dir, func() (*folder.Snapshot, error) { return folder.Read(dir) }, err
	}
	return "", func() (*folder.Snapshot, error) { return folder.FromFS(lvgu.Content()) }, nil
}

// serve listens at once, so that a balancer sees the server start, and publishes when site and index are built.
func serve(cmd *cobra.Command, opts serveOptions, getenv func(string) string) error {
	if opts.explain {
		return explainConfig(cmd, opts)
	}
	if err := opts.check(); err != nil {
		return usage(cmd, err)
	}
	log, err := newLog(cmd.ErrOrStderr(), opts.logFormat, opts.logLevel)
	if err != nil {
		return usage(cmd, err)
	}
	if opts.limits.TLS, err = opts.tls.of(log); err != nil {
		return usage(cmd, err)
	}
	tracer, endTraces, err := opts.traces.of(cmd.Context(), log)
	if err != nil {
		return usage(cmd, err)
	}
	defer endTraces()
	opts.limits.Tracer = tracer
	answers, err := opts.model.of(cmd, getenv, log)
	if err != nil {
		return err
	}
	answers.IndexDir, answers.Cache, answers.Propagator = opts.indexDir, opts.answerCache, opts.site.identity.Organiser
	if answers.Dense, err = opts.embed.of(cmd, getenv); err != nil {
		return err
	}
	began := time.Now()
	dir, read, err := opts.content(cmd)
	if err != nil {
		return err
	}
	kept, err := opts.journal.open(cmd.Context(), log)
	if err != nil {
		return usage(cmd, err)
	}
	keep := func(a server.Answerer) server.Answerer { return a }
	if kept != nil {
		defer kept.Close()
		keep = func(a server.Answerer) server.Answerer { return journalled{a, kept} }
		opts.limits.Feedback = remarks{kept, log}
	}
	opts.limits.Preview = opts.site.preview
	srv := server.New(opts.limits, log)
	if kept != nil {
		showJournal(srv, kept)
	}
	f := &follower{publisher: newPublisher(srv, answers, keep, opts.site, log), read: read, dir: dir, log: log}
	listener, handedOver, err := listen(opts.addr)
	if err != nil {
		return err
	}
	log.Info("listening", "addr", listener.Addr().String())

	group, ctx := errgroup.WithContext(cmd.Context())
	ready := make(chan struct{})
	group.Go(func() error {
		if handedOver && !comes(ctx, ready) {
			return listener.Close()
		}
		return srv.Run(ctx, listener)
	})
	if opts.metricsAddr != "" {
		group.Go(func() error { return serveMetrics(ctx, opts.metricsAddr, srv.MetricsHandler(), log) })
	}
	group.Go(func() error {
		err := f.begin(ctx, cmd)
		if ctx.Err() != nil {
			return nil // told to stop while starting
		}
		if err != nil {
			return err
		}
		if getenv("GOGC") == "" {
			debug.SetGCPercent(servingGC)
		}
		debug.FreeOSMemory() // a build leaves more garbage than all that serves
		log.Info("ready", "spent", time.Since(began))
		close(ready)
		notify(daemon.SdNotifyReady)
		return f.run(ctx)
	})
	return group.Wait()
}

// comes waits for done and reports whether it came before the end of ctx.
func comes(ctx context.Context, done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	case <-ctx.Done():
		return false
	}
}

// servingGC is how far the heap may grow between two collections, in percent of what is in use, once site and index are
// built. What an answer leaves behind is small beside them, so that collecting twice as often as Go does by itself costs
// little and saves a quarter of the memory. GOGC in the environment wins.
const servingGC = 50

// metricsTimeout is for a scraper on the same network.
const metricsTimeout = 10 * time.Second

// serveMetrics serves /metrics alone until ctx ends.
func serveMetrics(ctx context.Context, addr string, metrics http.Handler, log *slog.Logger) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	log.Info("metrics", "addr", listener.Addr().String())
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", metrics)
	srv := &http.Server{Handler: mux, ReadTimeout: metricsTimeout, WriteTimeout: metricsTimeout}
	stop := context.AfterFunc(ctx, func() { _ = srv.Close() })
	defer stop()
	if err := srv.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// newLog is the logger of the given form and level.
func newLog(w io.Writer, format, level string) (*slog.Logger, error) {
	var least slog.Level
	if err := least.UnmarshalText([]byte(level)); err != nil {
		return nil, fmt.Errorf("--log-level must be debug, info, warn or error, not %q", level)
	}
	options := &slog.HandlerOptions{Level: least}
	switch format {
	case "text":
		return slog.New(slog.NewTextHandler(w, options)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, options)), nil
	default:
		return nil, fmt.Errorf("--log-format must be text or json, not %q", format)
	}
}
