package index

import (
	"fmt"
	"strconv"
	"sync"

	bleved "github.com/blevesearch/bleve/v2/document"
	store "github.com/blevesearch/bleve_index_api"
	"golang.org/x/sync/errgroup"

	"lvgu/index/analysis"
)

// A batch becomes one segment of the store: few, since each costs every query, but more than one, so that the next is
// analysed while one is written; and not so large that it fills memory.
const (
	minBatch = 1_000
	maxBatch = 20_000
)

// New indexes passages in memory. The slice must not change afterwards. It fails when an ID is empty or repeated.
func New(passages []Passage) (*Index, error) {
	return build(passages, nil, "")
}

// Update returns an index of passages that takes over from ix what did not change: a passage with the same ID and the
// same texts is neither analysed nor stored again. Hits are those of New(passages). ix stays as it is; both must be
// closed, in any order; of an ix that is closed already nothing is taken over. An edit of one page costs a tenth of New or less; when much has changed, or after many updates,
// Update is New.
func (ix *Index) Update(passages []Passage) (*Index, error) {
	return build(passages, ix, "")
}

// NewTuned is New with other parameters. It is for choosing them.
func NewTuned(passages []Passage, p Parameters) (*Index, error) {
	model, err := newRanking(rankingData)
	if err == nil {
		err = p.check()
	}
	if err != nil {
		return nil, err
	}
	model.Parameters = p
	return buildBy(model, passages, nil, "")
}

// build indexes passages, those that are not in before in a new part whose store is at path.
func build(passages []Passage, before *Index, path string) (*Index, error) {
	model, err := newRanking(rankingData)
	if err != nil {
		return nil, err
	}
	return buildBy(model, passages, before, path)
}

func buildBy(model *ranking, passages []Passage, before *Index, path string) (*Index, error) {
	if err := checkIDs(passages); err != nil {
		return nil, err
	}
	if before != nil && !before.hold() {
		before = nil
	}
	if before != nil {
		defer before.Close() // while it is taken over it may be closed elsewhere
	}
	c := newCollector(passages)
	c.title = model.Title
	kept, changed := before.compare(passages)
	c.take(before, kept)
	if len(changed) > 0 || len(c.parts) == 0 {
		if err := c.addPart(changed, path); err != nil {
			return nil, err
		}
	}
	return open(passages, c.finish(), model), nil
}

// open puts an index together and begins to use its parts.
func open(passages []Passage, c *collection, model *ranking) *Index {
	ix := &Index{passages: passages, collection: c, ranking: model, cache: newPostingsCache(cacheBudget), synonyms: analysis.BuiltinSynonyms()}
	ix.norms, ix.meanLength = c.normalise(model.Parameters)
	for _, p := range c.parts {
		p.use()
	}
	ix.lexis = sync.OnceValue(func() *lexis { return newLexis(passages) })
	go ix.lexis() // ready before a query needs it, without New waiting
	return ix
}

// With is the same index with other k1 and b; the weight of the title stays. It is for choosing them, and must be closed.
func (ix *Index) With(k1, b float64) *Index {
	model := *ix.ranking
	model.K1, model.B = k1, b
	return open(ix.passages, ix.collection, &model)
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

// addPart analyses and stores the passages at some positions as a new part.
func (c *collector) addPart(ords []int32, path string) (err error) {
	p := &part{}
	if p.store, err = newStore(path); err != nil {
		return err
	}
	if err = c.fill(p, ords); err == nil {
		err = p.read(len(ords))
	}
	if err != nil {
		p.store.Close()
		return err
	}
	c.parts = append(c.parts, p)
	c.ords = append(c.ords, ords)
	return nil
}

// fill writes passages to the store of a part.
func (c *collector) fill(p *part, ords []int32) error {
	advanced, err := p.store.Advanced()
	if err != nil {
		return fmt.Errorf("reach store: %w", err)
	}
	var writer errgroup.Group
	writer.SetLimit(1)
	size := min(max(len(ords)/4, minBatch), maxBatch)
	for from := 0; from < len(ords); from += size {
		batch := c.batch(p, ords, from, min(from+size, len(ords)))
		writer.Go(func() error {
			if err := advanced.Batch(batch); err != nil {
				return fmt.Errorf("write passages from %d: %w", from, err)
			}
			return nil
		})
	}
	return writer.Wait()
}

// batch analyses some passages for the store and takes them into the collection.
func (c *collector) batch(p *part, ords []int32, from, to int) *store.Batch {
	batch := store.NewBatch()
	for place := from; place < to; place++ {
		passage := &c.passages[ords[place]]
		fields := passage.fields()
		fields[0].weight = c.title
		tokens := make([][]analysis.Token, len(fields))
		for i, f := range fields {
			tokens[i] = analysis.Tokenize(f.text)
		}
		field, length := c.termer.field(fields, tokens)
		e := c.analyse(p, passage, tokens)
		e.length, e.part = uint32(length), uint8(len(c.parts))
		c.entries[ords[place]] = e
		doc := bleved.NewDocument(strconv.Itoa(place))
		doc.AddField(field)
		batch.Update(doc)
	}
	return batch
}
