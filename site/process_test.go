package site

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// itself is the command line of Hugo in a process of its own: the test's binary, see TestMain.
func itself(t *testing.T) []string {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return []string{program, "hugo"}
}

func TestOtherProcessBuildsTheSame(t *testing.T) {
	opts := Options{ContentDir: "testdata/content", BaseURL: "https://zone.example/", Now: buildDay}
	here, apart := t.TempDir(), t.TempDir()
	if err := Build(t.Context(), here, opts); err != nil {
		t.Fatalf("Build(in this process) = %v", err)
	}
	opts.Process = itself(t)
	if err := Build(t.Context(), apart, opts); err != nil {
		t.Fatalf("Build(in another) = %v", err)
	}
	if diff := cmp.Diff(read(t, here), read(t, apart)); diff != "" {
		t.Errorf("files built in another process (-here +apart):\n%s", diff)
	}
}

// read is every file below dir by its name.
func read(t *testing.T, dir string) map[string]string {
	files := map[string]string{}
	for _, name := range walk(t, dir, "") {
		data, err := fs.ReadFile(os.DirFS(dir), name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(data)
	}
	return files
}

func TestOtherProcessReportsTheSame(t *testing.T) {
	content := fstest.MapFS{"_index.md": {Data: []byte("---\ntitle: x: y\n---\n")}}
	here := Build(t.Context(), t.TempDir(), Options{Content: content, Now: buildDay})
	apart := Build(t.Context(), t.TempDir(), Options{Content: content, Now: buildDay, Process: itself(t)})
	if here == nil || apart == nil {
		t.Fatalf("Build(broken front matter) = %v here and %v apart, want errors", here, apart)
	}
	if diff := cmp.Diff(here.Error(), apart.Error()); diff != "" {
		t.Errorf("error from another process (-here +apart):\n%s", diff)
	}
	if _, ok := errors.AsType[*Error](apart); !ok {
		t.Errorf("error from another process is a %T, want *Error", apart)
	}
}

func TestOtherProcessThatCannotStart(t *testing.T) {
	var log bytes.Buffer
	dir := t.TempDir()
	opts := Options{ContentDir: "testdata/content", Now: buildDay, Process: []string{dir + "/none"}, Logger: slog.New(slog.NewTextHandler(&log, nil))}
	if err := Build(t.Context(), dir, opts); err != nil {
		t.Fatalf("Build() = %v, want a build in this process", err)
	}
	if readPage(t, dir, "index.html") == "" || !strings.Contains(log.String(), "server's own process") {
		t.Errorf("the log does not say that the build fell back:\n%s", log.String())
	}
}

// TestOtherProcessThatBreaksOff takes a process that ends without a word for one that the system has killed.
func TestOtherProcessThatBreaksOff(t *testing.T) {
	program, err := exec.LookPath("false")
	if err != nil {
		t.Fatal(err)
	}
	err = Build(t.Context(), t.TempDir(), Options{ContentDir: "testdata/content", Now: buildDay, Process: []string{program}})
	if _, ended := errors.AsType[*exec.ExitError](err); !ended {
		t.Errorf("Build() = %v, want the end of the process", err)
	}
}

// TestOtherProcessEndsWithTheContext ends a build that would go on for a minute.
func TestOtherProcessEndsWithTheContext(t *testing.T) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	err = Build(ctx, t.TempDir(), Options{ContentDir: "testdata/content", Now: buildDay, Process: []string{shell, "-c", "exec sleep 60"}})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Build() = %v, want that the context ended", err)
	}
}
