package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// shell is a page of the site that leaves a place for what was asked and what was found.
type shell struct {
	lang   string
	page   string // as built
	marker string // where the result goes
	texts  *texts
}

// The marks that the site leaves in its shells. The input is written with value="" behind its mark, which a minifier
// shortens or drops.
const (
	askMarker    = "<!--lvgu:ask-->"
	searchMarker = "<!--lvgu:search-->"
	valueMarker  = "data-lvgu-q"
)

// parseShells finds the shells in a site. A site that lacks one, or a mark in one, is broken.
func parseShells(site *files) (map[string]*shell, error) {
	shells := map[string]*shell{}
	for lang, prefix := range map[string]string{chinese: "", english: "/en"} {
		ask, err := parseShell(site, prefix+"/ask/", lang, askMarker)
		if err != nil {
			return nil, err
		}
		if ask.texts, err = parseTexts(ask.page); err != nil {
			return nil, fmt.Errorf("%s/ask/index.html: %w", prefix, err)
		}
		ask.texts.lang = lang
		search, err := parseShell(site, prefix+"/search/", lang, searchMarker)
		if err != nil {
			return nil, err
		}
		search.texts = ask.texts
		shells[prefix+"/ask/"], shells[prefix+"/search/"] = ask, search
	}
	return shells, nil
}

func parseShell(site *files, url, lang, marker string) (*shell, error) {
	f := site.byURL[url]
	if f == nil {
		return nil, fmt.Errorf("%sindex.html is missing", url)
	}
	for _, mark := range []string{marker, valueMarker} {
		if n := bytes.Count(f.body, []byte(mark)); n != 1 {
			return nil, fmt.Errorf("%sindex.html holds %q %d times, want once", url, mark, n)
		}
	}
	return &shell{lang: lang, page: string(f.body), marker: marker}, nil
}

// write sends the shell with the question in its input and a fragment in its place.
func (s *shell) write(w http.ResponseWriter, status int, question string, fragment template.HTML) {
	value := valueMarker + ` value="` + template.HTMLEscapeString(question) + `"`
	page := strings.NewReplacer(
		s.marker, string(fragment),
		valueMarker+` value=""`, value,
		valueMarker+` value`, value,
		valueMarker, value,
	).Replace(s.page)
	h := w.Header()
	h.Set("Content-Type", typeHTML)
	h.Set("Cache-Control", cacheNever)
	h.Set("Content-Length", strconv.Itoa(len(page)))
	h.Set("X-Robots-Tag", "noindex") // an address per question would fill a search engine
	w.WriteHeader(status)
	_, _ = w.Write([]byte(page))
}

// texts are the words around an answer. The site writes them into its form for the script, and so they are the same
// with the script and without.
type texts struct {
	lang          string
	LabelExtract  string            `json:"labelExtract"`
	LabelGenerate string            `json:"labelGenerate"`
	LabelDeclined string            `json:"labelDeclined"`
	Sources       string            `json:"sources"`
	Nearest       string            `json:"nearest"`
	Understood    string            `json:"understood"` // holds {q}
	AsOf          string            `json:"asOf"`       // holds {date}
	Original      string            `json:"original"`
	Further       string            `json:"further"`
	Version       string            `json:"version"` // holds {version} and {date}
	About         string            `json:"about"`   // holds {title}
	Status        map[string]string `json:"status"`
	Feedback      feedbackTexts     `json:"feedback"`
	Links         struct {
		Ask      string `json:"ask"`      // the page of questions
		Feedback string `json:"feedback"` // the interface
	} `json:"links"`
}

// feedbackTexts are the words of the form for remarks.
type feedbackTexts struct {
	Ask, Word, Yes, No, Thanks string
}

// parseTexts reads the data-texts attribute of a page's first form of class ask.
func parseTexts(page string) (*texts, error) {
	tokens := html.NewTokenizer(strings.NewReader(page))
	for tokens.Next() != html.ErrorToken {
		for _, attr := range tokens.Token().Attr {
			if attr.Key != "data-texts" {
				continue
			}
			var t texts
			if err := json.Unmarshal([]byte(attr.Val), &t); err != nil {
				return nil, fmt.Errorf("data-texts: %w", err)
			}
			return &t, t.missing()
		}
	}
	return nil, fmt.Errorf("no element has data-texts")
}

func (t *texts) missing() error {
	for _, text := range []string{
		t.LabelExtract, t.LabelGenerate, t.LabelDeclined, t.Sources, t.Nearest, t.Understood, t.AsOf, t.Original, t.Further, t.Version, t.About,
		t.Feedback.Ask, t.Feedback.Word, t.Feedback.Yes, t.Feedback.No, t.Feedback.Thanks, t.Links.Ask, t.Links.Feedback,
	} {
		if text == "" {
			return fmt.Errorf("data-texts lacks a text that answers need")
		}
	}
	return nil
}
