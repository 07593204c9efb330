package corpus

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"io/fs"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the goldens in testdata")

// today is the day of every test.
var today = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// folderOf reads a txtar file as a content folder. The word HASH in an English page becomes the hash of its Chinese one.
func folderOf(t testing.TB, name string) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		data := f.Data
		if zh := files[twinPath(f.Name)]; zh != nil && language(f.Name) == English {
			data = []byte(strings.ReplaceAll(string(data), "HASH", SourceHash(zh.Data)))
		}
		files[f.Name] = &fstest.MapFile{Data: data}
	}
	return files
}

// golden compares got with a file in testdata, or rewrites the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

func TestLoadPassages(t *testing.T) {
	c, faults := Load(folderOf(t, "passages.txtar"), today)
	var s strings.Builder
	for i, p := range c.Passages {
		writePassage(&s, p)
		if p.Kind == Row && p.Table != nil && (i+1 == len(c.Passages) || c.Passages[i+1].Table != p.Table) {
			writePassage(&s, p.Table)
		}
	}
	s.WriteString("\nFaults:\n")
	for _, f := range faults {
		fmt.Fprintln(&s, f)
	}
	golden(t, "passages.golden", s.String())
}

func writePassage(s *strings.Builder, p *Passage) {
	fmt.Fprintf(s, "== %s\n%s:%d %s\n", p.ID, p.Document.Path, p.Line, p.URL)
	for _, field := range []struct{ name, value string }{
		{"kind", string(p.Kind)}, {"above", strings.Join(p.Breadcrumb, " › ")}, {"heading", p.Heading}, {"header", p.Header},
		{"as of", p.AsOf}, {"status", string(p.Status)}, {"expires", p.Expires}, {"article", p.Article}, {"code", p.Code},
		{"questions", strings.Join(p.Questions, " ")}, {"sources", sourceIDs(&Document{Sources: p.Sources})},
	} {
		if field.value != "" {
			fmt.Fprintf(s, "%s: %s\n", field.name, field.value)
		}
	}
	fmt.Fprintf(s, "  %s\n", strings.ReplaceAll(p.Text, "\n", "\n  "))
}

// plantBytes adds the faults that a text file cannot hold.
func plantBytes(files fstest.MapFS) {
	page := "---\ntitle: 字节\nsummary: 一句话。\ndate: 2026-11-23\nasOf: \"2021\"\nsources: [{id: s1, title: 报道, publisher: 日报, confidence: B}]\n---\n"
	files["land/mark.md"] = &fstest.MapFile{Data: []byte("\uFEFF" + page)}
	files["land/windows.md"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(page, "\n", "\r\n"))}
	files["land/latin.md"] = &fstest.MapFile{Data: []byte(page + "正文。\n\xff\xfe\n\n\x00")}
	files["land/large.md"] = &fstest.MapFile{Data: []byte(page + strings.Repeat("a", MaxFileSize-len(page)+1))}
	files["land/link.md"] = &fstest.MapFile{Data: []byte("../policies/good.md"), Mode: fs.ModeSymlink | 0o777}
	files["land/.hidden.md"] = &fstest.MapFile{Data: []byte("not content")}
	files["land/notes.txt"] = &fstest.MapFile{Data: []byte("not content")}
	files[".git/x.md"] = &fstest.MapFile{Data: []byte("not content")}
}

func TestLoadFaults(t *testing.T) {
	files := folderOf(t, "faults.txtar")
	plantBytes(files)
	_, faults := Load(files, today)
	var s strings.Builder
	for _, f := range faults {
		fmt.Fprintf(&s, "%s [%s]\n", f, f.Rule)
	}
	golden(t, "faults.golden", s.String())

	planted := map[string]bool{}
	for _, f := range faults {
		planted[f.Rule] = true
	}
	for _, rule := range ruleConstants(t) {
		if !planted[rule] {
			t.Errorf("no fault is planted for rule %q", rule)
		}
	}
}

// ruleConstants reads the rules from rules.go, so that a new one without a planted fault fails the test above.
func ruleConstants(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "rules.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var rules []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if spec.Doc == nil || !strings.HasPrefix(spec.Doc.Text(), spec.Names[0].Name) {
			t.Errorf("%s has no sentence that says what the rule is", spec.Names[0].Name)
		}
		rule, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		rules = append(rules, rule)
		return true
	})
	if len(rules) < 40 {
		t.Fatalf("read %d rules from rules.go, want all of them", len(rules))
	}
	return rules
}

func TestLoadBound(t *testing.T) {
	page := "---\ntitle: 长\n---\n"
	files := fstest.MapFS{"about/long.md": {Data: []byte(page + strings.Repeat("a", MaxFileSize-len(page)))}}
	if _, faults := Load(files, today); hasRule(faults, RuleFile) {
		t.Errorf("a file of %d bytes is too large: %v", MaxFileSize, faults)
	}
	files["about/long.md"].Data = append(files["about/long.md"].Data, 'a')
	if _, faults := Load(files, today); !hasRule(faults, RuleFile) {
		t.Errorf("a file of %d bytes is not too large", MaxFileSize+1)
	}
}

