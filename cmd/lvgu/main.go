package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Exit codes.
const (
	exitOK    = 0
	exitFault = 1 // the content has faults, or the work could not be done
	exitUsage = 2 // the command line or a setting is wrong
	// exitChanged is check --answers: the content has no fault, but an answer changes.
	exitChanged = 3
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr)
	stop()
	os.Exit(report(err, os.Stderr))
}

// run carries out a command line. Tests call it, so it takes all it needs from its arguments and ends when ctx does.
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) error {
	root := newRoot(getenv)
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return root.ExecuteContext(ctx)
}

// usageError is a command line that cannot be carried out.
type usageError struct {
	command string // whose help says more
	err     error
}

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// errReported ends a command that has said itself what is wrong.
var errReported = errors.New("reported")

// errChanged ends a command that has shown which answers change.
var errChanged = errors.New("answers change")

// report tells the user of an error and returns the exit code.
func report(err error, stderr io.Writer) int {
	if err == nil {
		return exitOK
	}
	switch {
	case errors.Is(err, errReported):
		return exitFault
	case errors.Is(err, errChanged):
		return exitChanged
	}
	fmt.Fprintf(stderr, "lvgu: %v\n", err)
	if usage, ok := errors.AsType[*usageError](err); ok {
		fmt.Fprintf(stderr, "Run '%s --help' for usage.\n", usage.command)
		return exitUsage
	}
	return exitFault
}
