package index

import (
	"fmt"
	"strconv"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	store "github.com/blevesearch/bleve_index_api"

	"lvgu/index/analysis"
)

// part holds some of an index's passages: their postings in a store, and their texts packed. A part never changes, so
// that an index and those updated from it share it; the last to close releases it.
type part struct {
	store  bleve.Index
	reader store.IndexReader
	places []int32 // store's document number → number of the passage in this part
	codes  []uint16
	asked  []uint64 // hashes of what the passages' headings and typical questions ask

	users atomic.Int32
}

// newStore opens an empty store at path, in memory when it is empty.
func newStore(path string) (bleve.Index, error) {
	if err := analysis.Register(); err != nil {
		return nil, fmt.Errorf("register analyzer: %w", err)
	}
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = analysis.Name
	s, err := bleve.NewUsing(path, mapping, scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	return s, nil
}

// read opens the reader of a filled store, with n documents.
func (p *part) read(n int) error {
	advanced, err := p.store.Advanced()
	if err != nil {
		return fmt.Errorf("reach store: %w", err)
	}
	if p.reader, err = advanced.Reader(); err != nil {
		return fmt.Errorf("open reader: %w", err)
	}
	if p.places == nil {
		p.places, err = readPlaces(p.reader, n)
	}
	if err != nil {
		p.reader.Close()
	}
	return err
}

// use adds a user, who must call release.
func (p *part) use() { p.users.Add(1) }

// hold adds a user, unless the last one has gone and the store with it.
func (p *part) hold() bool {
	for {
		n := p.users.Load()
		if n == 0 {
			return false
		}
		if p.users.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

// release closes the store when no one uses it any more.
func (p *part) release() error {
	if p.users.Add(-1) > 0 {
		return nil
	}
	err := p.reader.Close()
	if closeErr := p.store.Close(); err == nil {
		err = closeErr
	}
	return err
}

// readPlaces maps the store's document numbers to those given as IDs: a batch is stored in no particular order.
func readPlaces(reader store.IndexReader, n int) ([]int32, error) {
	places := make([]int32, n)
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
			return places, nil
		}
		external, err := reader.ExternalID(internal)
		if err != nil {
			return nil, fmt.Errorf("read document numbers: %w", err)
		}
		place, err := strconv.Atoi(external)
		if number := internal.Value(); err != nil || place >= n || number >= uint64(n) {
			return nil, fmt.Errorf("document %q has number %d of %d", external, number, n)
		}
		places[internal.Value()] = int32(place)
	}
}
