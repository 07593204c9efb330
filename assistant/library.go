package assistant

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"lvgu/index"
	"lvgu/index/analysis"
	"lvgu/index/corpus"
)

// library is the corpus with its index: what is known, found by what is asked.
type library struct {
	corpus     *corpus.Corpus
	index      *index.Index
	retriever  index.Retriever // over the index
	stop       func()          // ends the work behind it
	embeds     bool            // each search asks an endpoint, too
	gazetteers map[string]*gazetteer
	about      []string       // per passage, folded: where it stands and what it says, for the names in it
	position   map[string]int // passage ID → position in corpus.Passages
	characters map[string]float64
	readings   []readingSlot // per passage
	selection  selection
	minSupport float64
}

type readingSlot struct {
	once sync.Once
	*reading
}

func openLibrary(c *corpus.Corpus, o Options) (*library, error) {
	l := &library{
		corpus:     c,
		gazetteers: map[string]*gazetteer{corpus.Chinese: newGazetteer(c, corpus.Chinese), corpus.English: newGazetteer(c, corpus.English)},
		about:      make([]string, len(c.Passages)),
		position:   make(map[string]int, len(c.Passages)),
		minSupport: cmp.Or(o.Support, minSupport),
		embeds:     o.Dense.Embedder != nil,
		readings:   make([]readingSlot, len(c.Passages)),
		characters: characterWeights(c.Passages),
	}
	indexed := make([]index.Passage, len(c.Passages))
	for i, p := range c.Passages {
		indexed[i] = indexable(p)
		l.about[i] = fold(contextOf(p) + " " + p.Text)
		l.position[p.ID] = i
	}
	var err error
	if l.selection, err = newSelection(selectionData); err != nil {
		return nil, err
	}
	if l.index, err = openIndex(indexed, o); err != nil {
		return nil, err
	}
	if o.Synonyms != "" {
		synonyms, err := readSynonyms(o.Synonyms)
		if err != nil {
			l.index.Close()
			return nil, err
		}
		l.index.SetSynonyms(synonyms)
	}
	l.retriever, l.stop = openRetriever(l.index, o.Dense, o.Logger)
	return l, nil
}

// openIndex indexes passages by the quickest way that the options leave. An index folder that cannot be used costs time
// at every start but no answer: the index is in memory then.
func openIndex(passages []index.Passage, o Options) (*index.Index, error) {
	if o.Previous != nil {
		return o.Previous.library.index.Update(passages)
	}
	if o.IndexDir != "" {
		ix, err := index.Open(o.IndexDir, passages)
		if err == nil {
			return ix, nil
		}
		o.Logger.Warn("index folder not usable: the index is in memory", "dir", o.IndexDir, "err", err)
	}
	return index.New(passages)
}

// maxSynonyms is the size of a file of synonyms in bytes, beyond which it is something else.
const maxSynonyms = 1 << 20

func readSynonyms(name string) (*analysis.Synonyms, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("synonyms: %w", err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxSynonyms+1))
	if err != nil {
		return nil, fmt.Errorf("synonyms: %w", err)
	}
	if len(text) > maxSynonyms {
		return nil, fmt.Errorf("synonyms: %s is larger than %d bytes", name, maxSynonyms)
	}
	synonyms, err := analysis.ReadSynonyms(string(text))
	if err != nil {
		return nil, fmt.Errorf("synonyms: %s: %w", name, err)
	}
	return synonyms, nil
}

// indexable is a passage as the index takes it.
func indexable(p *corpus.Passage) index.Passage {
	return index.Passage{
		ID:         p.ID,
		Lang:       p.Document.Lang,
		Section:    p.Document.Section,
		Title:      p.Document.Title,
		Breadcrumb: strings.Join(p.Breadcrumb, " "),
		Heading:    p.Heading,
		Body:       p.Text,
		Header:     p.Header,
		Keywords:   p.Document.Keywords,
		Questions:  p.Questions,
		Region:     p.Document.Region,
		Expired:    p.Status == corpus.Expired,
	}
}

// contextOf is where a passage stands: what its sentences need not repeat.
func contextOf(p *corpus.Passage) string {
	return strings.Join([]string{p.Document.Title, strings.Join(p.Document.Keywords, " "), strings.Join(p.Breadcrumb, " "), p.Heading}, " ")
}

// headings are the titles that a passage stands under.
func headings(p *corpus.Passage) string {
	return p.Document.Title + " " + p.Heading + " " + strings.Join(p.Breadcrumb, " ")
}
