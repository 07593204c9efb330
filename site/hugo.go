package site

import (
	"context"
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

// build runs Hugo over the project. A build that has begun cannot be stopped; one that still waits gives up with ctx.
func (p *project) build(ctx context.Context, dest string, opts Options) error {
	running.Lock()
	defer running.Unlock()
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	report, hugoErr := p.execute(p.arguments(dest, opts))
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
