package assistant

import (
	"context"
	"sync"
)

// warming is work ahead of the questions.
type warming struct {
	ctx    context.Context // ends with the assistant
	cancel context.CancelFunc

	mu    sync.Mutex // makes begin and end one after the other
	ended bool
	group sync.WaitGroup
}

func newWarming() *warming {
	w := &warming{}
	w.ctx, w.cancel = context.WithCancel(context.Background())
	return w
}

// begin starts work, unless the end has come.
func (w *warming) begin(work func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.ended {
		w.group.Go(work)
	}
}

// end ends what is under way and waits until it has.
func (w *warming) end() {
	w.cancel()
	w.mu.Lock()
	w.ended = true
	w.mu.Unlock()
	w.group.Wait()
}

// Warm begins to make what answers need of the passages before the first of them asks: without it the first to meet a
// passage waits, and so does the start if it is made there. It takes two seconds of one core in the background, and ends
// with the assistant at the latest: it is none of an assistant that is closed.
func (a *Assistant) Warm() {
	a.warming.begin(func() {
		passages := a.library.corpus.Passages
		for i := range passages {
			if a.warming.ctx.Err() != nil {
				return
			}
			a.library.read(i)
		}
		if a.library.embeds {
			return // what follows would ask the endpoint a thousand questions of nobody
		}
		for _, p := range passages { // what is offered next: each is asked once
			if a.warming.ctx.Err() != nil {
				return
			}
			a.offer(a.warming.ctx, p, nil)
		}
	})
}
