package site

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var buildDay = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

var builtDir string // of the fixture's site; empty until a test needs it

// built is the fixture's site, made once for all tests that only read it.
var built = sync.OnceValues(func() (string, error) {
	var err error
	if builtDir, err = os.MkdirTemp("", "lvgu-site-test-"); err != nil {
		return "", err
	}
	return builtDir, Build(context.Background(), builtDir, Options{
		ContentDir: "testdata/content",
		BaseURL:    "https://zone.example/",
		Identity:   Identity{SiteName: "测试园区", SiteDomain: "zone.example", SiteIDCode: "0000000000"},
		Now:        buildDay,
	})
})

// TestMain runs Hugo where the test's binary is called as Options.Process names it.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "hugo" {
		if RunHugo(os.Stdin, os.Stdout) != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	code := m.Run()
	if builtDir != "" {
		os.RemoveAll(builtDir)
	}
	os.Exit(code)
}

func fixture(t *testing.T) string {
	t.Helper()
	dir, err := built()
	if err != nil {
		t.Fatalf("Build(testdata/content) = %v", err)
	}
	return dir
}

func readPage(t *testing.T, dir, page string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(page)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestPagesMatchGolden(t *testing.T) {
	dir := fixture(t)
	tests := []struct{ page, golden string }{
		{"index.html", "home.zh.txt"},
		{"en/index.html", "home.en.txt"},
		{"policies/index.html", "policies.zh.txt"},
		{"en/policies/index.html", "policies.en.txt"},
		{"policies/land-rules/index.html", "policy.zh.txt"},
		{"en/policies/land-rules/index.html", "policy.en.txt"},
		{"stories/first/index.html", "story.zh.txt"},
		{"enclaves/island/index.html", "enclave.zh.txt"},
		{"clusters/chips/index.html", "cluster.zh.txt"},
		{"ask/index.html", "ask.zh.txt"},
		{"en/404.html", "404.en.txt"},
	}
	for _, tt := range tests {
		t.Run(tt.golden, func(t *testing.T) {
			got := outline(t, readPage(t, dir, tt.page))
			golden := filepath.Join("testdata", "golden", tt.golden)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("outline of %s (-want +got):\n%s", tt.page, diff)
			}
		})
	}
}

func TestMarkersForTheServer(t *testing.T) {
	dir := fixture(t)
	tests := []struct{ page, marker string }{
		{"ask/index.html", "<!--lvgu:ask-->"},
		{"en/ask/index.html", "<!--lvgu:ask-->"},
		{"ask/index.html", " data-lvgu-q"},
		{"search/index.html", "<!--lvgu:search-->"},
		{"en/search/index.html", "<!--lvgu:search-->"},
		{"search/index.html", " data-lvgu-q"},
	}
	for _, tt := range tests {
		if got := strings.Count(readPage(t, dir, tt.page), tt.marker); got != 1 {
			t.Errorf("%s holds %q %d times, want once", tt.page, tt.marker, got)
		}
	}
}

func TestBuildOfAnFS(t *testing.T) {
	fromFS, fromDir := t.TempDir(), t.TempDir()
	options := Options{Content: os.DirFS("testdata/content"), Now: buildDay}
	if err := Build(t.Context(), fromFS, options); err != nil {
		t.Fatalf("Build(Content) = %v", err)
	}
	if err := Build(t.Context(), fromDir, Options{ContentDir: "testdata/content", Now: buildDay}); err != nil {
		t.Fatalf("Build(ContentDir) = %v", err)
	}
	if diff := cmp.Diff(readAll(t, fromDir), readAll(t, fromFS)); diff != "" {
		t.Errorf("a build of an fs.FS differs from that of the same folder (-folder +fs):\n%s", diff)
	}
}

func readAll(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range walk(t, dir, "") {
		all[name] = readPage(t, dir, name)
	}
	return all
}

func TestPreviewShowsDraftsAndWhatIsMissing(t *testing.T) {
	dir := t.TempDir()
	if err := Build(t.Context(), dir, Options{ContentDir: "testdata/content", Preview: true, Now: buildDay}); err != nil {
		t.Fatalf("Build(Preview) = %v", err)
	}
	if home := readPage(t, dir, "index.html"); !strings.Contains(home, "待填写") {
		t.Error("a preview does not say that the identity is to be filled in")
	}
	if _, err := os.Stat(filepath.Join(dir, "about", "draft", "index.html")); err != nil {
		t.Errorf("a preview leaves out a draft: %v", err)
	}
	if robots := readPage(t, dir, "robots.txt"); !strings.Contains(robots, "Disallow: /\n") {
		t.Errorf("a preview may be indexed: robots.txt is %q", robots)
	}

	public := fixture(t)
	if home := readPage(t, public, "index.html"); strings.Contains(home, "待填写") {
		t.Error("the public site shows what is to be filled in")
	}
	if _, err := os.Stat(filepath.Join(public, "about", "draft")); err == nil {
		t.Error("the public site shows a draft")
	}
}

