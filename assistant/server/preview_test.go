package server

import (
	"bufio"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lvgu/index/corpus"
)

// previewed is a server of a preview with an edition, and its address.
func previewed(t *testing.T, published bool) (*Server, string) {
	t.Helper()
	s := New(Config{Preview: true}, (&testLog{}).logger())
	if published {
		if err := s.Publish(previewEdition("v1")); err != nil {
			t.Fatal(err)
		}
	}
	srv := httptest.NewServer(s.Handler())
	t.Cleanup(srv.Close)
	return s, srv.URL
}

// previewEdition is an edition whose pages have a body to put a banner into.
func previewEdition(version string) *Edition {
	e := testEdition(version)
	site := testSite(version)
	for _, file := range site {
		file.Data = []byte(strings.Replace(string(file.Data), "<!doctype html>", "<!doctype html><body class=x>", 1))
	}
	e.Site = site
	return e
}

func get(t *testing.T, url string) (body string, response *http.Response) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err = http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data), response
}

var (
	typo    = corpus.Fault{Path: "land/_index.md", Line: 3, Rule: corpus.RuleKey, Message: "不认识“titel”<b>", Fix: "是不是“title”？", URL: "/", Anchor: "area"}
	warning = corpus.Fault{Path: "_index.md", Line: 1, Rule: corpus.RuleTwin, Message: "没有英文页", Warning: true, URL: "/"}
)

func TestBanner(t *testing.T) {
	elsewhere := typo
	elsewhere.URL, elsewhere.Path = "/land/", "land/x.md"
	many := make(corpus.Faults, maxBanner+2)
	for i := range many {
		many[i] = elsewhere
	}
	tests := []struct {
		name   string
		notes  corpus.Faults
		refuse corpus.Faults
		want   []string
		never  []string
	}{
		{"no fault", nil, nil, []string{"内容没有错误"}, []string{"role=\"alert\"", "data-errors"}},
		{"a warning here", corpus.Faults{warning}, nil, []string{"1 处提醒", "_index.md:1", "没有英文页"}, []string{"data-errors"}},
		{"a fault here", nil, corpus.Faults{typo}, []string{"1 处错误", "land/_index.md:3", "不认识“titel”&lt;b&gt;", "改法：是不是“title”？", `data-anchor="area"`, `data-errors="1"`}, []string{"其他页面", "<b>"}},
		{"a fault here and a warning", nil, corpus.Faults{warning, typo}, []string{"land/_index.md:3"}, []string{"没有英文页"}},
		{"a fault elsewhere", nil, corpus.Faults{elsewhere}, []string{"其他页面", "land/x.md:3"}, []string{"preview-here"}},
		{"many", nil, many, []string{"还有 2 处"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, url := previewed(t, false)
			e := previewEdition("v1")
			e.Notes = tt.notes
			if err := s.Publish(e); err != nil {
				t.Fatal(err)
			}
			s.Refuse(tt.refuse)
			for _, path := range []string{"/", "/index.html"} { // the second redirects to the first
				body, response := get(t, url+path)
				if response.StatusCode != http.StatusOK || !strings.Contains(body, "首页 v1") || !strings.Contains(body, "<body class=x><link") {
					t.Fatalf("%s: %s\n%.300s\nwant the last good page with the banner in its body", path, response.Status, body)
				}
				for _, want := range tt.want {
					if !strings.Contains(body, want) {
						t.Errorf("%s does not hold %q", path, want)
					}
				}
				for _, never := range tt.never {
					if strings.Contains(body, never) {
						t.Errorf("%s holds %q", path, never)
					}
				}
			}
		})
	}
}

// TestBannerIsOnEveryPage asks for pages of every kind, and for what is no page.
func TestBannerIsOnEveryPage(t *testing.T) {
	s, url := previewed(t, true)
	s.Refuse(corpus.Faults{typo})
	for path, want := range map[string]bool{
		"/": true, "/en/": true, "/ask": true, "/ask/?q=张江": true, "/search/?q=张江": true, "/nowhere/": true, "/en/ask/?q=%ff": true,
		"/readyz": false, "/api/search?q=x": false, "/preview/preview.js": false, "/preview/preview.css": false,
	} {
		body, response := get(t, url+path)
		if got := strings.Contains(body, "1 处错误"); got != want {
			t.Errorf("%s: banner %v, want %v", path, got, want)
		}
		if want && (response.Header.Get("Cache-Control") != cacheNever || response.Header.Get("Content-Security-Policy") == "" || response.Header.Get("Etag") != "") {
			t.Errorf("%s: headers %v, want a page that is guarded and never kept", path, response.Header)
		}
	}
}

// TestPreviewBeforeTheFirstEdition starts with content that has faults.
func TestPreviewBeforeTheFirstEdition(t *testing.T) {
	s, url := previewed(t, false)
	s.Refuse(corpus.Faults{typo})
	body, response := get(t, url+"/")
	if response.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, "还没有可以显示的版本") || !strings.Contains(body, "land/_index.md:3") {
		t.Errorf("/ = %s\n%s\nwant the faults", response.Status, body)
	}
	if body, _ := get(t, url+"/readyz"); !strings.Contains(body, `"refused"`) || !strings.Contains(body, "land/_index.md:3") {
		t.Errorf("/readyz = %s, want the faults", body)
	}
}

// TestPreviewEvents listens as a page does.
func TestPreviewEvents(t *testing.T) {
	s, url := previewed(t, true)
	response, err := http.Get(url + "/preview/events")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	lines := bufio.NewScanner(response.Body)
	next := func() string {
		for lines.Scan() {
			if state, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				return strings.Trim(state, `"`)
			}
		}
		t.Fatalf("the stream ended: %v", lines.Err())
		return ""
	}
	first := next()
	if page, _ := get(t, url+"/"); !strings.Contains(page, `data-state="`+first+`"`) {
		t.Errorf("the page does not know the state %s", first)
	}
	s.Refuse(corpus.Faults{typo})
	faulty := next()
	s.Refuse(nil)
	mended := next()
	if err := s.Publish(previewEdition("v2")); err != nil {
		t.Fatal(err)
	}
	published := next()
	if faulty == first || mended != first || published == first || published == faulty {
		t.Errorf("states %s, faulty %s, mended %s, published %s: want a new one when there is something else to show", first, faulty, mended, published)
	}
	close(s.closing)
	if lines.Scan() && strings.HasPrefix(lines.Text(), "data") {
		t.Error("the stream goes on while the server stops")
	}
}

// TestNoPreviewForVisitors checks that nothing of a preview is in what others serve.
func TestNoPreviewForVisitors(t *testing.T) {
	s := newTestServer(t, Config{})
	s.Refuse(corpus.Faults{typo})
	srv := httptest.NewServer(s.Handler())
	defer srv.Close()
	body, response := get(t, srv.URL+"/")
	if strings.Contains(body, "preview") || response.Header.Get("Etag") == "" {
		t.Errorf("/ holds something of a preview: %s\n%v", body, response.Header)
	}
	for _, path := range []string{"/preview/events", "/preview/preview.js", "/preview/preview.css"} {
		if _, response := get(t, srv.URL+path); response.StatusCode != http.StatusNotFound {
			t.Errorf("%s = %s, want 404", path, response.Status)
		}
	}
	if body, response := get(t, srv.URL+"/readyz"); response.StatusCode != http.StatusOK || !strings.Contains(body, "titel") {
		t.Errorf("/readyz = %s %s, want ready with the fault", response.Status, body)
	}
}
