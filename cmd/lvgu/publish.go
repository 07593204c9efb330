package main

import (
	"context"
	"os"

	"golang.org/x/sync/errgroup"

	"lvgu/assistant"
	"lvgu/assistant/server"
	"lvgu/index/corpus"
	"lvgu/site"
)

// publish builds site and index from the same content, side by side, and publishes both as one edition. The built files
// are gone from the disk afterwards: the server holds them.
func publish(ctx context.Context, srv *server.Server, c *corpus.Corpus, answers assistant.Options, keep func(server.Answerer) server.Answerer, opts site.Options) error {
	dir, err := os.MkdirTemp("", "lvgu-site-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	opts.Process = hugoProcess()
	var answerer *assistant.Assistant
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() (err error) {
		answerer, err = assistant.New(c, answers)
		return err
	})
	group.Go(func() error {
		return site.Build(ctx, dir, opts)
	})
	err = group.Wait()
	if err == nil {
		err = srv.Publish(&server.Edition{Site: os.DirFS(dir), Answerer: keep(answerer), Version: c.Version, Close: answerer.Close})
	}
	if err != nil && answerer != nil {
		_ = answerer.Close() // the error that counts is the one before
	}
	return err
}
