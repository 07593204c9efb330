package site

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"
)

// order is one build that a process of its own is asked for, a line of JSON on its standard input.
type order struct {
	Setup   *setup // with the first order only
	Now     time.Time
	Changes []change
}

// outcome is what came of it, a line of JSON on its standard output.
type outcome struct {
	Report string
	Failed string // Hugo's error
}

// RunHugo is what the process named by Options.Process does: it builds as the lines of in ask and answers on out, until in
// ends. What it has begun then is given up, and the temporary folder removed: who asked may have been killed and cannot.
func RunHugo(in io.Reader, out io.Writer) (err error) {
	var work string
	defer func() {
		if strings.HasPrefix(filepath.Base(work), workPrefix) {
			err = errors.Join(err, os.RemoveAll(work))
		}
	}()
	orders, ended := make(chan order), make(chan error, 1)
	go func() {
		decoder := json.NewDecoder(in)
		for {
			var o order
			if err := decoder.Decode(&o); err != nil {
				ended <- err
				return
			}
			orders <- o
		}
	}()
	outcomes := make(chan outcome, 1)
	var h *hugo
	for {
		select {
		case err := <-ended:
			if errors.Is(err, io.EOF) {
				return nil
			}
			return fmt.Errorf("site: order: %w", err)
		case o := <-orders:
			if o.Setup != nil {
				work = o.Setup.Work
				CollectSeldom(o.Setup.Files)
			}
			go func() {
				var done outcome
				done, h = carryOut(h, o)
				outcomes <- done
			}()
		case done := <-outcomes:
			if err := json.NewEncoder(out).Encode(done); err != nil {
				return fmt.Errorf("site: outcome: %w", err)
			}
			debug.FreeOSMemory() // it may be long until the next order
		}
	}
}

// carryOut builds once, with a Hugo that the first order makes.
func carryOut(h *hugo, o order) (outcome, *hugo) {
	var err error
	if o.Setup != nil {
		if h, err = newHugo(*o.Setup); err != nil {
			return outcome{Failed: err.Error()}, h
		}
	}
	if h == nil {
		return outcome{Failed: "no setup came with the first order"}, h
	}
	report, err, _ := h.build(context.Background(), o.Now, o.Changes)
	done := outcome{Report: report}
	if err != nil {
		done.Failed = err.Error()
	}
	return done, h
}

// worker is Hugo in a process of its own, which goes with it: what Hugo leaves in memory, too. The process gets an
// environment of two settings: it needs no secret of the server's.
type worker struct {
	setup    *setup // nil once it is sent
	cmd      *exec.Cmd
	in       io.WriteCloser
	outcomes *json.Decoder
	said     *os.File // its standard error
	ended    bool
}

// startWorker starts the process. An error says that nothing was done.
func startWorker(program []string, s setup) (*worker, error) {
	w := &worker{setup: &s, cmd: exec.Command(program[0], program[1:]...)}
	w.cmd.Env = []string{"TMPDIR=" + s.Work, "HOME=" + s.Work}
	var err error
	if w.said, err = os.Create(filepath.Join(s.Work, "said")); err != nil {
		return nil, fmt.Errorf("starting a process: %w", err)
	}
	w.cmd.Stderr = w.said
	in, err1 := w.cmd.StdinPipe() // it may notice this process's death by the end of its input
	out, err2 := w.cmd.StdoutPipe()
	if err := errors.Join(err1, err2); err != nil {
		return nil, fmt.Errorf("starting a process: %w", errors.Join(err, w.said.Close()))
	}
	w.in, w.outcomes = in, json.NewDecoder(out)
	if err := w.cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting a process: %w", errors.Join(err, w.said.Close()))
	}
	return w, nil
}

// build implements engine. The process ends with ctx, whatever it is doing.
func (w *worker) build(ctx context.Context, now time.Time, changes []change) (report string, hugoErr, err error) {
	if err := ctx.Err(); err != nil {
		return "", nil, err
	}
	stop := context.AfterFunc(ctx, func() { _ = w.cmd.Process.Kill() }) // it may have ended by itself
	defer stop()
	var done outcome
	err = json.NewEncoder(w.in).Encode(order{w.setup, now, changes})
	if err == nil {
		err = w.outcomes.Decode(&done)
	}
	w.setup = nil
	switch {
	case ctx.Err() != nil:
		return "", nil, ctx.Err()
	case err != nil:
		w.ended = true
		return "", nil, fmt.Errorf("hugo's process: %w", errors.Join(w.cmd.Wait(), err))
	case done.Failed != "":
		return done.Report, errors.New(done.Failed), nil
	}
	return done.Report, nil, nil
}

// endGrace is what a process has to end by itself once its input has.
const endGrace = 2 * time.Second

// close implements engine.
func (w *worker) close() error {
	defer w.said.Close()
	if w.ended {
		return nil
	}
	w.ended = true
	_ = w.in.Close()
	kill := time.AfterFunc(endGrace, func() { _ = w.cmd.Process.Kill() })
	defer kill.Stop()
	_ = w.cmd.Wait() // how it ended makes no difference now
	return nil
}
