package assistant

import (
	_ "embed"
	"strings"
)

//go:embed places.txt
var placesFile string

// place is a place with its names, folded.
type place []string

var places = readPlaces(placesFile)

// readPlaces reads one place a line: its Chinese name and then its English ones, of which a tie (~) joins the words.
func readPlaces(file string) []place {
	var out []place
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		chinese, english, _ := strings.Cut(line, " ")
		p := place{fold(chinese)}
		for name := range strings.FieldsSeq(english) {
			p = append(p, fold(strings.ReplaceAll(name, "~", " ")))
		}
		out = append(out, p)
	}
	return out
}

// placesIn are the places that a text names.
func placesIn(text string) []place {
	folded := fold(text)
	var out []place
	for _, p := range places {
		if p.in(folded) {
			out = append(out, p)
		}
	}
	return out
}

// in reports whether folded text names the place.
func (p place) in(folded string) bool {
	for _, name := range p {
		if locate(folded, name) >= 0 {
			return true
		}
	}
	return false
}
