package folder

import (
	"bytes"
	"io"
	"io/fs"
	"time"
)

// info is an entry as fs describes it.
type info struct{ entry *entry }

func (i info) Name() string       { return i.entry.name }
func (i info) Size() int64        { return i.entry.size }
func (i info) Mode() fs.FileMode  { return i.entry.mode }
func (i info) ModTime() time.Time { return i.entry.time }
func (i info) IsDir() bool        { return i.entry.mode.IsDir() }
func (i info) Sys() any           { return nil }

// opened is an open file or folder of a snapshot.
type opened struct {
	*bytes.Reader
	snapshot *Snapshot
	path     string
	entry    *entry
	listed   int
}

// Stat implements fs.File.
func (o *opened) Stat() (fs.FileInfo, error) { return info{o.entry}, nil }

// Close implements fs.File.
func (o *opened) Close() error { return nil }

// ReadDir implements fs.ReadDirFile.
func (o *opened) ReadDir(n int) ([]fs.DirEntry, error) {
	all, err := o.snapshot.ReadDir(o.path)
	if err != nil {
		return nil, err
	}
	rest := all[min(o.listed, len(all)):]
	if n > 0 && len(rest) == 0 {
		return nil, io.EOF
	}
	if n > 0 && len(rest) > n {
		rest = rest[:n]
	}
	o.listed += len(rest)
	return rest, nil
}