func hasRule(faults Faults, rule string) bool {
	for _, f := range faults {
		if f.Rule == rule {
			return true
		}
	}
	return false
}

func TestLoadUnreadable(t *testing.T) {
	c, faults := Load(brokenFS{folderOf(t, "passages.txtar"), "policies/old.md"}, today)
	if c.Document(Chinese, "policies/land-term") == nil {
		t.Error("an unreadable file hides the others")
	}
	if !hasRule(faults, RuleFile) {
		t.Errorf("faults = %v, want one for the unreadable file", faults)
	}
}

// brokenFS fails to open one file.
type brokenFS struct {
	fs.FS
	broken string
}

func (b brokenFS) Open(name string) (fs.File, error) {
	if name == b.broken {
		return nil, fs.ErrPermission
	}
	return b.FS.Open(name)
}

func TestLoadEmpty(t *testing.T) {
	c, faults := Load(fstest.MapFS{}, today)
	if len(c.Documents) != 0 || len(c.Passages) != 0 || len(faults) != 0 {
		t.Errorf("Load of an empty folder = %v, %v", c, faults)
	}
}

// TestLoadOnDisk reads a folder as the command does, with a symbolic link that leaves it.
func TestLoadOnDisk(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	write := func(path, text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(outside, "secret.md"), "---\ntitle: 外面\n---\n")
	write(filepath.Join(dir, "_index.md"), "---\ntitle: 里面\n---\n")
	if err := os.Symlink(filepath.Join(outside, "secret.md"), filepath.Join(dir, "secret.md")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "about")); err != nil {
		t.Fatal(err)
	}
	c, faults := Load(os.DirFS(dir), today)
	if len(c.Documents) != 1 {
		t.Errorf("read %d documents, want 1", len(c.Documents))
	}
	links := 0
	for _, f := range faults {
		if f.Rule == RuleFile {
			links++
		}
	}
	if links != 2 {
		t.Errorf("%d symbolic links reported, want 2: %v", links, faults)
	}
}

func TestVersion(t *testing.T) {
	files := folderOf(t, "passages.txtar")
	first, _ := Load(files, today)
	again, _ := Load(files, today)
	if first.Version != again.Version || len(first.Version) != hashLength {
		t.Errorf("versions of the same content: %q and %q", first.Version, again.Version)
	}
	files["stories/draft.md"].Data = append(files["stories/draft.md"].Data, '\n')
	if changed, _ := Load(files, today); changed.Version == first.Version {
		t.Error("the version does not change with the content")
	}
}

func BenchmarkLoad(b *testing.B) {
	files := generated(1000)
	for b.Loop() {
		c, faults := Load(files, today)
		if len(c.Documents) != 1000 || faults.Err() != nil {
			b.Fatalf("%d documents, %v", len(c.Documents), faults.Err())
		}
	}
	b.ReportMetric(float64(runtime.GOMAXPROCS(0)), "procs")
}

// generated makes a folder of policy pages, half of them English, each with 15 clauses and a table.
func generated(n int) fstest.MapFS {
	files := fstest.MapFS{}
	for i := range n / 2 {
		var zh, en strings.Builder
		head := "title: 政策%d\nsummary: 一句话。\ndate: 2026-11-23\nasOf: \"2026-11\"\nsources:\n  - {id: s1, title: 文本, publisher: 市人民政府, confidence: A}\n" +
			"issuer: 市人民政府\nlevel: city\nregion: 丽水市\nstatus: in-force\nstatusNote: 一句话。\napplies: yes\n"
		fmt.Fprintf(&zh, "---\n"+head+"questions:\n  - {clause: art-1, ask: [最高多少？]}\n---\n", i)
		for j := range 15 {
			fmt.Fprintf(&zh, "## 第%d条 补助标准 {#art-%d article=\"第%d条\" source=\"s1\"}\n对符合条件的企业，按设备投资额的 %d%% 给予补助，最高 %d 万元，见[本条](#art-%d)。\n\n", j, j, j, j+5, j*100, j)
		}
		zh.WriteString("## 分档 {#bands}\n\n| 投资额 | 补助 |\n|---|---|\n| 1000 万元以下 | 10% |\n| 1000 万元以上 | 20% |\n")
		fmt.Fprintf(&en, "---\n"+head+"translationOf: policies/p%d.md\nsourceHash: \"%s\"\n---\n", i, i, SourceHash([]byte(zh.String())))
		for j := range 15 {
			fmt.Fprintf(&en, "## Article %d: rate of subsidy {#art-%d article=\"第%d条\" source=\"s1\"}\nA company that qualifies receives %d%% of its investment in equipment, at most RMB %d million, see [this clause](#art-%d).\n\n", j, j, j, j+5, j, j)
		}
		en.WriteString("## Bands {#bands}\n\n| Investment | Subsidy |\n|---|---|\n| below RMB 10 million | 10% |\n| above RMB 10 million | 20% |\n")
		files[fmt.Sprintf("policies/p%d.md", i)] = &fstest.MapFile{Data: []byte(zh.String())}
		files[fmt.Sprintf("policies/p%d.en.md", i)] = &fstest.MapFile{Data: []byte(en.String())}
	}
	return files
}
