// Package lvgu holds the shipped content of the site, the Markdown under content/, and the golden questions, by which it is
// seen what an edit does to the answers.
//
// It exists only because an embed directive reaches no further than its own directory; everything that reads
// the content takes an fs.FS, so a folder on disk serves as well.
package lvgu

import (
	"embed"
	"io/fs"
)

//go:embed all:content
var content embed.FS

// Content returns the shipped content, rooted at the content folder.
func Content() fs.FS {
	sub, err := fs.Sub(content, "content")
	if err != nil {
		panic(err) // fs.Sub fails only on an invalid path, and this one is a constant
	}
	return sub
}

//go:embed assistant/testdata/golden.jsonl
var golden []byte

// Golden returns the golden questions, one JSON object a line; the caller must not change them.
func Golden() []byte { return golden }
