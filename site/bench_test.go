package site

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// benchStories is how many stories are added; LVGU_BENCH_STORIES sets another number.
const benchStories = 10_000

// benchTurns is how often each of the two sites is built: how fast a processor is changes within a minute.
const benchTurns = 3

// BenchmarkStories builds the shipped content with generated stories: once as a bare Hugo site of two templates, once as
// ours, in turns. It prints the seconds of both and how many times as long ours takes, by the clock and by the processor:
// on a machine with other work the latter is the steadier. The bare site has the same Markdown, languages, length of lists
// and Hugo; neither minifies pages. It has none of what a visitor comes for: no menu, sources, feeds or structured data.
// Hugo's own feed of all stories, which it makes unless told not to, would by itself take half as long again. Garbage is
// collected as each of them does: Hugo leaves that to Go, lvgu build does not.
func BenchmarkStories(b *testing.B) {
	stories := benchStories
	if n, err := strconv.Atoi(os.Getenv("LVGU_BENCH_STORIES")); err == nil {
		stories = n
	}
	content := withStories(b, stories)
	var bare, ours, bareCPU, oursCPU time.Duration
	for b.Loop() {
		for range benchTurns {
			afresh()
			before := processorTime(b)
			bare += buildBare(b, content)
			bareCPU += processorTime(b) - before
			afresh()
			CollectSeldom(stories)
			before = processorTime(b)
			start := time.Now()
			if err := Build(b.Context(), b.TempDir(), Options{ContentDir: content, BaseURL: "https://zone.example/", Now: buildDay}); err != nil {
				b.Fatal(err)
			}
			ours += time.Since(start)
			oursCPU += processorTime(b) - before
		}
	}
	n := float64(b.N * benchTurns)
	b.ReportMetric(bare.Seconds()/n, "s-bare")
	b.ReportMetric(ours.Seconds()/n, "s-ours")
	b.ReportMetric(ours.Seconds()/bare.Seconds(), "times-bare")
	b.ReportMetric(oursCPU.Seconds()/bareCPU.Seconds(), "times-bare-cpu")
	b.ReportMetric(0, "ns/op")
}

// afresh leaves memory as it is in a process that has just begun.
func afresh() {
	debug.SetGCPercent(100)
	debug.SetMemoryLimit(math.MaxInt64)
	debug.FreeOSMemory()
}

// processorTime is what this process has used of the processors so far.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// withStories is a copy of the shipped content with stories that a generator wrote: each has what a real one has.
func withStories(b *testing.B, n int) string {
	b.Helper()
	dir := b.TempDir()
	if _, err := copyContent(dir, os.DirFS("../content")); err != nil {
		b.Fatal(err)
	}
	clusters := []string{"semiconductor", "precision-manufacturing", "health-medicine", "fashion", "digital-economy"}
	for i := range n {
		name := filepath.Join(dir, "stories", fmt.Sprintf("generated-%05d.md", i))
		if err := os.WriteFile(name, []byte(story(i, clusters[i%len(clusters)])), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

func story(i int, cluster string) string {
	var out strings.Builder
	fmt.Fprintf(&out, `---
title: 生成的案例 %[1]d：从开工到投产
summary: 第 %[1]d 个由程序写出的案例，只用来量建站的快慢。
date: 2026-11-%02[2]d
asOf: "2026"
sources:
  - {id: s1, title: "生成的来源 %[1]d", publisher: 测试, date: "2026", url: "https://example.org/%[1]d", confidence: B}
topics: [market, land]
clusters: [%[3]s]
company: 生成公司 %[1]d
cluster: %[3]s
stage: 测试
milestones:
  - {date: "2025-%02[4]d", text: 开工, source: s1}
  - {date: "2026-%02[4]d", text: 投产, source: s1}
claims:
  - {text: 用了 12 个月, figure: 12 个月, asOf: "2026", source: s1}
questions:
  - {clause: what, ask: ["生成公司 %[1]d 做什么？"]}
---
`, i, i%27+1, cluster, i%12+1)
	for part, anchor := range []string{"what", "how", "people", "land"} {
		fmt.Fprintf(&out, "## 第 %d 节 {#%s asof=\"2026\" source=\"s1\"}\n", part+1, anchor)
		fmt.Fprintf(&out, "生成公司 %d 在丽水经开区建设第 %d 条生产线，厂房 %d 平方米，2026 年用工 %d 人。\n", i, part+1, 1000+i, 50+part)
		fmt.Fprintf(&out, "它的产品供给同一集群的企业，见[半导体](/clusters/semiconductor.md)。\n\n| 年份 | 产值 |\n|---|---|\n| 2025 | %d 万元 |\n| 2026 | %d 万元 |\n\n", 100+i, 200+i)
	}
	return out.String()
}

// buildBare builds the content with the least that Hugo needs: a template for a page and one for a list.
func buildBare(b *testing.B, content string) time.Duration {
	b.Helper()
	work := b.TempDir()
	files := map[string]string{
		"hugo.toml": `baseURL = "https://zone.example/"
defaultContentLanguage = "zh"
buildFuture = true
disableKinds = ["rss", "taxonomy", "term"]
pagination.pagerSize = 48
[languages.zh]
weight = 1
[languages.en]
weight = 2
[markup.goldmark.parser.attribute]
title = true
`,
		"layouts/single.html": `<!doctype html><html lang="{{ site.Language.Lang }}"><head><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>`,
		"layouts/list.html":   `<!doctype html><html lang="{{ site.Language.Lang }}"><head><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range (.Paginate .Pages).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>`,
		buildConfig:           fmt.Sprintf(`{"module": {"mounts": [{"source": %q, "target": "content"}, {"source": "layouts", "target": "layouts"}]}}`, content),
	}
	for name, text := range files {
		target := filepath.Join(work, "project", name)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(target, []byte(text), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	start := time.Now()
	h, err := newHugo(setup{Work: work, Project: filepath.Join(work, "project"), Dest: filepath.Join(work, "public"), BaseURL: "https://zone.example/"})
	if err != nil {
		b.Fatal(err)
	}
	report, hugoErr, err := h.build(b.Context(), buildDay, nil)
	if hugoErr != nil || err != nil {
		b.Fatalf("bare build: %v, %v\n%s", hugoErr, err, report)
	}
	spent := time.Since(start)
	if err := h.close(); err != nil {
		b.Fatal(err)
	}
	return spent
}
