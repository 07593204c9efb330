package index

import (
	"context"
	"fmt"
	"slices"
	"sync"

	store "github.com/blevesearch/bleve_index_api"
)

// posting is a passage that holds a term: its position, and BM25F's saturated frequency, which times the term's idf is
// the score.
type posting struct {
	ord   int32
	share float32
}

// maxCounts bounds the terms whose number of passages is remembered; past it, all are forgotten and read again.
const maxCounts = 1 << 18

// cacheBudget is the number of postings kept decoded, eight bytes each: all of a small index, the hot terms of a large.
const cacheBudget = 8 << 20

// postingsCache keeps decoded postings by term. It has two generations: what was not used while the young one filled
// is dropped with the old.
type postingsCache struct {
	budget int

	mu         sync.Mutex // guards what follows
	young, old map[string][]posting
	size       int            // postings in young
	counts     map[string]int // of passages by term, also of lists that are not kept
}

func newPostingsCache(budget int) *postingsCache {
	return &postingsCache{budget: budget, young: map[string][]posting{}, counts: map[string]int{}}
}

func (c *postingsCache) get(term string) ([]posting, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if list, ok := c.young[term]; ok {
		return list, true
	}
	list, ok := c.old[term]
	if ok {
		c.keep(term, list)
	}
	return list, ok
}

func (c *postingsCache) put(term string, list []posting) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.keep(term, list)
}

// keep adds a list to the young generation. A term costs a little even when no passage holds it. The caller holds mu.
func (c *postingsCache) keep(term string, list []posting) {
	if c.size > c.budget/2 {
		c.old, c.young, c.size = c.young, map[string][]posting{}, 0
	}
	c.young[term] = list
	c.size += len(list) + 16
}

// postings returns the passages that hold a term, in no particular order. The list is shared: it must not be changed.
func (ix *Index) postings(ctx context.Context, term string) ([]posting, error) {
	if list, ok := ix.cache.get(term); ok {
		return list, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var list []posting
	for i := range ix.parts {
		var err error
		if list, err = ix.read(ctx, list, i, term); err != nil {
			return nil, fmt.Errorf("read postings of %q: %w", term, err)
		}
	}
	ix.cache.put(term, list)
	return list, nil
}

// read appends the postings of a term in one part.
func (ix *Index) read(ctx context.Context, list []posting, number int, term string) ([]posting, error) {
	p, ords := ix.parts[number], ix.ords[number]
	reader, err := p.reader.TermFieldReader(ctx, []byte(term), fieldName, true, false, false)
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	list = slices.Grow(list, int(reader.Count()))
	saturation := float32(ix.ranking.K1 + 1)
	var doc store.TermFieldDoc
	for {
		next, err := reader.Next(&doc)
		if err != nil {
			return nil, err
		}
		if next == nil {
			return list, nil
		}
		ord := ords[p.places[next.ID.Value()]]
		if ord == dead {
			continue
		}
		tf := float32(next.Freq) / frequencyScale
		list = append(list, posting{ord, saturation * tf / (tf + ix.norms[ord])})
	}
}

// count returns how many passages hold a term. It does not read their postings: those of the commonest terms of a
// large index are never needed. After an update, dead passages are told apart only among fewer than manyPassages.
func (ix *Index) count(term string) int {
	ix.cache.mu.Lock()
	n, ok := ix.cache.counts[term]
	ix.cache.mu.Unlock()
	if ok {
		return n
	}
	for _, p := range ix.parts {
		reader, err := p.reader.TermFieldReader(context.Background(), []byte(term), fieldName, false, false, false)
		if err != nil {
			return 0 // Search will meet the error and report it
		}
		n += int(reader.Count())
		reader.Close()
	}
	if n > 0 && n < manyPassages && ix.stored() > len(ix.passages) {
		list, err := ix.postings(context.Background(), term)
		if err != nil {
			return 0
		}
		n = len(list)
	}
	ix.cache.mu.Lock()
	defer ix.cache.mu.Unlock()
	if len(ix.cache.counts) >= maxCounts {
		clear(ix.cache.counts)
	}
	ix.cache.counts[term] = n
	return n
}
