package main

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"

	"lvgu/assistant"
	"lvgu/assistant/server"
	"lvgu/folder"
	"lvgu/index/corpus"
	"lvgu/site"
)

// publisher makes editions of the content as it changes. Of what it made before it takes over all that a change has not
// touched. It is not safe for concurrent use.
type publisher struct {
	srv     *server.Server
	answers assistant.Options
	keep    func(server.Answerer) server.Answerer
	preview bool
	log     *slog.Logger
	loader  corpus.Loader
	builder *site.Builder
	last    *assistant.Assistant // of the current edition
}

func newPublisher(srv *server.Server, answers assistant.Options, keep func(server.Answerer) server.Answerer, opts siteOptions, log *slog.Logger) *publisher {
	options := opts.of(nil, log)
	options.Process = hugoProcess()
	return &publisher{
		srv: srv, answers: answers, keep: keep, preview: opts.preview, log: log,
		loader: corpus.Loader{Drafts: opts.preview}, builder: site.NewBuilder(options),
	}
}

// publish checks the content, builds site and index from it, side by side, and publishes both as one edition. The faults
// are those that keep it from being published; an error is none of the content's.
func (p *publisher) publish(ctx context.Context, content *folder.Snapshot, now time.Time) (corpus.Faults, error) {
	ctx, giveUp := context.WithCancel(ctx)
	defer giveUp()
	var answerer *assistant.Assistant
	var pages fs.FS
	group, building := errgroup.WithContext(ctx)
	buildSite := func() (err error) {
		pages, err = p.builder.Build(building, content, now)
		return err
	}
	// The first build need not wait for the check. A later one does: a builder that is stopped begins anew.
	first := p.last == nil
	if first {
		group.Go(buildSite)
	}
	c, faults := p.loader.Load(content, now)
	if faults.Err() != nil {
		giveUp()
		_ = group.Wait() // what the check says is said better
		return faults, nil
	}
	if !first {
		group.Go(buildSite)
	}
	group.Go(func() (err error) {
		answers := p.answers
		answers.Previous = p.last
		answerer, err = assistant.New(c, answers)
		return err
	})
	err := group.Wait()
	if err == nil {
		e := &server.Edition{Site: pages, Answerer: p.keep(answerer), Version: c.Version, Close: answerer.Close}
		if p.preview {
			e.Notes = faults
		}
		err = p.srv.Publish(e)
	}
	if err == nil {
		answerer.Warm()
		p.last = answerer
		return nil, nil
	}
	if answerer != nil {
		_ = answerer.Close() // the error that counts is the one before
	}
	if refused, ok := errors.AsType[*site.Error](err); ok && !machines(refused) {
		return siteFaults(refused), nil
	}
	return nil, err
}

// machines reports whether what Hugo says is no fault of the content's. Hugo may run in another process, so that its words
// are all there is.
func machines(refused *site.Error) bool {
	for _, cause := range []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EIO, syscall.EMFILE} {
		if strings.Contains(refused.Error(), cause.Error()) {
			return true
		}
	}
	return false
}

// siteFaults are what the site found wrong with the content, as the rules of the content say it.
func siteFaults(refused *site.Error) corpus.Faults {
	var faults corpus.Faults
	for _, f := range refused.Faults {
		fault := corpus.Fault{Path: f.Path, Line: max(f.Line, 1), Message: f.Message}
		if fault.Path == "" {
			fault.Path = "."
		} else {
			fault.URL = corpus.URL(f.Path)
		}
		faults = append(faults, fault)
	}
	return faults
}

// close frees what the publisher holds on to for the next edition; the current one stays.
func (p *publisher) close() {
	p.loader = corpus.Loader{Drafts: p.preview}
	if err := p.builder.Close(); err != nil {
		p.log.Warn("site builder", "error", err)
	}
}
