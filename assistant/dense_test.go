package assistant

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"lvgu/index"
)

// waferEmbedder knows one meaning: the making of wafers. It fails for the first calls.
type waferEmbedder struct {
	failures atomic.Int32
	calls    atomic.Int32
}

func (e *waferEmbedder) Embed(_ context.Context, texts []string) ([][]float32, error) {
	e.calls.Add(1)
	if e.failures.Add(-1) >= 0 {
		return nil, errors.New("overloaded")
	}
	out := make([][]float32, len(texts))
	for i, text := range texts {
		out[i] = []float32{0, 1}
		if strings.Contains(text, "晶圆") || strings.Contains(text, "刻蚀") {
			out[i] = []float32{1, 0}
		}
	}
	return out, nil
}

// TestDense: what only the meaning finds is found once the endpoint, which fails at first, has embedded the passages.
func TestDense(t *testing.T) {
	a := open(t, nil) // outside the bubble: the store has workers of its own
	synctest.Test(t, func(t *testing.T) {
		e := &waferEmbedder{}
		e.failures.Store(2)
		dense := Dense{Embedder: e, Model: "m", Dir: t.TempDir()}
		retriever, stop := openRetriever(a.library.index, dense, slog.New(slog.DiscardHandler))
		search := func() []index.Hit {
			found, err := retriever.Search(t.Context(), index.Query{Text: "刻蚀"})
			if err != nil {
				t.Fatal(err)
			}
			return found.Hits
		}
		if hits := search(); len(hits) != 0 {
			t.Errorf("by words alone %v is found", hits)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		hits := search()
		if len(hits) == 0 || a.library.corpus.Passages[hits[0].Ord].Document.ID != "stories/jingrui" {
			t.Errorf("by meaning %v is found, want the story first", hits)
		}
		stop()
	})
}
