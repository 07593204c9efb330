package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestASVSTable holds docs/asvs.md to tests that exist.
func TestASVSTable(t *testing.T) {
	table, err := os.ReadFile("../../docs/asvs.md")
	if err != nil {
		t.Fatal(err)
	}
	known := testNames(t)
	rows := 0
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(line, "|")
		if len(cells) != 6 || !regexp.MustCompile(`^ \d`).MatchString(cells[1]) {
			continue
		}
		rows++
		for name := range strings.SplitSeq(cells[4], ",") {
			if name = strings.TrimSpace(name); !known[name] {
				t.Errorf("item %s: there is no test %q", strings.TrimSpace(cells[1]), name)
			}
		}
	}
	if rows < 30 {
		t.Errorf("%d rows were read: the table is not as this test expects", rows)
	}
}

// testNames are the names of the module's tests, and of the files of tests in TypeScript.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	declared := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	names := map[string]bool{}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() == "node_modules" || d.Name() == ".git" {
			return skipping(err, d)
		}
		switch {
		case strings.HasSuffix(path, "_test.go"):
			names[d.Name()] = true
			text, err := os.ReadFile(path)
			for _, found := range declared.FindAllStringSubmatch(string(text), -1) {
				names[found[1]] = true
			}
			return err
		case strings.HasSuffix(path, ".ts"):
			names[d.Name()] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// skipping is err, or word to leave a folder out.
func skipping(err error, d fs.DirEntry) error {
	if err == nil && d.IsDir() {
		return fs.SkipDir
	}
	return err
}
