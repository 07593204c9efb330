package server

import (
	"bytes"
	"maps"
	"net/http"
	"path"
	"slices"
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

// conditions are the headers of a request that wants less than the whole file, or nothing of it.
var conditions = []string{"Range", "If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since"}

// serveFile sends a file, a part of it, or word that it has not changed. Parts are parts of the plain body.
func serveFile(w http.ResponseWriter, r *http.Request, f *file) {
	if !slices.ContainsFunc(conditions, func(name string) bool { return r.Header[name] != nil }) {
		writeFile(w, r, f, http.StatusOK)
		return
	}
	form := f.plain
	if r.Header["Range"] == nil {
		form = f.negotiated(r.Header.Get("Accept-Encoding"))
	}
	maps.Copy(w.Header(), form.header)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(form.body))
}

// writeFile sends a whole file with a status of its own.
func writeFile(w http.ResponseWriter, r *http.Request, f *file, status int) {
	form := f.negotiated(r.Header.Get("Accept-Encoding"))
	maps.Copy(w.Header(), form.header)
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(form.body) // on an error the client has gone, and there is nobody to tell
	}
}

// negotiated picks the form of the body that an Accept-Encoding header takes.
func (f *file) negotiated(accept string) *form {
	if f.brotli != nil && acceptsEncoding(accept, "br") {
		if packed := f.brotli(); packed != nil {
			return packed
		}
	}
	if f.gzip != nil && acceptsEncoding(accept, "gzip") {
		if packed := f.gzip(); packed != nil {
			return packed
		}
	}
	return f.plain
}
