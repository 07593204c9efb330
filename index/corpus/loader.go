package corpus

import (
	"bytes"
	"io/fs"
	"time"
)

// Loader loads content again and again and takes apart anew only what has changed. The zero value is ready. It is not
// safe for concurrent use; the corpora it returns are.
type Loader struct {
	Drafts bool // drafts are in the corpus, too: for a preview

	today partialDate
	pages map[string]*page // as read, before rules that look at other pages, by path
}

// Load is what the function Load is. What it returns does not depend on what was loaded before.
func (l *Loader) Load(fsys fs.FS, today time.Time) (*Corpus, Faults) {
	f := &folder{today: dayOf(today), drafts: l.Drafts, byPath: map[string]*page{}}
	f.pages = l.read(fsys, f.walk(fsys), f.today)
	for _, p := range f.pages {
		f.byPath[p.path] = p
	}
	f.check()
	for _, p := range f.pages {
		f.faults = append(f.faults, p.placed()...)
	}
	return f.corpus(), f.faults.sort()
}

// read reads the files, and takes pages over from the time before.
func (l *Loader) read(fsys fs.FS, files []string, today partialDate) []*page {
	if l.today != today {
		l.pages = nil
	}
	opened := make([]*page, len(files))
	each(len(files), func(i int) { opened[i] = openPage(fsys, files[i], today) })
	now := make(map[string]*page, len(files))
	for _, p := range opened {
		now[p.path] = p
	}
	md := newMarkdown()
	fresh := make([]*page, len(files))
	each(len(files), func(i int) {
		if fresh[i] = l.kept(opened[i], now); fresh[i] == nil {
			fresh[i] = opened[i]
			fresh[i].read(md)
		}
	})
	l.today, l.pages = today, make(map[string]*page, len(files))
	pages := make([]*page, len(files))
	for i, p := range fresh {
		l.pages[p.path] = p
		copied := *p
		copied.faults = p.faults[:len(p.faults):len(p.faults)] // the rules to come append to a copy
		pages[i] = &copied
	}
	return pages
}

// kept is the page as it was read the time before; nil when it or its twin, which decides whether it lags, has changed.
func (l *Loader) kept(p *page, now map[string]*page) *page {
	before := l.pages[p.path]
	twin := twinPath(p.path)
	if before == nil || !sameBytes(before, p) || !sameBytes(l.pages[twin], now[twin]) {
		return nil
	}
	return before
}

// sameBytes reports whether two pages, which may be nil, are the same file. One that could not be read is never the same.
func sameBytes(a, b *page) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.raw != nil && b.raw != nil && bytes.Equal(a.raw, b.raw)
}

// placed are the page's faults, each with its address. Those of a draft keep nothing from being published: it is not
// published itself, and one author's unfinished page must not hold up the others.
func (p *page) placed() Faults {
	faults := make(Faults, len(p.faults))
	for i, fault := range p.faults {
		fault.URL, fault.Anchor = p.doc.URL, p.anchorAt(fault.Line)
		fault.Warning = fault.Warning || p.draft
		faults[i] = fault
	}
	return faults
}

// anchorAt is the anchor of the last heading at or above the line; "" above the first.
func (p *page) anchorAt(line int) string {
	anchor := ""
	for _, h := range p.headings {
		if h.line > line {
			break
		}
		anchor = h.anchor
	}
	return anchor
}
