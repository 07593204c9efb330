package server

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"sync"

	"lvgu/assistant"
	"lvgu/index/corpus"
)

// Answerer answers questions and searches over one version of the content. It must be safe for concurrent use and
// stop early when the context ends.
type Answerer interface {
	Answer(ctx context.Context, q assistant.Question) iter.Seq2[assistant.Event, error]
	Search(ctx context.Context, q assistant.SearchQuery) (assistant.SearchResult, error)
	Suggest(q assistant.SuggestQuery) []assistant.Suggestion
	Page(ctx context.Context, url string) (assistant.Page, bool)
}

// Edition is one consistent version of everything that is served.
type Edition struct {
	Site     fs.FS // as built: directories with index.html; read once, when published
	Answerer Answerer
	Version  string        // of the content
	Notes    corpus.Faults // warnings of the content, which a preview shows
	Close    func() error  // frees the answerer; called once, after the last request on this edition; may be nil
}

// edition is a published Edition with the count of those who use it.
type edition struct {
	*Edition
	files  *files
	shells map[string]*shell // by path of the page: "/ask/"

	mu    sync.Mutex // guards users and the one call of Close
	users int        // requests, and one for being the current edition
}

func newEdition(e *Edition, previous *files) (*edition, error) {
	files, err := loadFiles(e.Site, previous)
	if err != nil {
		return nil, fmt.Errorf("site of version %s: %w", e.Version, err)
	}
	shells, err := parseShells(files)
	if err != nil {
		return nil, fmt.Errorf("site of version %s: %w", e.Version, err)
	}
	return &edition{Edition: e, files: files, shells: shells, users: 1}, nil
}

// acquire reports whether the edition is still open, and if so keeps it open until release.
func (e *edition) acquire() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.users == 0 {
		return false
	}
	e.users++
	return true
}

// release ends one use; the last one closes the edition.
func (e *edition) release() error {
	e.mu.Lock()
	e.users--
	last := e.users == 0
	e.mu.Unlock()
	if !last || e.Edition.Close == nil {
		return nil
	}
	return e.Edition.Close()
}
