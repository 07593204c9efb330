package server

import (
	"bytes"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// static serves the files of the site: a page at its directory, a redirect where the slash is missing, and the
// page "not found" of the right language.
func (s *Server) static(w http.ResponseWriter, r *http.Request, e *edition) error {
	target, f := e.files.find(r.URL.Path)
	if f != nil && target == r.URL.Path {
		serveFile(w, r, f)
		return nil
	}
	if f != nil {
		redirect(w, r, target)
		return nil
	}
	missing := "/404.html"
	if visitorLang(r) == english {
		missing = "/en/404.html"
	}
	if f := e.files.byURL[missing]; f != nil {
		writeFile(w, r, f, http.StatusNotFound)
		return nil
	}
	return &problem{kind: notFound}
}

// find is the file for an address, and the address at which it belongs.
func (l *files) find(url string) (target string, f *file) {
	if f := l.byURL[url]; f != nil {
		return url, f
	}
	if dir, ok := strings.CutSuffix(url, "/index.html"); ok {
		return dir + "/", l.byURL[dir+"/"]
	}
	return url + "/", l.byURL[url+"/"]
}

// redirect sends the visitor to a page's own address. It is relative, so that a proxy may serve the site below
// another path.
func redirect(w http.ResponseWriter, r *http.Request, target string) {
	location := "./"
	if !strings.HasSuffix(r.URL.Path, "/index.html") {
		location = "./" + path.Base(target) + "/"
	}
	if r.URL.RawQuery != "" {
		location += "?" + r.URL.RawQuery
	}
	w.Header().Set("Cache-Control", cacheRevalidate)
	w.Header().Set("Location", location)
	w.WriteHeader(http.StatusMovedPermanently)
}

// serveFile sends a file, a part of it, or word that it has not changed. Parts are parts of the plain body.
func serveFile(w http.ResponseWriter, r *http.Request, f *file) {
	accept := r.Header.Get("Accept-Encoding")
	if r.Header.Get("Range") != "" {
		accept = ""
	}
	body := f.negotiated(w.Header(), accept)
	// ServeContent omits the length of an encoded body, though it is known here.
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// writeFile sends a whole file with a status of its own.
func writeFile(w http.ResponseWriter, r *http.Request, f *file, status int) {
	body := f.negotiated(w.Header(), r.Header.Get("Accept-Encoding"))
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // on an error the client has gone, and there is nobody to tell
	}
}

// negotiated picks the form of the body that an Accept-Encoding header takes, and sets the headers that go with it.
func (f *file) negotiated(h http.Header, accept string) []byte {
	h.Set("Content-Type", f.contentType)
	h.Set("Cache-Control", f.cacheControl)
	h.Set("ETag", f.etag)
	if f.gzip == nil {
		return f.body
	}
	h.Set("Vary", "Accept-Encoding")
	for _, form := range []struct {
		coding, mark string
		body         func() []byte
	}{
		{"br", "br", f.brotli},
		{"gzip", "gz", f.gzip},
	} {
		if !acceptsEncoding(accept, form.coding) {
			continue
		}
		if body := form.body(); body != nil {
			h.Set("Content-Encoding", form.coding)
			h.Set("ETag", variant(f.etag, form.mark))
			return body
		}
	}
	return f.body
}

// variant is the validator of an encoded body: other bytes need another strong validator.
func variant(etag, coding string) string {
	return strings.TrimSuffix(etag, `"`) + "-" + coding + `"`
}
