package index

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"

	"lvgu/index/analysis"
)

// Names within an index folder: one folder for each version, and what is being built beside it.
const (
	versionPrefix  = "index-"
	buildingPrefix = "building-"
	storeName      = "store"
	factsName      = "facts"
)

// abandonedAfter is when a build is taken to have died: none takes as long.
const abandonedAfter = 24 * time.Hour

// Open is New with the index kept in the folder dir, which it makes when needed. An index that dir holds of the same
// passages, made by the same analysis, is opened as it is; any other, and one that cannot be read, is made anew. A new
// index is written aside and renamed when whole, so that dir never holds half of one, and then the older ones are
// removed: processes that have one open keep it until they close it. An error leaves dir as it was.
func Open(dir string, passages []Passage) (*Index, error) {
	if err := checkIDs(passages); err != nil {
		return nil, err
	}
	path := filepath.Join(dir, versionPrefix+Version(passages))
	if ix, err := load(path, passages); err == nil {
		return ix, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if err := write(dir, path, passages); err != nil {
		return nil, err
	}
	ix, err := load(path, passages)
	if err != nil {
		return nil, err
	}
	sweep(dir, filepath.Base(path))
	return ix, nil
}

// Version names what an index of passages holds: it changes with any of their texts, with the analysis and with the
// weights of the fields.
func Version(passages []Passage) string {
	h := sha256.New()
	var buf []byte
	add := func(texts ...string) {
		buf = binary.AppendUvarint(buf, uint64(len(texts)))
		for _, text := range texts {
			buf = binary.AppendUvarint(buf, uint64(len(text)))
			buf = append(buf, text...)
		}
	}
	parameters, _ := DefaultParameters() // New reports the error
	add(analysis.Version(), fmt.Sprint(formatVersion, (&Passage{}).fields(), parameters.Title))
	for i := range passages {
		p := &passages[i]
		add(p.ID, p.Lang, p.Title, p.Breadcrumb, p.Heading, p.Body, p.Header)
		add(p.Keywords...)
		add(p.Questions...)
		h.Write(buf)
		buf = buf[:0]
	}
	h.Write(buf)
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// load opens the index at path, which must be of passages.
func load(path string, passages []Passage) (_ *Index, err error) {
	data, err := os.ReadFile(filepath.Join(path, factsName))
	if err != nil {
		return nil, err
	}
	c, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if len(c.entries) != len(passages) {
		return nil, fmt.Errorf("read %s: %d passages, want %d", path, len(c.entries), len(passages))
	}
	for i := range passages {
		c.entries[i].lang = c.langOf(passages[i].Lang)
	}
	model, err := newRanking(rankingData)
	if err != nil {
		return nil, err
	}
	if err := c.parts[0].open(filepath.Join(path, storeName)); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return open(passages, c, model), nil
}

// open opens the part's store, which nothing may change from then on.
func (p *part) open(path string) error {
	var err error
	if p.store, err = bleve.OpenUsing(path, map[string]any{"read_only": true}); err != nil {
		return fmt.Errorf("open store: %w", err)
	}
	err = p.read(len(p.places))
	if err == nil {
		var n uint64
		if n, err = p.reader.DocCount(); err == nil && n != uint64(len(p.places)) {
			err = fmt.Errorf("the store holds %d passages, want %d", n, len(p.places))
		}
		if err != nil {
			p.reader.Close()
		}
	}
	if err != nil {
		p.store.Close()
	}
	return err
}

// write makes the index of passages at path, by way of a folder beside it.
func write(dir, path string, passages []Passage) (err error) {
	aside, err := os.MkdirTemp(dir, buildingPrefix)
	if err != nil {
		return err
	}
	defer func() {
		if removed := os.RemoveAll(aside); err == nil {
			err = removed
		}
	}()
	store := filepath.Join(aside, storeName)
	ix, err := build(passages, nil, store)
	if err != nil {
		return err
	}
	c := ix.collection
	if err := ix.Close(); err != nil {
		return err
	}
	// The numbers of documents are only settled now that the store no longer merges.
	settled := &part{codes: c.parts[0].codes, asked: c.parts[0].asked}
	if err := settled.settle(store, len(passages)); err != nil {
		return err
	}
	c.parts = []*part{settled}
	if err := writeSynced(filepath.Join(aside, factsName), encode(c)); err != nil {
		return err
	}
	if err := os.RemoveAll(path); err != nil { // what could not be read
		return err
	}
	err = os.Rename(aside, path)
	if errors.Is(err, fs.ErrExist) {
		return nil // another process was faster
	}
	return err
}

// settle reads how a store numbers its n documents.
func (p *part) settle(path string, n int) error {
	s, err := bleve.OpenUsing(path, map[string]any{"read_only": true})
	if err != nil {
		return fmt.Errorf("open store: %w", err)
	}
	p.store = s
	err = p.read(n)
	if err == nil {
		err = p.reader.Close()
	}
	return errors.Join(err, s.Close())
}

// writeSynced writes a file that is on the disk when it returns.
func writeSynced(name string, data []byte) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// sweep removes other versions and abandoned builds. What cannot be removed stays: it does no harm.
func sweep(dir, keep string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		old := strings.HasPrefix(e.Name(), versionPrefix) && e.Name() != keep
		if info, err := e.Info(); err == nil && strings.HasPrefix(e.Name(), buildingPrefix) {
			old = time.Since(info.ModTime()) > abandonedAfter
		}
		if old {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}
