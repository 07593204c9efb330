package site

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
)

// What a fault in the project's own files would only show on some page, in some language or on some screen.

func translations(t *testing.T, lang string) map[string]string {
	t.Helper()
	data, err := os.ReadFile("i18n/" + lang + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	if err := yaml.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	return words
}

func TestTranslationsAreComplete(t *testing.T) {
	chinese, english := translations(t, "zh"), translations(t, "en")
	for key, word := range chinese {
		if word == "" || english[key] == "" {
			t.Errorf("i18n: %q is %q in Chinese and %q in English", key, word, english[key])
		}
	}
	for key := range english {
		if _, ok := chinese[key]; !ok {
			t.Errorf("i18n: %q is English only", key)
		}
	}
}

var wordUsed = regexp.MustCompile(`\bT "([^"]+)"`)

// Keys put together at run time, from a group and a value: term.html and its likes.
var groups = []string{
	"nav_", "all_", "status_", "confidence_", "level_", "audience_", "cluster_", "filter_", "compare_", "enclave_", "style_", "region_", "applies_", "benefit_", "topic_", "stage_", "footer_", "ask_", "date_", "maps_stage_", "maps_mark_",
	"issued", "effective", "expires",
}

func TestEveryWordUsedIsTranslatedAndEveryTranslationUsed(t *testing.T) {
	words := translations(t, "zh")
	used := map[string]bool{}
	for _, name := range walk(t, "layouts", "") {
		for _, match := range wordUsed.FindAllStringSubmatch(readPage(t, "layouts", name), -1) {
			used[match[1]] = true
			if words[match[1]] == "" {
				t.Errorf("layouts/%s: no translation of %q", name, match[1])
			}
		}
		for _, literal := range regexp.MustCompile(`"key" "([^"]+)"`).FindAllStringSubmatch(readPage(t, "layouts", name), -1) {
			used[literal[1]] = true
		}
	}
	for key := range words {
		inGroup := slices.ContainsFunc(groups, func(group string) bool { return strings.HasPrefix(key, group) })
		if !used[key] && !inGroup {
			t.Errorf("i18n: %q is used nowhere", key)
		}
	}
}

func TestStylesheets(t *testing.T) {
	color := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|\b(rgb|rgba|hsl|oklch)\(`)
	pixels := regexp.MustCompile(`\d+px\b`)
	for _, name := range walk(t, "assets/css", ".css") {
		css := readPage(t, "assets/css", name)
		if strings.Contains(css, "!important") {
			t.Errorf("%s: !important", name)
		}
		if found := pixels.FindString(css); found != "" {
			t.Errorf("%s: %s, want rem", name, found)
		}
		if found := color.FindString(css); found != "" && name != "tokens.css" {
			t.Errorf("%s: raw colour %s", name, found)
		}
	}
	var imported []string
	for _, match := range regexp.MustCompile(`@import "\./([^"]+)"`).FindAllStringSubmatch(readPage(t, "assets/css", "main.css"), -1) {
		imported = append(imported, match[1])
	}
	slices.Sort(imported)
	files := slices.DeleteFunc(walk(t, "assets/css", ".css"), func(name string) bool { return name == "main.css" || strings.HasPrefix(name, "sections/") })
	if diff := cmp.Diff(files, imported); diff != "" {
		t.Errorf("main.css imports (-files +imported):\n%s", diff)
	}
}

// maxStylesheet is the agreed weight of the site's one stylesheet, in bytes before compression.
const maxStylesheet = 25_000

func TestStylesheetIsLight(t *testing.T) {
	sheets, err := filepath.Glob(filepath.Join(fixture(t), "css", "site.*.css"))
	if err != nil || len(sheets) != 1 {
		t.Fatalf("stylesheets %v, %v, want one", sheets, err)
	}
	info, err := os.Stat(sheets[0])
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > maxStylesheet {
		t.Errorf("the stylesheet has %d bytes, want at most %d", info.Size(), maxStylesheet)
	}
}
