package site

import (
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// node is one thing that a page says of itself in JSON-LD.
type node struct {
	Type     string `json:"@type"`
	Name     string `json:"name"`
	URL      string `json:"url"`
	Headline string `json:"headline"`
	Date     string `json:"datePublished"`
	Items    []struct {
		Position int    `json:"position"`
		Name     string `json:"name"`
		Item     string `json:"item"`
	} `json:"itemListElement"`
	Questions []struct {
		Name   string `json:"name"`
		Answer struct {
			Text string `json:"text"`
		} `json:"acceptedAnswer"`
	} `json:"mainEntity"`
}

func structured(t *testing.T, page string) []node {
	t.Helper()
	for n := range parse(t, page).Descendants() {
		if n.Type != html.ElementNode || n.Data != "script" || attributes(n)["type"] != "application/ld+json" {
			continue
		}
		var block struct {
			Context string `json:"@context"`
			Graph   []node `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(n.FirstChild.Data), &block); err != nil {
			t.Fatalf("JSON-LD %q: %v", n.FirstChild.Data, err)
		}
		if block.Context != "https://schema.org" {
			t.Errorf("@context is %q", block.Context)
		}
		return block.Graph
	}
	t.Fatal("the page has no JSON-LD")
	return nil
}

func TestStructuredData(t *testing.T) {
	dir := fixture(t)
	tests := []struct {
		page string
		want []string
	}{
		{"index.html", []string{"GovernmentOrganization", "WebSite", "FAQPage"}},
		{"en/index.html", []string{"GovernmentOrganization", "WebSite", "FAQPage"}},
		{"policies/index.html", []string{"BreadcrumbList"}},
		{"policies/land-rules/index.html", []string{"BreadcrumbList", "Article"}},
		{"en/stories/first/index.html", []string{"BreadcrumbList", "Article"}},
		{"ask/index.html", []string{"BreadcrumbList"}},
	}
	for _, tt := range tests {
		var got []string
		for _, n := range structured(t, readPage(t, dir, tt.page)) {
			got = append(got, n.Type)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s says it is %v, want %v", tt.page, got, tt.want)
		}
	}
}

func TestStructuredDataSaysWhatThePageSays(t *testing.T) {
	dir := fixture(t)
	policy := structured(t, readPage(t, dir, "policies/land-rules/index.html"))
	trail, article := policy[0].Items, policy[1]
	if len(trail) != 3 || trail[2].Item != "https://zone.example/policies/land-rules/" || trail[2].Position != 3 {
		t.Errorf("the trail is %+v", trail)
	}
	if article.Headline != "用地办法" || article.Date != "2026-11-23" {
		t.Errorf("the article is %+v", article)
	}
	home := readPage(t, dir, "index.html")
	shown := text(parse(t, home))
	for _, n := range structured(t, home) {
		for _, q := range n.Questions {
			if !strings.Contains(shown, q.Name) || q.Answer.Text == "" || !strings.Contains(shown, q.Answer.Text) {
				t.Errorf("the question %q with its answer %q is not on the page", q.Name, q.Answer.Text)
			}
		}
	}
}

func TestEveryPageHasValidStructuredData(t *testing.T) {
	dir := fixture(t)
	for _, name := range walk(t, dir, ".html") {
		if !strings.HasSuffix(name, "404.html") && !strings.Contains(name, "/page/") {
			structured(t, readPage(t, dir, name))
		}
	}
}

func TestFeeds(t *testing.T) {
	dir := fixture(t)
	feeds := walk(t, dir, "index.xml")
	if len(feeds) < 10 { // home and five sections in two languages
		t.Errorf("feeds %v, want one for the home page and each section", feeds)
	}
	for _, name := range feeds {
		var feed struct {
			Version string `xml:"version,attr"`
			Channel struct {
				Title       string   `xml:"title"`
				Links       []string `xml:"link"` // the atom link to itself has the same local name
				Description string   `xml:"description"`
				Items       []struct {
					Title string `xml:"title"`
					Link  string `xml:"link"`
					Date  string `xml:"pubDate"`
				} `xml:"item"`
			} `xml:"channel"`
		}
		if err := xml.Unmarshal([]byte(readPage(t, dir, name)), &feed); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if feed.Version != "2.0" || feed.Channel.Title == "" || !strings.HasPrefix(feed.Channel.Links[0], "https://zone.example/") {
			t.Errorf("%s: channel %+v", name, feed.Channel)
		}
		for _, item := range feed.Channel.Items {
			if _, err := time.Parse(time.RFC1123Z, item.Date); err != nil || item.Title == "" || !strings.HasPrefix(item.Link, "https://zone.example/") {
				t.Errorf("%s: item %+v: %v", name, item, err)
			}
		}
	}
}

func TestSitemapNamesWhatMayBeFound(t *testing.T) {
	dir := fixture(t)
	for _, lang := range []string{"zh", "en"} {
		var set struct {
			URLs []struct {
				Loc string `xml:"loc"`
			} `xml:"url"`
		}
		if err := xml.Unmarshal([]byte(readPage(t, dir, lang+"/sitemap.xml")), &set); err != nil {
			t.Fatalf("%s: %v", lang, err)
		}
		for _, url := range set.URLs {
			page := strings.TrimPrefix(url.Loc, "https://zone.example/") + "index.html"
			if content := readPage(t, dir, page); strings.Contains(content, `content="noindex"`) {
				t.Errorf("%s names %s, which is not to be indexed", lang, url.Loc)
			}
		}
		if len(set.URLs) < 15 {
			t.Errorf("%s: the site map names %d pages", lang, len(set.URLs))
		}
	}
	if page := readPage(t, dir, "styleguide/index.html"); !strings.Contains(page, `content="noindex"`) {
		t.Error("the style guide may be indexed")
	}
	if strings.Contains(readPage(t, dir, "index.html"), "styleguide") {
		t.Error("the public site leads to the style guide")
	}
}
