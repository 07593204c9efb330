package server

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"lvgu/index/corpus"
)

//go:embed preview
var previewFiles embed.FS

// previewBeat is how often a silent stream says that it is alive, so that a browser notices a server that has gone.
const previewBeat = 15 * time.Second

// previewRoutes stand in a preview only.
func (s *Server) previewRoutes(table map[string]route) {
	file := func(name, contentType string) handler {
		return func(w http.ResponseWriter, _ *http.Request, _ *edition) error {
			body, err := previewFiles.ReadFile("preview/" + name)
			if err != nil {
				return err
			}
			w.Header().Set("Content-Type", contentType)
			w.Header().Set("Cache-Control", cacheNever)
			_, _ = w.Write(body) // on an error the client has gone
			return nil
		}
	}
	at := func(h handler) route {
		return route{name: "preview", methods: reading, handler: h, refuse: refusePlain, always: true, quiet: true}
	}
	table["/preview/preview.js"] = at(file("preview.js", "text/javascript; charset=utf-8"))
	table["/preview/preview.css"] = at(file("preview.css", "text/css; charset=utf-8"))
	table["/preview/events"] = at(s.previewEvents)
}

// previewEvents tells a page of the preview what there is to show now, at once and whenever that changes.
func (s *Server) previewEvents(w http.ResponseWriter, r *http.Request, _ *edition) error {
	out := &stream{w: w, control: http.NewResponseController(w)}
	beat := time.NewTicker(previewBeat)
	defer beat.Stop()
	for {
		faults, changed := s.refused.now()
		if err := out.send("state", stateOf(s.current.Load(), faults)); err != nil {
			return nil // the page was left
		}
		select {
		case <-changed:
		case <-beat.C:
		case <-s.closing:
			return nil
		case <-r.Context().Done():
			return nil
		}
	}
}

// previewing puts the banner on every page that next serves. Pages of a preview are sent whole and never kept.
func (s *Server) previewing(next http.Handler) http.Handler {
	banner := template.Must(template.ParseFS(previewFiles, "preview/*.tmpl"))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, name := range conditions {
			r.Header.Del(name)
		}
		r.Header.Del("Accept-Encoding")
		// What there is to tell is noted before the page is made: one that changes meanwhile reloads once more.
		e := s.enter()
		if e != nil {
			defer s.leave(e)
		}
		faults, _ := s.refused.now()
		page := &bannered{ResponseWriter: w}
		if e == nil && faults != nil && isPage(r.URL.Path) {
			s.protect(w.Header())
			writeUnready(page)
		} else {
			next.ServeHTTP(page, r)
		}
		if page.status == 0 {
			return
		}
		var made bytes.Buffer
		if err := banner.Execute(&made, newBannerView(r.URL.Path, e, faults)); err != nil {
			s.log.Error("banner of the preview", "error", err)
		}
		page.send(made.Bytes(), r.Method == http.MethodHead)
	})
}

// isPage reports whether a person looks at the address.
func isPage(path string) bool {
	return strings.HasSuffix(path, "/") || strings.HasSuffix(path, ".html")
}

// writeUnready writes what a preview shows before there is an edition; the banner says what keeps the first from being made.
func writeUnready(w http.ResponseWriter) {
	w.Header().Set("Content-Type", typeHTML)
	w.WriteHeader(http.StatusServiceUnavailable)
	_, _ = io.WriteString(w, "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>预览</title>"+
		"<meta name=\"viewport\" content=\"width=device-width\"></head><body><main><h1>还没有可以显示的版本</h1></main></body></html>\n")
}

// bannered holds a page back until its banner is made; everything else passes.
type bannered struct {
	http.ResponseWriter
	status int // of a page that is held back; 0: there is none
	body   bytes.Buffer
}

func (b *bannered) WriteHeader(status int) {
	if strings.HasPrefix(b.Header().Get("Content-Type"), "text/html") {
		b.status = status
		return
	}
	b.ResponseWriter.WriteHeader(status)
}

func (b *bannered) Write(p []byte) (int, error) {
	if b.status != 0 {
		return b.body.Write(p)
	}
	return b.ResponseWriter.Write(p)
}

// Unwrap lets http.ResponseController reach the connection.
func (b *bannered) Unwrap() http.ResponseWriter { return b.ResponseWriter }

// send sends the page with the banner at its beginning; of HEAD only the header.
func (b *bannered) send(banner []byte, head bool) {
	body := b.body.Bytes()
	if at := bytes.Index(body, []byte("<body")); at >= 0 {
		at += bytes.IndexByte(body[at:], '>') + 1
		body = bytes.Join([][]byte{body[:at], banner, body[at:]}, nil)
	}
	h := b.Header()
	h.Del("ETag")
	h.Set("Cache-Control", cacheNever)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	b.ResponseWriter.WriteHeader(b.status)
	if !head {
		_, _ = b.ResponseWriter.Write(body) // on an error the client has gone
	}
}

// maxBanner is how many faults a banner lists; who has more runs lvgu check.
const maxBanner = 30

// bannerView is what the banner's template shows.
type bannerView struct {
	State  string
	Errors int // of content that is not served
	Here   corpus.Faults
	Others corpus.Faults // of other pages
	More   int
}

// newBannerView picks what the banner says at an address: what keeps newer content from being shown, this page's own first,
// and this page's warnings.
func newBannerView(path string, e *edition, faults corpus.Faults) bannerView {
	view := bannerView{State: stateOf(e, faults)}
	if faults == nil && e != nil {
		faults = e.Notes
	}
	path = strings.TrimSuffix(path, "index.html")
	for _, f := range faults {
		if !f.Warning {
			view.Errors++
		}
	}
	for _, f := range faults {
		switch {
		case f.Warning && view.Errors > 0: // what must be mended first is not to be looked for
		case f.URL == path:
			view.Here = append(view.Here, f)
		case !f.Warning:
			view.Others = append(view.Others, f)
		}
	}
	here := min(len(view.Here), maxBanner)
	others := min(len(view.Others), maxBanner-here)
	view.More = len(view.Here) - here + len(view.Others) - others
	view.Here, view.Others = view.Here[:here], view.Others[:others]
	return view
}
