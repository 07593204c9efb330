package site

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// engine is Hugo over one project: in this process, or in one of its own. It returns what Hugo wrote, Hugo's own error, and
// what kept it from running to its end.
type engine interface {
	build(ctx context.Context, now time.Time, changes []change) (report string, hugoErr, err error)
	close() error
}

// newEngine starts Hugo over the project, in a process of its own where the options name one.
func (p *project) newEngine(ctx context.Context, dest string, opts Options, follows bool) (engine, error) {
	s := setup{Work: p.work, Project: p.dir, Dest: dest, Files: p.files, BaseURL: opts.BaseURL, Preview: opts.Preview, Follows: follows}
	if len(opts.Process) > 0 {
		e, err := startWorker(opts.Process, s)
		if err == nil {
			return e, nil
		}
		if opts.Logger != nil {
			opts.Logger.WarnContext(ctx, "site is built in the server's own process, which then stays larger", "error", err)
		}
	}
	h, err := newHugo(s)
	if err != nil {
		return nil, newError(nil, err, p)
	}
	return h, nil
}

// build has the engine build the site and says what Hugo found.
func (p *project) build(ctx context.Context, e engine, dest string, now time.Time, opts Options, changes []change) error {
	if now.IsZero() {
		now = time.Now()
	}
	report, hugoErr, err := e.build(ctx, now, changes)
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	messages := parseReport(report, p)
	if opts.Logger != nil {
		for _, warning := range messages.warnings {
			opts.Logger.WarnContext(ctx, "site build", "warning", warning)
		}
	}
	if hugoErr != nil {
		return newError(messages.faults, hugoErr, p)
	}
	return copyStatic(dest)
}

// copyStatic adds the files that are published as they are.
func copyStatic(dest string) error {
	static, err := fs.Sub(files, "static")
	if err != nil {
		return fmt.Errorf("site: static files: %w", err)
	}
	err = fs.WalkDir(static, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(dest, filepath.FromSlash(name))
		if entry.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		data, err := fs.ReadFile(static, name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
	if err != nil {
		return fmt.Errorf("site: static files: %w", err)
	}
	return nil
}
