package site

import (
	"encoding/json"
	"fmt"
	"html/template"
	"maps"

	"github.com/gohugoio/hugo/resources/page"
)

// The things of schema.org that pages say. The fields stand in the order of their names.
type (
	graph struct {
		Context string `json:"@context"`
		Graph   []any  `json:"@graph"`
	}
	postalAddress struct {
		Type     string `json:"@type"`
		Country  string `json:"addressCountry"`
		Locality any    `json:"addressLocality"`
		Region   any    `json:"addressRegion"`
	}
	webSite struct {
		Type     string `json:"@type"`
		Language string `json:"inLanguage"`
		Name     any    `json:"name"`
		URL      string `json:"url"`
	}
	faqPage struct {
		Type      string     `json:"@type"`
		Questions []question `json:"mainEntity"`
	}
	question struct {
		Type   string `json:"@type"`
		Answer answer `json:"acceptedAnswer"`
		Name   any    `json:"name"`
	}
	answer struct {
		Type string `json:"@type"`
		Text any    `json:"text"`
	}
	breadcrumbList struct {
		Type  string     `json:"@type"`
		Items []listItem `json:"itemListElement"`
	}
	listItem struct {
		Type     string `json:"@type"`
		URL      string `json:"item"`
		Name     any    `json:"name"`
		Position int    `json:"position"`
	}
	article struct {
		Type        string `json:"@type"`
		Cited       []any  `json:"citation,omitempty"`
		Published   string `json:"datePublished"`
		Description any    `json:"description"`
		Headline    string `json:"headline"`
		Image       string `json:"image"`
		Language    string `json:"inLanguage"`
		Page        string `json:"mainEntityOfPage"`
		Publisher   any    `json:"publisher"`
	}
)

// Structured is what a page says, for machines, as JSON-LD in the words of schema.org. The words are those of the page's
// language: name of the site, home, area, city, province; organisation, who runs the site, as a thing of schema.org. The
// card is the address of the picture that stands for the page.
func (functions) Structured(of any, words map[string]any, card string) (template.JS, error) {
	p, err := pageOf(of)
	if err != nil {
		return "", err
	}
	all := graph{Context: "https://schema.org"}
	if p.IsHome() {
		all.Graph = home(p, words)
	} else {
		all.Graph = append(all.Graph, breadcrumbs(p, words))
	}
	if p.IsPage() && p.Layout() == "" {
		all.Graph = append(all.Graph, articleOf(p, words, card))
	}
	data, err := json.Marshal(all)
	if err != nil {
		return "", fmt.Errorf("structured data of a page: %w", err)
	}
	return template.JS(data), nil
}

// home is who runs the site, the site itself, and the questions that the home page answers.
func home(p page.Page, words map[string]any) []any {
	organisation := map[string]any{}
	if known, ok := words["organisation"].(map[string]any); ok {
		maps.Copy(organisation, known)
	}
	organisation["areaServed"] = words["area"]
	organisation["address"] = postalAddress{"PostalAddress", "CN", words["city"], words["province"]}
	things := []any{organisation, webSite{"WebSite", p.Language().Locale(), words["name"], p.Permalink()}}
	var questions []question
	for _, fear := range entries(p, "fears") {
		questions = append(questions, question{"Question", answer{"Answer", fear["answer"]}, fear["question"]})
	}
	if questions != nil {
		things = append(things, faqPage{"FAQPage", questions})
	}
	return things
}

// breadcrumbs is the way from the home page to a page.
func breadcrumbs(p page.Page, words map[string]any) breadcrumbList {
	list := breadcrumbList{Type: "BreadcrumbList"}
	above := p.Ancestors()
	for i := len(above) - 1; i >= 0; i-- {
		var name any = above[i].Title()
		if above[i].IsHome() {
			name = words["home"]
		}
		list.Items = append(list.Items, listItem{"ListItem", above[i].Permalink(), name, len(list.Items) + 1})
	}
	list.Items = append(list.Items, listItem{"ListItem", p.Permalink(), p.Title(), len(list.Items) + 1})
	return list
}

// articleOf is a page of the content as an article, with the addresses of its sources.
func articleOf(p page.Page, words map[string]any, card string) article {
	a := article{
		Type: "Article", Published: p.Date().Format("2006-01-02"), Description: p.Params()["summary"], Headline: p.Title(),
		Image: card, Language: p.Language().Locale(), Page: p.Permalink(), Publisher: words["organisation"],
	}
	for _, source := range entries(p, "sources") {
		if url := source["url"]; url != nil && url != "" {
			a.Cited = append(a.Cited, url)
		}
	}
	return a
}
