package site

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gohugoio/hugo/commands"
)

// running guards Hugo's command and with it os.Stdout, os.Stderr and the standard logger's output, which it takes over.
var running sync.Mutex

// build runs Hugo over the project, in a process of its own where the options name one. In this process, a build that has
// begun cannot be stopped; one that still waits gives up with ctx.
func (p *project) build(ctx context.Context, dest string, opts Options) error {
	report, hugoErr, err := p.hugo(ctx, p.arguments(dest, opts), opts)
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	messages := parseReport(report, p)
	if opts.Logger != nil {
		for _, warning := range messages.warnings {
			opts.Logger.WarnContext(ctx, "site build", "warning", warning)
		}
	}
	if hugoErr == nil {
		return nil
	}
	return newError(messages.faults, hugoErr, p)
}

func (p *project) arguments(dest string, opts Options) []string {
	environment, baseURL, now := "production", opts.BaseURL, opts.Now
	if opts.Preview {
		environment = "preview"
	}
	if baseURL == "" {
		baseURL = "/"
	}
	if now.IsZero() {
		now = time.Now()
	}
	args := []string{
		"--source", p.dir,
		"--config", "hugo.toml," + buildConfig,
		"--destination", dest,
		"--cacheDir", filepath.Join(p.work, "cache"),
		"--environment", environment,
		"--baseURL", baseURL,
		"--clock", now.Format(time.RFC3339),
		"--noBuildLock",
	}
	if opts.Preview {
		args = append(args, "--buildDrafts")
	}
	return args
}

// hugo runs Hugo and returns what it wrote, its own error, and the error that kept it from running to its end.
func (p *project) hugo(ctx context.Context, args []string, opts Options) (report string, hugoErr, err error) {
	if len(opts.Process) > 0 {
		report, hugoErr, err = p.apart(ctx, opts.Process, args)
		if _, impossible := errors.AsType[*startError](err); !impossible {
			return report, hugoErr, err
		}
		if opts.Logger != nil {
			opts.Logger.WarnContext(ctx, "site is built in the server's own process, which then stays larger", "error", err)
		}
	}
	running.Lock()
	defer running.Unlock()
	if err := ctx.Err(); err != nil {
		return "", nil, err
	}
	report, hugoErr = p.execute(args)
	return report, hugoErr, nil
}

// execute runs Hugo's command and returns what it wrote. Faults that templates report are only there: the error that
// the command returns counts them.
func (p *project) execute(args []string) (report string, err error) {
	path := filepath.Join(p.work, "report")
	file, err := os.Create(path)
	if err != nil {
		return "", fmt.Errorf("report: %w", err)
	}
	defer file.Close()

	stdout, stderr, logged := os.Stdout, os.Stderr, log.Writer()
	os.Stdout, os.Stderr = file, file
	defer func() {
		os.Stdout, os.Stderr = stdout, stderr
		log.SetOutput(logged)
	}()
	err = commands.Execute(args)

	data, readErr := os.ReadFile(path)
	if err == nil && readErr != nil {
		err = fmt.Errorf("report: %w", readErr)
	}
	return string(data), err
}
