package main

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers are the packages of the module, with lower numbers for those that others stand on. A package imports only
// from lower layers.
var layers = map[string]int{
	"lvgu":                       0, // embeds content/
	"lvgu/folder":                0,
	"lvgu/index/figures":         0,
	"lvgu/index/analysis":        0,
	"lvgu/assistant/llm":         0,
	"lvgu/index":                 1,
	"lvgu/index/corpus":          1,
	"lvgu/assistant/openai":      1,
	"lvgu/assistant/journal":     1,
	"lvgu/site":                  1,
	"lvgu/assistant/llm/llmtest": 1, // tests only
	"lvgu/assistant":             2,
	"lvgu/index/eval":            2,
	"lvgu/inspect":               2,
	"lvgu/assistant/server":      3,
	"lvgu/cmd/lvgu":              4,

	"lvgu/index/importer/block":        0,
	"lvgu/index/importer/charset":      0,
	"lvgu/index/importer/importertest": 0, // tests only
	"lvgu/index/importer/docx":         1,
	"lvgu/index/importer/pdf":          1,
	"lvgu/index/importer/plain":        1,
	"lvgu/index/importer/web":          1,
	"lvgu/index/importer":              2,
}

// owners are the packages that alone may import a dependency, by the beginning of its path.
var owners = map[string][]string{
	"database/sql":                     {"lvgu/assistant/journal"},
	"flag":                             {},
	"github.com/blevesearch/":          {"lvgu/index", "lvgu/index/analysis"},
	"github.com/coreos/go-systemd":     {"lvgu/cmd/lvgu"},
	"github.com/bep/":                  {"lvgu/site"},                // Hugo's clock and logger
	"github.com/fsnotify/fsnotify":     {"lvgu/folder", "lvgu/site"}, // Hugo takes changes as its events
	"github.com/gohugoio/hugo":         {"lvgu/site"},
	"github.com/goccy/go-yaml":         {},
	"github.com/sashabaranov/":         {"lvgu/assistant/openai"},
	"go.opentelemetry.io/":             {"lvgu/assistant/server", "lvgu/cmd/lvgu"},
	"github.com/spf13/cobra":           {"lvgu/cmd/lvgu"},
	"github.com/spf13/pflag":           {"lvgu/cmd/lvgu"},
	"github.com/yuin/goldmark":         {"lvgu/index/corpus"},
	"go.yaml.in/yaml":                  {"lvgu/index/corpus"},
	"gopkg.in/yaml":                    {},
	"modernc.org/sqlite":               {"lvgu/assistant/journal"},
	"github.com/prometheus/":           {"lvgu/assistant/server"},
	"github.com/andybalholm/brotli":    {"lvgu/assistant/server"},
	"github.com/hashicorp/golang-lru":  {"lvgu/assistant", "lvgu/assistant/server"},
	"github.com/klauspost/compress":    {"lvgu/assistant/server"},
	"github.com/rogpeppe/go-internal/": {}, // tests only
	"github.com/google/go-cmp/":        {}, // tests only

	"github.com/klippa-app/go-pdfium": {"lvgu/index/importer/pdf"},
	"github.com/tetratelabs/wazero":   {"lvgu/index/importer/pdf"},
	"golang.org/x/text/encoding":      {"lvgu/index/importer/charset"},
}

// commandOnly are what only the command decides: the end of the process and its environment.
var commandOnly = []string{"os.Args", "os.Environ", "os.Exit", "os.Getenv", "os.LookupEnv", "log.Fatal", "log.Fatalf", "log.Fatalln"}

// source is a Go file that is no test.
type source struct {
	pkg  string // import path
	name string // from the root of the module
	file *ast.File
}

func TestLayers(t *testing.T) {
	for _, s := range sources(t) {
		layer, known := layers[s.pkg]
		if !known {
			t.Errorf("%s: package %s has no layer; give it one in layers_test.go and design it in", s.name, s.pkg)
		}
		for _, imported := range imports(t, s) {
			if imported != "lvgu" && !strings.HasPrefix(imported, "lvgu/") {
				continue
			}
			if below, known := layers[imported]; known && below >= layer {
				t.Errorf("%s (layer %d) imports %s (layer %d), want only lower layers", s.name, layer, imported, below)
			}
		}
	}
}

func TestDependencyOwners(t *testing.T) {
	for _, s := range sources(t) {
		for _, imported := range imports(t, s) {
			for _, dependency := range slices.Sorted(maps.Keys(owners)) {
				if owns(dependency, imported) && !slices.Contains(owners[dependency], s.pkg) {
					t.Errorf("%s imports %s, which belongs to %v", s.name, imported, owners[dependency])
				}
			}
		}
	}
}

// owns reports whether an import path is the dependency or within it, at whatever major version.
func owns(dependency, imported string) bool {
	rest, ok := strings.CutPrefix(imported, dependency)
	return ok && (rest == "" || rest[0] == '/' || strings.HasSuffix(dependency, "/"))
}

func TestCommandDecides(t *testing.T) {
	for _, s := range sources(t) {
		if s.pkg == "lvgu/cmd/lvgu" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			selector, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if of, ok := selector.X.(*ast.Ident); ok && slices.Contains(commandOnly, of.Name+"."+selector.Sel.Name) {
				t.Errorf("%s uses %s.%s, which only cmd/lvgu may", s.name, of.Name, selector.Sel.Name)
			}
			return true
		})
	}
}

// sources are the module's Go files without tests.
func sources(t *testing.T) []source {
	t.Helper()
	const root = "../.."
	var found []source
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		skip := []string{".git", "bin", "content", "node_modules", "public", "testdata"}
		if entry.IsDir() && slices.Contains(skip, entry.Name()) {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		at, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		at = filepath.ToSlash(at)
		found = append(found, source{pkg: path.Join("lvgu", path.Dir(at)), name: at, file: file})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, s := range found {
		seen[s.pkg] = true
	}
	if len(seen) < 3 {
		t.Fatalf("only %d packages were found: the walk is broken", len(seen))
	}
	slices.SortFunc(found, func(a, b source) int { return cmp.Compare(a.name, b.name) })
	return found
}

func imports(t *testing.T, s source) []string {
	t.Helper()
	var paths []string
	for _, spec := range s.file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, imported)
	}
	return paths
}
