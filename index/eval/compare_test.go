package eval

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/cjk" // the analyzer compared with
	"github.com/blevesearch/bleve/v2/index/scorch"
	_ "modernc.org/sqlite" // the driver compared with

	"lvgu/index"
)

// engine is something that can be searched, made from the passages of a set.
type engine struct {
	name string
	open func(t testing.TB, passages []index.Passage) Searcher
}

var engines = []engine{
	{"lvgu", openOurs},
	{"bleve-standard", func(t testing.TB, p []index.Passage) Searcher { return openBleve(t, p, "standard") }},
	{"bleve-cjk", func(t testing.TB, p []index.Passage) Searcher { return openBleve(t, p, "cjk") }},
	{"sqlite-fts5-trigram", openSQLite},
}

func openOurs(t testing.TB, passages []index.Passage) Searcher {
	ix, err := index.New(passages)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return searcher(ix)
}

func openBleve(t testing.TB, passages []index.Passage, analyzer string) Searcher {
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = analyzer
	ix, err := bleve.NewUsing("", mapping, scorch.Name, scorch.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	batch := ix.NewBatch()
	for i, p := range passages {
		if err := batch.Index(p.ID, map[string]string{"title": p.Title, "body": p.Body}); err != nil {
			t.Fatal(err)
		}
		if batch.Size() == 10_000 || i == len(passages)-1 {
			if err := ix.Batch(batch); err != nil {
				t.Fatal(err)
			}
			batch.Reset()
		}
	}
	return func(ctx context.Context, text string, limit int) ([]string, error) {
		found, err := ix.SearchInContext(ctx, bleve.NewSearchRequestOptions(bleve.NewMatchQuery(text), limit, 0, false))
		if err != nil {
			return nil, err
		}
		var ids []string
		for _, h := range found.Hits {
			ids = append(ids, h.ID)
		}
		return ids, nil
	}
}

func openSQLite(t testing.TB, passages []index.Passage) Searcher {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	t.Cleanup(func() { db.Close() })
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	exec := func(query string, args ...any) {
		if _, err := tx.Exec(query, args...); err != nil {
			t.Fatal(err)
		}
	}
	exec(`CREATE VIRTUAL TABLE passages USING fts5(id UNINDEXED, title, body, tokenize='trigram')`)
	for _, p := range passages {
		exec(`INSERT INTO passages VALUES (?, ?, ?)`, p.ID, p.Title, p.Body)
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	return func(ctx context.Context, text string, limit int) ([]string, error) {
		query := trigrams(text)
		if query == "" {
			return nil, nil
		}
		rows, err := db.QueryContext(ctx, `SELECT id FROM passages WHERE passages MATCH ? ORDER BY bm25(passages) LIMIT ?`, query, limit)
		if err != nil {
			return nil, err
		}
		defer rows.Close()
		var ids []string
		for rows.Next() {
			var id string
			if err := rows.Scan(&id); err != nil {
				return nil, err
			}
			ids = append(ids, id)
		}
		return ids, rows.Err()
	}
}

// trigrams asks for any three neighbouring characters of text.
func trigrams(text string) string {
	runes := []rune(strings.ReplaceAll(text, `"`, " "))
	var parts []string
	for i := 0; i+3 <= len(runes); i++ {
		parts = append(parts, `"`+string(runes[i:i+3])+`"`)
	}
	return strings.Join(parts, " OR ")
}

// compared returns the set that engines are compared on: ncp of LVGU_EVAL_DIR, or the built-in one.
func compared(t testing.TB) *Set {
	dir := filepath.Join(os.Getenv("LVGU_EVAL_DIR"), "ncp")
	if os.Getenv("LVGU_EVAL_DIR") == "" {
		t.Log("LVGU_EVAL_DIR is not set: comparing on the built-in set")
		dir = writeSet(t)
	}
	set, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// measure opens an engine and asks it the questions of a set.
func measure(t testing.TB, e engine, set *Set) Report {
	before, start := liveBytes(), time.Now()
	search := e.open(t, set.Passages)
	r := Report{Set: set.Name, Passages: len(set.Passages), BuildSeconds: time.Since(start).Seconds()}
	r.IndexBytes = max(0, liveBytes()-before)
	if err := r.ask(context.Background(), set, search); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEnginesAgree(t *testing.T) {
	dir := writeSet(t)
	set, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range engines {
		if r := measure(t, e, set); r.Recall10 < 0.5 {
			t.Errorf("%s finds %v of the answers, want at least half: the comparison would be unfair", e.name, r.Recall10)
		}
	}
}

// BenchmarkCompare measures the engines side by side. The ratios are against ours: below 1 they rank worse or take less.
func BenchmarkCompare(b *testing.B) {
	set := compared(b)
	var ours Report
	for _, e := range engines {
		b.Run(e.name, func(b *testing.B) {
			var r Report
			for b.Loop() {
				r = measure(b, e, set)
			}
			if e.name == "lvgu" {
				ours = r
			}
			reportMetrics(b, r)
			b.ReportMetric(r.NDCG10/ours.NDCG10, "ndcg-ratio")
			b.ReportMetric(r.P50/ours.P50, "p50-ratio")
			b.ReportMetric(r.P99/ours.P99, "p99-ratio")
			b.ReportMetric(r.BuildSeconds/ours.BuildSeconds, "build-ratio")
			b.ReportMetric(float64(r.IndexBytes)/float64(max(ours.IndexBytes, 1)), "index-ratio")
			b.ReportMetric(0, "ns/op") // the whole run's time says nothing
		})
	}
}

func reportMetrics(b *testing.B, r Report) {
	b.ReportMetric(r.NDCG10, "ndcg@10")
	b.ReportMetric(r.P50, "p50-ms")
	b.ReportMetric(r.P99, "p99-ms")
	b.ReportMetric(r.BuildSeconds, "build-s")
	b.ReportMetric(float64(r.IndexBytes)/(1<<20), "index-MB")
}

// BenchmarkGrowth measures ours on ever more passages: LVGU_BENCH_SIZES, by default ten thousand to a million, which takes
// some minutes and two gigabytes.
func BenchmarkGrowth(b *testing.B) {
	sizes := os.Getenv("LVGU_BENCH_SIZES")
	if sizes == "" {
		sizes = "10000,100000,1000000"
	}
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(size, func(b *testing.B) {
			var r Report
			for b.Loop() {
				r = measure(b, engines[0], grown(b, n))
			}
			reportMetrics(b, r)
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkShipped measures the questions of testdata/ranks.tsv over the shipped content.
func BenchmarkShipped(b *testing.B) {
	ix, _ := shipped(b)
	cases := readRanks(b)
	var times []time.Duration
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		c := cases[i%len(cases)]
		start := time.Now()
		if _, err := ix.Search(b.Context(), index.Query{Text: c.question, Lang: c.lang}); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(quantile(times, 0.50), "p50-ms")
	b.ReportMetric(quantile(times, 0.99), "p99-ms")
}

// BenchmarkStart measures how the index of the shipped content comes to be: made in memory, opened from a folder, and
// updated after an edit of one page.
func BenchmarkStart(b *testing.B) {
	passages, _ := shippedPassages(b)
	edited := slices.Clone(passages)
	edited[0].Body += "另有补充。"
	dir := b.TempDir()
	kept, err := index.Open(dir, passages)
	if err != nil {
		b.Fatal(err)
	}
	defer kept.Close()
	for _, way := range []struct {
		name string
		make func() (*index.Index, error)
	}{
		{"new", func() (*index.Index, error) { return index.New(passages) }},
		{"open", func() (*index.Index, error) { return index.Open(dir, passages) }},
		{"update", func() (*index.Index, error) { return kept.Update(edited) }},
	} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				ix, err := way.make()
				if err != nil {
					b.Fatal(err)
				}
				if err := ix.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// grown is the compared set with passages added to n: halves of its own and of stard's put together anew.
func grown(t testing.TB, n int) *Set {
	set := compared(t)
	pool := set.Passages
	if root := os.Getenv("LVGU_EVAL_DIR"); root != "" {
		more, err := Load(filepath.Join(root, "stard"))
		if err != nil {
			t.Fatal(err)
		}
		pool = append(pool, more.Passages...)
	}
	all := set.Passages[:min(n, len(set.Passages))]
	for i := 0; len(all) < n; i++ {
		a, b := pool[i%len(pool)], pool[(i*7919+i/len(pool))%len(pool)]
		all = append(all, index.Passage{
			ID: "grown-" + strconv.Itoa(i), Title: a.Title + strconv.Itoa(i/len(pool)), Body: half(a.Body) + half(b.Body),
		})
	}
	set.Passages = all
	return set
}

// half returns the first half of a text.
func half(text string) string {
	runes := []rune(text)
	return string(runes[:(len(runes)+1)/2])
}
