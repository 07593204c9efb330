package site

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// minContrast is what WCAG 2.2 (1.4.3, level AA) asks of text, whatever its size: small print is small on a phone.
const minContrast = 4.5

// minMarkContrast is what it asks of shapes that carry meaning (1.4.11): borders of fields, the ring of focus.
const minMarkContrast = 3

func TestColoursCanBeRead(t *testing.T) {
	light, dark := schemes(t)
	tests := []struct {
		text   string
		ground []string
		want   float64
	}{
		{"text", []string{"page", "surface", "wash", "mist", "mark", "care-wash", "stop-wash", "plain-wash"}, minContrast},
		{"quiet", []string{"page", "surface", "wash", "mist", "plain-wash"}, minContrast},
		{"faint", []string{"page", "surface", "wash", "mist"}, minContrast},
		{"link", []string{"page", "surface", "wash", "mist"}, minContrast},
		{"deep", []string{"page", "surface", "wash"}, minContrast},
		{"page", []string{"link"}, minContrast}, // the number of a source, the filter that is chosen
		{"accent", []string{"page", "surface"}, minContrast},
		{"on-accent", []string{"accent", "accent-strong"}, minContrast},
		{"on-band", []string{"band"}, minContrast},
		{"on-band-quiet", []string{"band"}, minContrast},
		{"good", []string{"page", "surface", "good-wash"}, minContrast},
		{"care", []string{"page", "surface", "care-wash"}, minContrast},
		{"stop", []string{"page", "surface", "stop-wash"}, minContrast},
		{"edge", []string{"page", "surface"}, minMarkContrast},
		{"focus", []string{"page", "surface", "wash"}, minMarkContrast},
	}
	for _, scheme := range []struct {
		name   string
		tokens map[string]string
	}{{"light", light}, {"dark", dark}} {
		for _, tt := range tests {
			for _, ground := range tt.ground {
				text, back := resolve(t, scheme.tokens, tt.text), resolve(t, scheme.tokens, ground)
				if got := contrast(text, back); got < tt.want {
					t.Errorf("%s: %s on %s has %.2f:1, want %.1f:1", scheme.name, tt.text, ground, got, tt.want)
				}
			}
		}
	}
}

func TestContrastAsWCAGDefinesIt(t *testing.T) {
	if got := contrast([3]float64{0, 0, 0}, [3]float64{1, 1, 1}); math.Abs(got-21) > 0.001 {
		t.Errorf("contrast(black, white) = %.3f, want 21", got)
	}
	if got := fmt.Sprintf("%.2f", contrast(colour(t, "#777777"), colour(t, "#ffffff"))); got != "4.48" {
		t.Errorf("contrast(#777777, white) = %s, want 4.48", got)
	}
}

var declaration = regexp.MustCompile(`--([\w-]+):\s*([^;]+);`)

// schemes reads the tokens: the light ones, and the same with what the dark scheme changes.
func schemes(t *testing.T) (light, dark map[string]string) {
	t.Helper()
	before, after, ok := strings.Cut(readPage(t, "assets/css", "tokens.css"), "(prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("tokens.css has no dark scheme")
	}
	light, dark = map[string]string{}, map[string]string{}
	for _, found := range declaration.FindAllStringSubmatch(before, -1) {
		light[found[1]], dark[found[1]] = found[2], found[2]
	}
	for _, found := range declaration.FindAllStringSubmatch(after, -1) {
		dark[found[1]] = found[2]
	}
	return light, dark
}

// resolve follows a token to its colour.
func resolve(t *testing.T, tokens map[string]string, name string) [3]float64 {
	t.Helper()
	value, ok := tokens[name]
	if !ok {
		t.Fatalf("no token --%s", name)
	}
	if inner, ok := strings.CutPrefix(value, "var(--"); ok {
		return resolve(t, tokens, strings.TrimSuffix(inner, ")"))
	}
	return colour(t, value)
}

// colour reads #rrggbb as red, green and blue from 0 to 1.
func colour(t *testing.T, hex string) [3]float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 24)
	if err != nil || len(hex) != 7 {
		t.Fatalf("%q is no colour of the form #rrggbb", hex)
	}
	return [3]float64{float64(n>>16) / 255, float64(n>>8&255) / 255, float64(n&255) / 255}
}

// contrast is the ratio that WCAG defines, from 1 to 21.
func contrast(a, b [3]float64) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c [3]float64) float64 {
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}
