package index

import (
	"fmt"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	store "github.com/blevesearch/bleve_index_api"

	"lvgu/index/analysis"
)

// rerankDepth is how many passages the second stage judges.
const rerankDepth = 100

// Constants of BM25F, chosen on the public sets together.
const (
	k1 = 0.8
	b  = 0.6
)

// batchSize bounds what one batch holds in memory while it is written.
const batchSize = 20_000

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
	ix := &Index{store: s, passages: passages, ranking: model}
	if err := ix.fill(); err != nil {
		s.Close()
		return nil, err
	}
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
	lengths := make([]float64, len(ix.passages))
	c := newCollector(len(ix.passages))
	for from := 0; from < len(ix.passages); from += batchSize {
		batch := store.NewBatch()
		for ord := from; ord < min(from+batchSize, len(ix.passages)); ord++ {
			texts, own := ix.passages[ord].texts()
			tokens := make([][]analysis.Token, len(texts))
			for i, wt := range texts {
				tokens[i] = analysis.Tokenize(wt.text)
			}
			c.add(&ix.passages[ord], tokens[:own], tokens[own:])
			field, length := newTermsField(texts, tokens)
			lengths[ord] = length
			doc := document.NewDocument(strconv.Itoa(ord))
			doc.AddField(field)
			batch.Update(doc)
		}
		if err := advanced.Batch(batch); err != nil {
			return fmt.Errorf("write passages from %d: %w", from, err)
		}
	}
	c.place()
	c.cite(ix.passages)
	ix.collection = c.collection
	ix.norms, ix.meanLength = lengthNorms(lengths)
	if ix.reader, err = advanced.Reader(); err != nil {
		return fmt.Errorf("open reader: %w", err)
	}
	if ix.ords, err = readOrds(ix.reader, len(ix.passages)); err != nil {
		ix.reader.Close()
		return err
	}
	return nil
}

func lengthNorms(lengths []float64) ([]float32, float32) {
	total := 0.0
	for _, l := range lengths {
		total += l
	}
	mean := max(total/float64(max(len(lengths), 1)), 1)
	norms := make([]float32, len(lengths))
	for i, l := range lengths {
		norms[i] = float32(k1 * (1 - b + b*l/mean))
	}
	return norms, float32(mean)
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
