package server

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strings"
)

// files is the built site in memory, by address: a page is found at its directory, "/policies/".
type files struct {
	byURL map[string]*file
}

// file is one file with everything that is sent with it. It is immutable and may be shared between editions.
type file struct {
	body         []byte
	etag         string // strong, of the plain body; the compressed ones have their own
	plain        *form
	gzip, brotli func() *form // the compressed forms; nil for what is too small or no text
}

// Values of Cache-Control.
const (
	cacheForever    = "public, max-age=31536000, immutable" // the name changes with the content
	cacheRevalidate = "no-cache"                            // kept, but asked about each time: a clause may expire today
	cacheNever      = "no-store"                            // answers: what somebody asked stays on no disk
)

// fingerprinted matches names that hold a hash of the content, as Hugo writes them: main.3f2a….css, photo_hu_5c1d….webp.
var fingerprinted = regexp.MustCompile(`[._-][0-9a-f]{16,128}\.[a-z0-9]+$`)

// loadFiles reads a built site. Files that previous holds with the same content are taken over from there with their
// compressed forms; previous may be nil.
func loadFiles(site fs.FS, previous *files) (*files, error) {
	loaded := &files{byURL: map[string]*file{}}
	err := fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := fs.ReadFile(site, name)
		if err != nil {
			return err
		}
		url := fileURL(name)
		loaded.byURL[url] = previous.reuse(url, name, body)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return loaded, nil
}

// fileURL is the address of a file: index.html stands for its directory.
func fileURL(name string) string {
	if dir, base := path.Split(name); base == "index.html" {
		return "/" + dir
	}
	return "/" + name
}

// reuse is the file at url where its content is still body, else a new file.
func (l *files) reuse(url, name string, body []byte) *file {
	etag := etagOf(body)
	if l != nil {
		if f := l.byURL[url]; f != nil && f.etag == etag {
			return f
		}
	}
	return newFile(name, body, etag)
}

func etagOf(body []byte) string {
	sum := sha256.Sum256(body)
	return `"` + hex.EncodeToString(sum[:16]) + `"`
}

func newFile(name string, body []byte, etag string) *file {
	kind, caching := contentType(name), cacheRevalidate
	if fingerprinted.MatchString(name) {
		caching = cacheForever
	}
	header := http.Header{"Content-Type": {kind}, "Cache-Control": {caching}, "Etag": {etag}, "Accept-Ranges": {"bytes"}}
	f := &file{body: body, etag: etag}
	if len(body) >= minCompress && compressible(kind) {
		header.Set("Vary", "Accept-Encoding")
		f.gzip, f.brotli = packed(body, header, "gzip", gzipPacker), packed(body, header, "br", brotliPacker)
	}
	f.plain = newForm(body, header)
	return f
}

// types are those a site may hold, written out so that no table of the machine's decides.
var types = map[string]string{
	".avif":        "image/avif",
	".css":         "text/css; charset=utf-8",
	".gif":         "image/gif",
	".html":        typeHTML,
	".ico":         "image/x-icon",
	".jpeg":        "image/jpeg",
	".jpg":         "image/jpeg",
	".js":          "text/javascript; charset=utf-8",
	".json":        typeJSON,
	".map":         typeJSON,
	".mjs":         "text/javascript; charset=utf-8",
	".md":          "text/markdown; charset=utf-8",
	".pdf":         "application/pdf",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json",
	".webp":        "image/webp",
	".woff2":       "font/woff2",
	".xml":         "application/xml; charset=utf-8",
}

// contentType is a file's media type by its name; of an unknown kind it is a download.
func contentType(name string) string {
	if t, ok := types[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}

// compressible reports whether files of a media type are text.
func compressible(contentType string) bool {
	mediaType, _, _ := mime.ParseMediaType(contentType)
	switch mediaType {
	case typeJSON, "application/xml", "application/manifest+json", "image/svg+xml", "image/x-icon":
		return true
	}
	return strings.HasPrefix(mediaType, "text/")
}