func TestBuildRefuses(t *testing.T) {
	const contact = "about/contact.md"
	front := "---\ntitle: 联系\ndate: 2026-11-23\n"
	tests := []struct {
		name, file, text string
		want             []string // one of the error's lines holds them all
	}{
		{"a dead page link", contact, front + "---\n\n见[别处](/land/nowhere.md)。\n", []string{"about/contact.md:6:", "/land/nowhere.md"}},
		{"a dead anchor", contact, front + "---\n\n## 问谁 {#who}\n\n见[别处](/enclaves/harbour.md#nowhere)。\n", []string{"about/contact.md:8:", "#nowhere"}},
		{"a script for a link", contact, front + "---\n\n见[别处](javascript:alert(1))。\n", []string{"about/contact.md:6:", "javascript:"}},
		{"a page and an unknown source", "stories/first.md", front + "milestones:\n  - {date: \"2026\", text: 开工, source: s7}\n---\n", []string{"stories/first.md:1:", `"s7"`}},
		{"an unknown source", contact, front + "---\n\n## 问谁 {#who source=\"s9\"}\n\n问人。\n", []string{"about/contact.md:6:", `"s9"`}},
		{"a dead link in front matter", "_index.md", "---\ntitle: 首页\ndate: 2026-11-23\nfears:\n  - {question: 问, answer: 答, link: /land/nowhere.md}\n---\n", []string{"_index.md:", "/land/nowhere.md"}},
		{"broken front matter", contact, "---\ntitle: 一: 二\n---\n", []string{"about/contact.md:2:"}},
		{"an unknown status", "enclaves/island.md", front + "status: sunken\n---\n", []string{"status_sunken"}},
		{"a picture without text", contact, front + "---\n\n![](x.png)\n", []string{"about/contact.md:6:", "x.png", "缺少替代文字"}},
		{"a picture that is not there", contact, front + "---\n\n![大门](x.png)\n", []string{"about/contact.md:6:", "没有图片", "x.png"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			content := fstest.MapFS{}
			for name, data := range readAll(t, "testdata/content") {
				content[name] = &fstest.MapFile{Data: []byte(data)}
			}
			content[tt.file] = &fstest.MapFile{Data: []byte(tt.text)}
			err := Build(t.Context(), t.TempDir(), Options{Content: content, Now: buildDay})
			var siteErr *Error
			if !errors.As(err, &siteErr) {
				t.Fatalf("Build() = %v, want an *Error", err)
			}
			if !hasLine(err.Error(), tt.want) {
				t.Errorf("Build() = %q, want a line with %q", err, tt.want)
			}
			if strings.Contains(err.Error(), os.TempDir()) || strings.Contains(err.Error(), "goroutine") {
				t.Errorf("Build() = %q, which names a folder that is gone or shows a stack", err)
			}
		})
	}
}

// TestBuildWithManyFaults breaks more pages than Hugo bears: it may not end where ten templates fail.
func TestBuildWithManyFaults(t *testing.T) {
	content := fstest.MapFS{}
	for name, data := range readAll(t, "testdata/content") {
		content[name] = &fstest.MapFile{Data: []byte(data)}
	}
	for i := range 60 {
		dir := fmt.Sprintf("stories/broken-%d/", i)
		content[dir+"index.md"] = &fstest.MapFile{Data: []byte("---\ntitle: 坏图\ndate: 2026-11-23\n---\n\n![大门](x.png)\n")}
		content[dir+"x.png"] = &fstest.MapFile{Data: []byte("no picture")}
	}
	err := Build(t.Context(), t.TempDir(), Options{Content: content, Now: buildDay})
	fault, ok := errors.AsType[*Error](err)
	if !ok || len(fault.Faults) != 60 || !hasLine(err.Error(), []string{"stories/broken-7/index.md:6:", "x.png", "打不开"}) {
		t.Errorf("Build() = %v (%T), want a fault of each page", err, err)
	}
}

func hasLine(text string, parts []string) bool {
	for line := range strings.Lines(text) {
		found := true
		for _, part := range parts {
			found = found && strings.Contains(line, part)
		}
		if found {
			return true
		}
	}
	return false
}

func TestBuildLeavesNothingBehind(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	for _, content := range []string{"testdata/content", t.TempDir() + "/missing"} {
		_ = Build(t.Context(), filepath.Join(t.TempDir(), "out"), Options{ContentDir: content, Now: buildDay})
	}
	left, err := filepath.Glob(filepath.Join(temp, "lvgu-site-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("temporary folders left behind: %v, %v", left, err)
	}
}

func TestBuildsTakeTurns(t *testing.T) {
	var wait sync.WaitGroup
	for range 2 {
		wait.Go(func() {
			if err := Build(t.Context(), t.TempDir(), Options{ContentDir: "testdata/content", Now: buildDay}); err != nil {
				t.Errorf("Build() = %v", err)
			}
		})
	}
	wait.Wait()
}

func TestBuildGivesUpWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := Build(ctx, t.TempDir(), Options{ContentDir: "testdata/content"})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Build(cancelled) = %v, want context.Canceled", err)
	}
}

func TestBuildWithoutContent(t *testing.T) {
	if err := Build(t.Context(), t.TempDir(), Options{}); err == nil {
		t.Error("Build() without content succeeded")
	}
}
