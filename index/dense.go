package index

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync/atomic"
)

// Embedder turns texts into vectors, one for each in order, all of one length. Texts alike in meaning have vectors of like
// direction. It is called from several goroutines.
type Embedder interface {
	Embed(ctx context.Context, texts []string) ([][]float32, error)
}

const (
	embedBatch = 32    // texts of one request: endpoints refuse large ones
	embedRunes = 1_000 // of a text: what goes beyond is past the window of small models
)

// ErrNotReady is what a Dense says before Fill is done.
var ErrNotReady = errors.New("the passages are not embedded yet")

// Dense is a Retriever by the vectors of an Embedder. It compares the query with every passage: a tenth of a second at a
// hundred thousand.
type Dense struct {
	ix       *Index
	embedder Embedder
	cache    *VectorCache
	vectors  atomic.Pointer[[][]float32] // by position, of length 1; nil before Fill is done
}

// NewDense returns a Dense over the passages of ix, which must stay open as long as it is used.
func NewDense(ix *Index, e Embedder, cache *VectorCache) *Dense {
	return &Dense{ix: ix, embedder: e, cache: cache}
}

// Fill embeds the passages that the cache does not hold, which takes minutes with a slow endpoint. What was embedded
// before an error is in the cache: Fill can be called again.
func (d *Dense) Fill(ctx context.Context) error {
	texts := make([]string, len(d.ix.passages))
	var missing []int
	for i := range texts {
		texts[i] = embedText(&d.ix.passages[i])
		if d.cache.get(texts[i]) == nil {
			missing = append(missing, i)
		}
	}
	for batch := range slices.Chunk(missing, embedBatch) {
		asked := make([]string, len(batch))
		for i, ord := range batch {
			asked[i] = texts[ord]
		}
		vectors, err := d.embed(ctx, asked)
		if err != nil {
			return errors.Join(err, d.cache.save())
		}
		for i, v := range vectors {
			d.cache.put(asked[i], v)
		}
	}
	vectors := make([][]float32, len(texts))
	for i, text := range texts {
		if vectors[i] = d.cache.get(text); len(vectors[i]) != len(vectors[0]) {
			return fmt.Errorf("embed passages: vectors of %d and %d numbers: has the model changed?", len(vectors[0]), len(vectors[i]))
		}
	}
	d.vectors.Store(&vectors)
	return d.cache.save()
}

// embed asks for vectors and brings them to length 1.
func (d *Dense) embed(ctx context.Context, texts []string) ([][]float32, error) {
	vectors, err := d.embedder.Embed(ctx, texts)
	if err != nil {
		return nil, fmt.Errorf("embed %d texts: %w", len(texts), err)
	}
	if len(vectors) != len(texts) {
		return nil, fmt.Errorf("embed %d texts: %d vectors came back", len(texts), len(vectors))
	}
	for _, v := range vectors {
		sum := 0.0
		for _, x := range v {
			sum += float64(x) * float64(x)
		}
		if sum == 0 || math.IsNaN(sum) || math.IsInf(sum, 0) {
			return nil, fmt.Errorf("embed %d texts: a vector without direction came back", len(texts))
		}
		for i := range v {
			v[i] /= float32(math.Sqrt(sum))
		}
	}
	return vectors, nil
}

// Search implements Retriever. The score of a hit is its cosine.
func (d *Dense) Search(ctx context.Context, q Query) (*Result, error) {
	vectors := d.vectors.Load()
	if vectors == nil {
		return nil, ErrNotReady
	}
	text := firstRunes(q.Text, embedRunes)
	if strings.TrimSpace(text) == "" || len(*vectors) == 0 {
		return &Result{}, nil
	}
	asked, err := d.embed(ctx, []string{text})
	if err != nil {
		return nil, err
	}
	if len(asked[0]) != len((*vectors)[0]) {
		return nil, fmt.Errorf("embed question: a vector of %d numbers, the passages have %d", len(asked[0]), len((*vectors)[0]))
	}
	best, admits, total := newTop(q.limit()), d.ix.filter(q), 0
	for ord, v := range *vectors {
		if admits(int32(ord)) {
			total++
			best.offer(ord, dot(asked[0], v))
		}
	}
	r := &Result{Total: total}
	for _, c := range best.sorted() {
		r.Hits = append(r.Hits, Hit{ID: d.ix.passages[c.ord].ID, Ord: c.ord, Score: float64(c.score)})
	}
	return r, nil
}

func dot(a, b []float32) float32 {
	sum := float32(0)
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}

// embedText is what of a passage is embedded: where it stands, and what it says.
func embedText(p *Passage) string {
	parts := slices.DeleteFunc([]string{p.Title, p.Heading, p.Header, p.Body}, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		return p.ID // endpoints refuse empty texts
	}
	return firstRunes(strings.Join(parts, "\n"), embedRunes)
}

// firstRunes is the beginning of a text.
func firstRunes(text string, n int) string {
	for i := range text {
		if n--; n < 0 {
			return text[:i]
		}
	}
	return text
}
