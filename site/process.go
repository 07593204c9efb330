package site

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/gohugoio/hugo/commands"
)

// startError says why no other process could be started. Nothing was done.
type startError struct{ err error }

func (e *startError) Error() string { return fmt.Sprintf("starting a process: %v", e.err) }
func (e *startError) Unwrap() error { return e.err }

// RunHugo is what the process named by Options.Process does: args are those that Build gives it. Hugo's messages go to
// standard output and error; its error is also written to the file that the first argument names.
func RunHugo(args []string) error {
	if len(args) == 0 {
		return errors.New("site: no file is named for the error")
	}
	err := commands.Execute(args[1:])
	if err == nil {
		return nil
	}
	return errors.Join(err, os.WriteFile(args[0], []byte(err.Error()), 0o600))
}

// apart runs Hugo in a process of its own, which ends with ctx. The process gets an environment of two settings: it needs
// no secret of the server's. It may notice the server's death by the end of its standard input.
func (p *project) apart(ctx context.Context, program, args []string) (report string, hugoErr, err error) {
	reported, failed := filepath.Join(p.work, "report"), filepath.Join(p.work, "error")
	file, err := os.Create(reported)
	if err != nil {
		return "", nil, fmt.Errorf("report: %w", err)
	}
	defer file.Close()
	cmd := exec.CommandContext(ctx, program[0], append(append(program[1:len(program):len(program)], failed), args...)...)
	cmd.Env = []string{"TMPDIR=" + p.work, "HOME=" + p.work}
	cmd.Stdout, cmd.Stderr = file, file
	if _, err := cmd.StdinPipe(); err != nil { // open until the process ends, or this one does
		return "", nil, &startError{err}
	}
	if err := cmd.Start(); err != nil {
		return "", nil, &startError{err}
	}
	ended := cmd.Wait()
	if err := ctx.Err(); err != nil {
		return "", nil, err
	}
	data, err := os.ReadFile(reported)
	if err != nil {
		return "", nil, fmt.Errorf("report: %w", err)
	}
	hugoErr, err = errorIn(failed)
	if ended != nil && hugoErr == nil && err == nil {
		err = fmt.Errorf("hugo's process: %w", ended)
	}
	return string(data), hugoErr, err
}

// errorIn is the error that RunHugo left in a file, nil where it left none.
func errorIn(path string) (hugoErr, err error) {
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("hugo's error: %w", err)
	}
	return errors.New(string(data)), nil
}
