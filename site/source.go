package site

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// source is one of the numbered sources at the foot of a page.
type source struct {
	Linked, Dated bool
	Kind          string // how sure it is, in a word, or "site" for what the site itself put together

	entry map[string]any
}

// blank is what a source has for the blanks of a form.
func (s *source) blank(name, _ string) any {
	switch name {
	case "url":
		return addressOf(s.entry["url"])
	case "host":
		return hostOf(addressOf(s.entry["url"]))
	case "id", "title", "publisher", "date":
		return either(s.entry[name], "")
	}
	return nil
}

// addressOf is the address of a source; empty where it is not for a link.
func addressOf(value any) string {
	u, err := url.Parse(fmt.Sprint(either(value, "")))
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") {
		return ""
	}
	return u.String()
}

// hostOf is the host of an address, empty where it has none.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// sources are the numbered sources at the foot of a page.
type sources struct {
	List []*source
	Key  string // of all of them: pages of which it is the same share a form
}

// blank is what one of the sources has, by its number from 0.
func (s *sources) blank(name, argument string) any {
	n, err := strconv.Atoi(argument)
	if err != nil || n < 0 || n >= len(s.List) {
		return nil
	}
	return s.List[n].blank(name, "")
}

// Sources are the numbered sources of a page, or nil.
func (functions) Sources(of any) (*sources, error) {
	p, err := pageOf(of)
	if err != nil {
		return nil, err
	}
	var all sources
	for _, entry := range entries(p, "sources") {
		s := source{Linked: addressOf(entry["url"]) != "", Dated: either(entry["date"], nil) != nil, Kind: fmt.Sprint(either(entry["confidence"], "")), entry: entry}
		if entry["id"] == "site" {
			s.Kind = "site"
		}
		all.List = append(all.List, &s)
		all.Key += fmt.Sprintln(s.Linked, s.Dated, s.Kind)
	}
	if all.List == nil {
		return nil, nil
	}
	return &all, nil
}

// Original is the first source of a page that can be opened, or nil.
func (f functions) Original(of any) (*source, error) {
	all, err := f.Sources(of)
	if err != nil || all == nil {
		return nil, err
	}
	for _, s := range all.List {
		if s.Linked {
			return s, nil
		}
	}
	return nil, nil
}

// statement is how old something that a page says is, and where it was read.
type statement struct {
	AsOf    any
	Sources []cited
	Unknown string // the first source that it names and the page does not have
	At      string // where that is
	Key     string // all of these in one string: statements of which it is the same look the same
}

// value is what an entry of front matter says under a name, however the name is written there.
func value(entry map[string]any, name string) any {
	if v, ok := entry[name]; ok {
		return v
	}
	return entry[strings.ToLower(name)]
}

// Statement reads an entry of front matter: "asOf", and "source" as "s1, s2".
func (functions) Statement(of any, entry map[string]any) (*statement, error) {
	p, err := pageOf(of)
	if err != nil {
		return nil, err
	}
	s := statement{AsOf: either(value(entry, "asOf"), nil)}
	if ids, _ := value(entry, "source").(string); ids != "" {
		s.Sources = citedBy(p, ids)
	}
	if s.Unknown = unknown(s.Sources); s.Unknown != "" && p.File() != nil {
		s.At = fmt.Sprintf(`"%s:1:1"`, p.File().Filename())
	}
	s.Key = fmt.Sprint(s)
	return &s, nil
}
