package site

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"time"

	"lvgu/folder"
)

// maxChanged is how many changed files are still built as changes: with more, a build from the beginning is as fast.
const maxChanged = 50

// Builder builds one site again and again as its content changes. It is not safe for concurrent use.
type Builder struct {
	opts    Options // without content
	work    string  // holds what one Hugo needs; replaced with it
	project *project
	engine  engine           // nil: it must begin anew
	last    *folder.Snapshot // as the engine knows it
	day     string           // for which it last built
}

// NewBuilder returns a builder; the content of opts is not used.
func NewBuilder(opts Options) *Builder { return &Builder{opts: opts} }

// Build builds the site of a snapshot as of now and returns its files, which stay as they are until the next call of Build
// or Close. After an error the builder begins anew with the next call. An error about the content is an *Error.
func (b *Builder) Build(ctx context.Context, content *folder.Snapshot, now time.Time) (fs.FS, error) {
	changes := content.Since(b.last)
	if b.engine == nil || b.day != now.Format(time.DateOnly) || !b.mayFollow(content, changes) {
		return b.begin(ctx, content, now)
	}
	written, err := b.write(content, changes)
	if err == nil && len(written) > 0 {
		err = b.project.build(ctx, b.engine, b.dest(), now, b.opts, written)
	}
	return b.built(content, now, err)
}

// begin builds with a Hugo that knows nothing yet.
func (b *Builder) begin(ctx context.Context, content *folder.Snapshot, now time.Time) (fs.FS, error) {
	if err := b.Close(); err != nil {
		return nil, err
	}
	work, err := os.MkdirTemp("", workPrefix)
	if err != nil {
		return nil, fmt.Errorf("site: temporary folder: %w", err)
	}
	b.work = work
	if work, err = filepath.EvalSymlinks(work); err != nil {
		return nil, errors.Join(fmt.Errorf("site: temporary folder: %w", err), b.Close())
	}
	opts := b.opts
	opts.Content = content
	if b.project, err = newProject(work, opts); err == nil {
		b.engine, err = b.project.newEngine(ctx, b.dest(), opts, true)
	}
	if err == nil {
		err = b.project.build(ctx, b.engine, b.dest(), now, opts, nil)
	}
	return b.built(content, now, err)
}

// dest is where the engine writes the site.
func (b *Builder) dest() string { return filepath.Join(b.project.work, "public") }

// built ends a build: Hugo knows the content now, or after an error nothing that can be relied on.
func (b *Builder) built(content *folder.Snapshot, now time.Time, err error) (fs.FS, error) {
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	b.last, b.day = content, now.Format(time.DateOnly)
	return os.DirFS(b.dest()), nil
}

// draft finds a line that decides whether there is a page at all.
var draft = regexp.MustCompile(`(?m)^draft:`)

// everywhere is the folder of the pages to which every page leads, by their addresses only.
const everywhere = "about"

// mayFollow reports whether Hugo can build the changes alone: they take no page away, for its files would stay, and open
// no folder, which may be a section.
func (b *Builder) mayFollow(content *folder.Snapshot, changes folder.Changes) bool {
	if len(changes.Removed) > 0 || len(changes.Added)+len(changes.Edited) > maxChanged {
		return false
	}
	for _, name := range changes.Added {
		if _, err := fs.Stat(b.last, path.Dir(name)); err != nil || path.Ext(name) != ".md" || path.Dir(name) == everywhere {
			return false
		}
	}
	for _, name := range changes.Edited {
		before, err1 := fs.ReadFile(b.last, name)
		after, err2 := fs.ReadFile(content, name)
		if errors.Join(err1, err2) != nil || path.Ext(name) != ".md" {
			return false
		}
		if !b.opts.Preview && (draft.Match(before) || draft.Match(after)) {
			return false
		}
	}
	return true
}

// alone reports whether the edit of a file shows on its own page and the translation only.
func (b *Builder) alone(content *folder.Snapshot, name string) bool {
	before, err1 := fs.ReadFile(b.last, name)
	after, err2 := fs.ReadFile(content, name)
	return errors.Join(err1, err2) == nil && alone(before, after)
}

// write brings the project's copy of the content up to date.
func (b *Builder) write(content *folder.Snapshot, changes folder.Changes) ([]change, error) {
	var written []change
	for _, changed := range []struct {
		names []string
		added bool
	}{{changes.Added, true}, {changes.Edited, false}} {
		for _, name := range changed.names {
			data, err := fs.ReadFile(content, name)
			if err != nil {
				return nil, fmt.Errorf("site: copying the content: %w", err)
			}
			target := filepath.Join(b.project.content, filepath.FromSlash(name))
			if err := os.WriteFile(target, data, 0o644); err != nil {
				return nil, fmt.Errorf("site: copying the content: %w", err)
			}
			written = append(written, change{Name: target, Added: changed.added, Alone: !changed.added && b.alone(content, name)})
		}
	}
	return written, nil
}

// Close frees what the builder holds, on the disk and in memory. Build begins anew after it.
func (b *Builder) Close() error {
	var err error
	if b.engine != nil {
		err = b.engine.close()
	}
	if b.work != "" {
		err = errors.Join(err, os.RemoveAll(b.work))
	}
	b.engine, b.project, b.work, b.last = nil, nil, "", nil
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	return nil
}
