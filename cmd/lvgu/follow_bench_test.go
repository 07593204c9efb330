package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lvgu"
)

// manyStories is how many a province's zones might write in ten years.
const manyStories = 10_000

// shippedCopy is a copy of the content built in that a benchmark edits.
func shippedCopy(b *testing.B) edited {
	b.Helper()
	e := edited{b, filepath.Join(b.TempDir(), "content")}
	if err := os.CopyFS(e.dir, lvgu.Content()); err != nil {
		b.Fatal(err)
	}
	return e
}

// live waits until the server says that an edit is live, and returns how long that took by its own account and by ours.
func live(b *testing.B, p *process, began time.Time, editions int) time.Duration {
	b.Helper()
	for deadline := began.Add(10 * time.Minute); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		if strings.Count(string(p.logged(b)), "msg=published") > editions {
			return time.Since(began)
		}
	}
	b.Fatalf("the edit was never live:\n%s", p.logged(b))
	return 0
}

// BenchmarkEdit measures from the writing of a file of the shipped content to the edition that holds it: page and answers. Also
// the processor time of the server in it; that of the process that builds the site comes on top. A text shows on its own page
// only; a heading may show on all others, which are rendered again.
func BenchmarkEdit(b *testing.B) {
	b.Run("text", func(b *testing.B) { benchmarkEdit(b, "%s\n第 %d 次修改。\n") })
	b.Run("heading", func(b *testing.B) { benchmarkEdit(b, "%s\n### 第 %d 次修改 {#edited}\n\n一句。\n") })
}

// benchmarkEdit edits a story by a format of its text and a number.
func benchmarkEdit(b *testing.B, format string) {
	e := shippedCopy(b)
	p := startProcess(b, unlimited, "--content", e.dir)
	const story = "stories/fulede.md"
	text, err := os.ReadFile(e.path(story))
	if err != nil {
		b.Fatal(err)
	}
	before := p.spent()
	n := 0
	for b.Loop() {
		n++
		began := time.Now()
		e.write(story, fmt.Sprintf(format, text, n))
		live(b, p, began, n)
	}
	b.ReportMetric(milliseconds(p.spent()-before)/float64(n), "server-cpu-ms/op")
}

// BenchmarkManyStories measures the start with ten thousand stories besides the shipped content, and then one edit.
func BenchmarkManyStories(b *testing.B) {
	e := shippedCopy(b)
	text, err := os.ReadFile("testdata/small/stories/linjiang.md")
	if err != nil {
		b.Fatal(err)
	}
	for n := range manyStories {
		e.write(fmt.Sprintf("stories/many-%05d.md", n), strings.ReplaceAll(string(text), "临江机械", fmt.Sprintf("临江机械%d号", n)))
	}
	for b.Loop() {
		began := time.Now()
		p := launch(b, unlimited, "--content", e.dir)
		live(b, p, began, 0)
		b.ReportMetric(time.Since(began).Seconds(), "s-cold")
		b.ReportMetric(float64(p.resident())/(1<<20), "MB-resident")
		began = time.Now()
		e.write("stories/many-00000.md", string(text))
		b.ReportMetric(live(b, p, began, 1).Seconds(), "s-edit")
		p.kill()
	}
}
