package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"lvgu/assistant"
	"lvgu/site"
)

// edited is a copy of testdata/small that a test edits as staff do.
type edited struct {
	t   testing.TB
	dir string
}

func newEdited(t testing.TB) edited {
	t.Helper()
	e := edited{t, filepath.Join(t.TempDir(), "content")}
	if err := os.CopyFS(e.dir, os.DirFS("testdata/small")); err != nil {
		t.Fatal(err)
	}
	return e
}

func (e edited) path(name string) string { return filepath.Join(e.dir, filepath.FromSlash(name)) }

func (e edited) write(name, text string) {
	e.t.Helper()
	if err := os.WriteFile(e.path(name), []byte(text), 0o644); err != nil {
		e.t.Fatal(err)
	}
}

// story is the page of testdata/small with another number of months.
func (e edited) story(months int) string {
	e.t.Helper()
	text, err := os.ReadFile("testdata/small/stories/linjiang.md")
	if err != nil {
		e.t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), " 9 个月", fmt.Sprintf(" %d 个月", months))
}

// visitor asks a server as visitors do.
type visitor struct {
	t   testing.TB
	url string
}

func (s visitor) get(path string) (status int, body string) {
	s.t.Helper()
	response, err := http.Get(s.url + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer response.Body.Close()
	data, err := io.ReadAll(response.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return response.StatusCode, string(data)
}

func (s visitor) answer(question string) assistant.Answer {
	s.t.Helper()
	body, err := json.Marshal(map[string]string{"question": question})
	if err != nil {
		s.t.Fatal(err)
	}
	response, err := http.Post(s.url+"/api/answer", "application/json", bytes.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	defer response.Body.Close()
	var answer assistant.Answer
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil || response.StatusCode != http.StatusOK {
		s.t.Fatalf("answer: %s, %v", response.Status, err)
	}
	return answer
}

// await waits until holds is true.
func (s visitor) await(what string, holds func() bool) {
	s.t.Helper()
	for began := time.Now(); !holds(); time.Sleep(10 * time.Millisecond) {
		if time.Since(began) > startTimeout {
			_, ready := s.get("/readyz")
			s.t.Fatalf("%s: not within %v; /readyz says %s", what, startTimeout, ready)
		}
	}
}

// shows waits until page and assistant say that it took so many months.
func (s visitor) shows(months int) {
	s.t.Helper()
	words := fmt.Sprintf("用了 %d 个月", months)
	s.await(words, func() bool {
		_, page := s.get("/stories/linjiang/")
		return strings.Contains(page, words) && strings.Contains(s.answer("临江机械的厂房建了多久？").Text, words)
	})
}

// refused waits until /readyz tells of a fault, and checks that the last good version is served.
func (s visitor) refused(fault string, months int) {
	s.t.Helper()
	s.await("fault "+fault, func() bool {
		status, ready := s.get("/readyz")
		return status == http.StatusOK && strings.Contains(ready, fault)
	})
	s.shows(months)
}

// mended waits until /readyz tells of no fault any more.
func (s visitor) mended() {
	s.t.Helper()
	s.await("no fault", func() bool { _, ready := s.get("/readyz"); return !strings.Contains(ready, "faults") })
}

var noRate = map[string]string{"LVGU_ANSWER_RATE": "0"}

// TestFollow edits the folder of a running server in every way that must not break it.
func TestFollow(t *testing.T) {
	e := newEdited(t)
	p := startProgram(t, noRate, "serve", "--content", e.dir)
	s := visitor{t, p.url}
	const story = "stories/linjiang.md"
	s.shows(9)

	e.write(story, e.story(8))
	s.shows(8)

	// A typo keeps the last good version, and mending it is live at once.
	e.write(story, strings.Replace(e.story(7), "summary:", "sumary:", 1))
	s.refused("stories/linjiang.md:3", 8)
	e.write(story, e.story(7))
	s.shows(7)
	s.mended()

	// Taken back, the faulty version leaves no trace although nothing new is published.
	e.write(story, strings.Replace(e.story(7), "---\n## ", "---\n[死](/none.md)\n## ", 1))
	s.refused("/none.md", 7)
	e.write(story, e.story(7))
	s.mended()

	e.write("stories/second.md", strings.ReplaceAll(e.story(5), "临江机械", "望海轴承"))
	s.await("a new page", func() bool { status, _ := s.get("/stories/second/"); return status == http.StatusOK })
	if text := s.answer("望海轴承的厂房建了多久？").Text; !strings.Contains(text, "5 个月") {
		t.Errorf("the assistant does not know the new page: %s", text)
	}
	if err := os.Remove(e.path("stories/second.md")); err != nil {
		t.Fatal(err)
	}
	s.await("a page less", func() bool { status, _ := s.get("/stories/second/"); return status == http.StatusNotFound })

	secret := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(secret, []byte(e.story(1)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, strange := range []struct {
		name, fault string
		make        func(path string) error
	}{
		{"link.md", "符号链接", func(path string) error { return os.Symlink(secret, path) }},
		{"fifo.md", "不是普通文件", func(path string) error { return syscall.Mkfifo(path, 0o644) }},
		{"folder.md", "文件夹", func(path string) error { return os.Mkdir(path, 0o755) }},
	} {
		if err := strange.make(e.path("stories/" + strange.name)); err != nil {
			t.Fatal(err)
		}
		s.refused(strange.fault, 7)
		if err := os.Remove(e.path("stories/" + strange.name)); err != nil {
			t.Fatal(err)
		}
		s.mended()
	}

	// The whole folder is away for a while.
	if err := os.Rename(e.dir, e.dir+".away"); err != nil {
		t.Fatal(err)
	}
	s.refused("内容文件夹读不了", 7)
	if err := os.Rename(e.dir+".away", e.dir); err != nil {
		t.Fatal(err)
	}
	s.mended()
	e.write(story, e.story(6))
	s.shows(6)

	p.stop()
	if err := <-p.done; err != nil {
		t.Errorf("run() = %v after the stop", err)
	}
}

// TestFollowUnderLoad publishes fifty editions while visitors read and ask. No request fails, and none is answered from an
// edition older than one that the same visitor has seen.
func TestFollowUnderLoad(t *testing.T) {
	const swaps, visitors = 50, 4
	e := newEdited(t)
	p := startProgram(t, noRate, "serve", "--content", e.dir)
	s := visitor{t, p.url}
	s.shows(9)
	stop := make(chan struct{})
	var group sync.WaitGroup
	var asked atomic.Int64
	for range visitors {
		group.Go(func() {
			seen := 0
			for {
				select {
				case <-stop:
					return
				default:
				}
				for _, path := range []string{"/stories/linjiang/", "/ask?q=" + url.QueryEscape("临江机械的厂房建了多久？"), "/"} {
					response, err := http.Get(p.url + path)
					if err != nil {
						t.Error(err)
						return
					}
					body, err := io.ReadAll(response.Body)
					response.Body.Close()
					asked.Add(1)
					if err != nil || response.StatusCode != http.StatusOK {
						t.Errorf("%s: %s, %v", path, response.Status, err)
					}
					var months int
					if _, rest, found := strings.Cut(string(body), "投产用了 "); found {
						fmt.Sscanf(rest, "%d", &months)
						if months < seen {
							t.Errorf("%s is of edition %d, after one of %d was served", path, months, seen)
						}
						seen = months
					}
				}
			}
		})
	}
	for n := 10; n < 10+swaps; n++ {
		e.write("stories/linjiang.md", e.story(n))
		s.shows(n)
	}
	close(stop)
	group.Wait()
	if asked.Load() < swaps {
		t.Errorf("only %d requests were made during %d swaps", asked.Load(), swaps)
	}
	p.stop()
	<-p.done
}

// TestPreview starts with a fault, as one may who has just opened the folder, and mends it.
func TestPreview(t *testing.T) {
	e := newEdited(t)
	e.write("stories/linjiang.md", strings.Replace(e.story(9), "summary:", "sumary:", 1))
	p := startProgram(t, noRate, "serve", "--preview", "--content", e.dir)
	s := visitor{t, p.url}
	if status, page := s.get("/"); status != http.StatusServiceUnavailable || !strings.Contains(page, "stories/linjiang.md:3") {
		t.Errorf("/ = %d, want the fault:\n%s", status, page)
	}
	e.write("stories/linjiang.md", strings.Replace(e.story(9), "title:", "draft: true\ntitle:", 1))
	s.shows(9) // a draft is in the pages and in the answers of a preview
	if _, page := s.get("/stories/linjiang/"); !strings.Contains(page, `data-module="preview"`) {
		t.Error("the page of a preview has no banner")
	}
	p.stop()
	<-p.done
}

// TestMachinesFaults tells a full disk from a fault of the content's, by what Hugo says of it.
func TestMachinesFaults(t *testing.T) {
	for message, want := range map[string]bool{
		"write public/index.html: no space left on device": true,
		"write public/index.html: disk quota exceeded":     true,
		"链接失效：/none.md":                                    false,
	} {
		if got := machines(&site.Error{Faults: []site.Fault{{Message: message}}}); got != want {
			t.Errorf("machines(%q) = %v, want %v", message, got, want)
		}
	}
}
