package index

import (
	"fmt"
	"strconv"
	"sync"

	"github.com/blevesearch/bleve/v2"
	bleved "github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	store "github.com/blevesearch/bleve_index_api"
	"golang.org/x/sync/errgroup"

	"lvgu/index/analysis"
)

// Constants of BM25F, chosen on the public sets together.
const (
	k1 = 0.8
	b  = 0.6
)

// A batch becomes one segment of the store: few, since each costs every query, but more than one, so that the next is
// analysed while one is written; and not so large that it fills memory.
const (
	minBatch = 1_000
	maxBatch = 20_000
)

// New indexes passages in memory. The slice must not change afterwards. It fails when an ID is empty or repeated.
func New(passages []Passage) (*Index, error) {
	if err := checkIDs(passages); err != nil {
		return nil, err
	}
	if err := analysis.Register(); err != nil {
		return nil, fmt.Errorf("register analyzer: %w", err)
	}
	model, err := newRanking(rankingData)
	if err != nil {
		return nil, err
	}
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = analysis.Name
	s, err := bleve.NewUsing("", mapping, scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	ix := &Index{store: s, passages: passages, ranking: model, cache: newPostingsCache(cacheBudget)}
	ix.lexis = sync.OnceValue(func() *lexis { return newLexis(passages) })
	if err := ix.fill(); err != nil {
		s.Close()
		return nil, err
	}
	go ix.lexis() // ready before a query needs it, without New waiting
	return ix, nil
}

func checkIDs(passages []Passage) error {
	seen := make(map[string]bool, len(passages))
	for i := range passages {
		id := passages[i].ID
		if id == "" || seen[id] {
			return fmt.Errorf("passage %d: empty or repeated ID %q", i, id)
		}
		seen[id] = true
	}
	return nil
}

// fill writes all passages to the store and opens the reader.
func (ix *Index) fill() error {
	advanced, err := ix.store.Advanced()
	if err != nil {
		return fmt.Errorf("reach store: %w", err)
	}
	c := newCollector(len(ix.passages))
	var writer errgroup.Group
	writer.SetLimit(1)
	size := min(max(len(ix.passages)/4, minBatch), maxBatch)
	for from := 0; from < len(ix.passages); from += size {
		batch := c.batch(ix.passages, from, min(from+size, len(ix.passages)))
		writer.Go(func() error {
			if err := advanced.Batch(batch); err != nil {
				return fmt.Errorf("write passages from %d: %w", from, err)
			}
			return nil
		})
	}
	if err := writer.Wait(); err != nil {
		return err
	}
	ix.collection = c.finish(ix.passages)
	if ix.reader, err = advanced.Reader(); err != nil {
		return fmt.Errorf("open reader: %w", err)
	}
	if ix.ords, err = readOrds(ix.reader, len(ix.passages)); err != nil {
		ix.reader.Close()
		return err
	}
	return nil
}

// batch analyses some passages for the store and takes them into the collection.
func (c *collector) batch(passages []Passage, from, to int) *store.Batch {
	batch := store.NewBatch()
	for ord := from; ord < to; ord++ {
		fields := passages[ord].fields()
		tokens := make([][]analysis.Token, len(fields))
		for i, f := range fields {
			tokens[i] = analysis.Tokenize(f.text)
		}
		c.add(&passages[ord], tokens)
		field, length := c.termer.field(fields, tokens)
		c.lengths = append(c.lengths, length)
		doc := bleved.NewDocument(strconv.Itoa(ord))
		doc.AddField(field)
		batch.Update(doc)
	}
	return batch
}

// readOrds maps the store's document numbers to positions: a batch is stored in no particular order.
func readOrds(reader store.IndexReader, n int) ([]int32, error) {
	ords := make([]int32, n)
	ids, err := reader.DocIDReaderAll()
	if err != nil {
		return nil, fmt.Errorf("read document numbers: %w", err)
	}
	defer ids.Close()
	for {
		internal, err := ids.Next()
		if err != nil {
			return nil, fmt.Errorf("read document numbers: %w", err)
		}
		if internal == nil {
			return ords, nil
		}
		external, err := reader.ExternalID(internal)
		if err != nil {
			return nil, fmt.Errorf("read document numbers: %w", err)
		}
		ord, err := strconv.Atoi(external)
		if number := internal.Value(); err != nil || ord >= n || number >= uint64(n) {
			return nil, fmt.Errorf("document %q has number %d of %d", external, number, n)
		}
		ords[internal.Value()] = int32(ord)
	}
}
