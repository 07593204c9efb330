package folder

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

const (
	// MaxFiles is fifty times the shipped content with a success story for every firm of a province's zones; beyond it
	// the folder is not one of content but, say, a home directory.
	MaxFiles = 100_000
	// MaxBytes is what all files together may have: they are held in memory while site and index are made of them.
	MaxBytes = 512 << 20
	// maxPage is where reading a Markdown file ends. A page is at most 1 MiB by the rules of the content, which need one
	// byte more to see that it is longer.
	maxPage = 1<<20 + 1
	// maxPicture is what any other file may have: more than any picture that a page should send to a phone.
	maxPicture = 32 << 20
)

var errTooLarge = errors.New("file too large")

// Snapshot is a folder as it was at one moment. It is an fs.FS, immutable, and safe for concurrent use.
type Snapshot struct {
	entries map[string]*entry   // by slash-separated path
	dirs    map[string][]string // sorted base names in each folder
	version string
}

// entry is a file, folder or other thing.
type entry struct {
	name string // base name
	mode fs.FileMode
	data []byte
	size int64 // on the disk, which a file that is too long has more of than was read
	time time.Time
	hash [sha256.Size]byte
	err  error // why it could not be read
}

// Version names the snapshot's bytes and paths: equal versions are equal contents.
func (s *Snapshot) Version() string { return s.version }

// Changes are the paths of regular files that differ between two snapshots, sorted. A nil snapshot holds nothing.
type Changes struct{ Added, Edited, Removed []string }

// Since returns what has changed since the earlier snapshot.
func (s *Snapshot) Since(earlier *Snapshot) Changes {
	var c Changes
	var before map[string]*entry
	if earlier != nil {
		before = earlier.entries
	}
	for _, name := range slices.Sorted(maps.Keys(s.entries)) {
		now, then := s.entries[name], before[name]
		switch {
		case !now.mode.IsRegular():
		case then == nil || !then.mode.IsRegular():
			c.Added = append(c.Added, name)
		case now.hash != then.hash:
			c.Edited = append(c.Edited, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		now := s.entries[name]
		if before[name].mode.IsRegular() && (now == nil || !now.mode.IsRegular()) {
			c.Removed = append(c.Removed, name)
		}
	}
	return c
}

// Read reads the folder dir, which may itself be a link. The error is about the folder as a whole: it cannot be opened, or
// is too large; what is wrong with one file is found by opening it in the snapshot.
func Read(dir string) (*Snapshot, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("content folder: %w", err)
	}
	defer root.Close()
	return FromFS(root.FS())
}

// FromFS reads any file system; of one that follows links, its root must not be left by them.
func FromFS(fsys fs.FS) (*Snapshot, error) {
	r := reader{fsys: fsys, snapshot: &Snapshot{entries: map[string]*entry{}, dirs: map[string][]string{}}}
	if err := fs.WalkDir(fsys, ".", r.visit); err != nil {
		return nil, err
	}
	r.snapshot.seal()
	return r.snapshot, nil
}

type reader struct {
	fsys     fs.FS
	snapshot *Snapshot
	bytes    int64
}

func (r *reader) visit(name string, d fs.DirEntry, err error) error {
	s := r.snapshot
	switch {
	case name == "." && err != nil:
		return fmt.Errorf("content folder: %w", err)
	case name != "." && Hidden(name):
		if d != nil && d.IsDir() {
			return fs.SkipDir
		}
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return nil // gone since its folder was listed
	case err != nil: // a folder that cannot be listed
		s.entries[name].err = cause(err)
		return nil
	case len(s.entries) > MaxFiles:
		return fmt.Errorf("content folder: more than %d files", MaxFiles)
	}
	e := &entry{name: path.Base(name), mode: d.Type()}
	switch {
	case d.IsDir():
		s.dirs[name] = []string{}
	case d.Type().IsRegular():
		r.read(name, e)
		if errors.Is(e.err, fs.ErrNotExist) {
			return nil
		}
		if r.bytes += int64(len(e.data)); r.bytes > MaxBytes {
			return fmt.Errorf("content folder: more than %d MiB", MaxBytes>>20)
		}
	}
	s.entries[name] = e
	if name != "." {
		s.dirs[path.Dir(name)] = append(s.dirs[path.Dir(name)], e.name)
	}
	return nil
}

// read reads one regular file. Between the listing and the opening it may have become something that blocks, so what was
// opened is looked at again.
func (r *reader) read(name string, e *entry) {
	info, err := fs.Stat(r.fsys, name)
	if err != nil {
		e.err = cause(err)
		return
	}
	if !info.Mode().IsRegular() {
		e.mode = info.Mode().Type()
		return
	}
	file, err := r.fsys.Open(name)
	if err != nil {
		e.err = cause(err)
		return
	}
	defer file.Close()
	e.size, e.time = info.Size(), info.ModTime()
	limit := int64(maxPage)
	if path.Ext(name) != ".md" {
		limit = maxPicture + 1
	}
	if e.data, err = io.ReadAll(io.LimitReader(file, limit)); err != nil {
		e.err = cause(err)
	} else if len(e.data) > maxPicture {
		e.err = errTooLarge
	}
	e.hash = sha256.Sum256(e.data)
}

// cause is what is wrong, without the path, which the caller knows.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

// Hidden reports whether a path is an editor's or the system's own, and no content.
func Hidden(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || strings.HasPrefix(base, "#")
}

// seal orders the folders and names the whole.
func (s *Snapshot) seal() {
	for _, names := range s.dirs {
		slices.Sort(names)
	}
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(s.entries)) {
		e := s.entries[name]
		fmt.Fprintf(sum, "%q %v %v %x\n", name, e.mode, e.err, e.hash)
	}
	s.version = hex.EncodeToString(sum.Sum(nil))
}

// Open implements fs.FS.
func (s *Snapshot) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	e := s.entries[name]
	switch {
	case e == nil:
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	case e.err != nil:
		return nil, &fs.PathError{Op: "open", Path: name, Err: e.err}
	case !e.mode.IsRegular() && !e.mode.IsDir():
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return &opened{snapshot: s, path: name, entry: e, Reader: bytes.NewReader(e.data)}, nil
}

// ReadDir implements fs.ReadDirFS.
func (s *Snapshot) ReadDir(name string) ([]fs.DirEntry, error) {
	e := s.entries[name]
	switch {
	case e == nil:
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	case e.err != nil:
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: e.err}
	}
	var list []fs.DirEntry
	for _, base := range s.dirs[name] {
		list = append(list, fs.FileInfoToDirEntry(info{s.entries[path.Join(name, base)]}))
	}
	return list, nil
}

// ReadFile implements fs.ReadFileFS.
func (s *Snapshot) ReadFile(name string) ([]byte, error) {
	e := s.entries[name]
	if e == nil || e.err != nil || !e.mode.IsRegular() {
		_, err := s.Open(name)
		if err == nil {
			err = &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
		}
		return nil, err
	}
	return bytes.Clone(e.data), nil
}
