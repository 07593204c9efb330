package main

import (
	"io/fs"
	"net/url"
	"os"
	"path"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"lvgu"
	"lvgu/index/corpus"
	"lvgu/site"
)

// shippedOn is the day on which the shipped content is judged: later its policies expire, one by one.
var shippedOn = time.Date(2026, 11, 23, 0, 0, 0, 0, beijing)

func shipped(t *testing.T) *corpus.Corpus {
	t.Helper()
	c, faults := corpus.Load(lvgu.Content(), shippedOn)
	if err := faults.Err(); err != nil {
		t.Fatalf("the shipped content has faults: %v", err)
	}
	return c
}

// builtPage is what the contract asks of a page of the built site.
type builtPage struct {
	ids   map[string]bool
	links []string
	text  string // as squeeze leaves it
}

// TestPagesHoldWhatIsIndexed builds the site of the shipped content: each passage has its anchor on its page, each line
// of a passage stands there as it is quoted, and each internal link arrives.
func TestPagesHoldWhatIsIndexed(t *testing.T) {
	c := shipped(t)
	dir := t.TempDir()
	if err := site.Build(t.Context(), dir, site.Options{Content: lvgu.Content(), Now: shippedOn}); err != nil {
		t.Fatal(err)
	}
	pages := readPages(t, os.DirFS(dir))
	for _, p := range c.Passages {
		page := pages[p.Document.URL]
		if page == nil {
			t.Errorf("%s: no page at %s", p.ID, p.Document.URL)
			continue
		}
		if p.Anchor != "" && !page.ids[p.Anchor] {
			t.Errorf("%s: no anchor %q at %s", p.ID, p.Anchor, p.Document.URL)
		}
		for _, line := range quotable(p) {
			if !strings.Contains(page.text, squeeze(line, p.Document.Lang)) {
				t.Errorf("%s: the page does not say %q", p.ID, line)
			}
		}
	}
	for from, page := range pages {
		for _, link := range page.links {
			if why := unresolved(pages, os.DirFS(dir), from, link); why != "" {
				t.Errorf("%s: link %s %s", from, link, why)
			}
		}
	}
}

// quotable are the pieces of a passage that stand in one piece on its page.
func quotable(p *corpus.Passage) []string {
	if p.Kind != corpus.Row {
		return strings.Split(p.Text, "\n")
	}
	var values []string
	if p.Anchor == "milestones" || p.Anchor == "claims" {
		return nil // shown as a time line, with dates in words
	}
	for _, cell := range p.Cells {
		values = append(values, cell.Value)
	}
	return values
}

func readPages(t *testing.T, built fs.FS) map[string]*builtPage {
	t.Helper()
	pages := map[string]*builtPage{}
	err := fs.WalkDir(built, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Base(name) != "index.html" {
			return err
		}
		f, err := built.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		root, err := html.Parse(f)
		if err != nil {
			return err
		}
		page := &builtPage{ids: map[string]bool{}}
		var text strings.Builder
		page.read(root, &text)
		lang := corpus.Chinese
		if strings.HasPrefix(name, "en/") {
			lang = corpus.English
		}
		page.text = squeeze(text.String(), lang)
		pages["/"+strings.TrimSuffix(name, "index.html")] = page
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func (p *builtPage) read(n *html.Node, text *strings.Builder) {
	if n.Type == html.TextNode {
		text.WriteString(n.Data)
	}
	if n.Type == html.ElementNode && (n.Data == "script" || n.Data == "style") {
		return
	}
	for _, a := range n.Attr {
		switch {
		case a.Key == "id":
			p.ids[a.Val] = true
		case a.Key == "href" && n.Data == "a":
			p.links = append(p.links, a.Val)
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		p.read(child, text)
	}
}

// unresolved says why a link of the page at from does not arrive, or nothing.
func unresolved(pages map[string]*builtPage, built fs.FS, from, link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return err.Error()
	}
	if u.Scheme != "" || u.Host != "" {
		return ""
	}
	target := (&url.URL{Path: from}).ResolveReference(u)
	if page := pages[target.Path]; page != nil {
		if u.Fragment != "" && u.RawQuery == "" && !page.ids[u.Fragment] {
			return "has no such anchor"
		}
		return ""
	}
	switch target.Path {
	case "/ask", "/search", "/en/ask", "/en/search": // the server's
		return ""
	}
	if _, err := fs.Stat(built, strings.TrimPrefix(target.Path, "/")); err != nil {
		return "leads nowhere"
	}
	return ""
}

// squeeze evens out white space, which pages and passages break differently: Chinese needs none, in English a run of it
// is a space.
func squeeze(s, lang string) string {
	if lang == corpus.English {
		return strings.Join(strings.Fields(s), " ")
	}
	return strings.Join(strings.Fields(s), "")
}
