package index

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// scripted is an Embedder whose vectors say which topics a text is of.
type scripted struct {
	topics [][]string // words of each
	asked  atomic.Int32
	err    error
	wait   time.Duration
}

func (s *scripted) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	s.asked.Add(int32(len(texts)))
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-time.After(s.wait):
	}
	if s.err != nil {
		return nil, s.err
	}
	var out [][]float32
	for _, text := range texts {
		v := make([]float32, len(s.topics)+1)
		v[len(s.topics)] = 0.1
		for i, words := range s.topics {
			if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) }) {
				v[i] = 1
			}
		}
		out = append(out, v)
	}
	return out, nil
}

func housing() *scripted {
	return &scripted{topics: [][]string{{"公寓", "住哪"}, {"飞地"}, {"税"}}}
}

var denseFixture = []Passage{
	{ID: "flat", Lang: "zh", Title: "人才公寓", Body: "公寓二百四十套。"},
	{ID: "enclave", Lang: "zh", Title: "飞地", Body: "上海飞地面积 2.1 万平方米。", Section: "enclaves"},
	{ID: "tax", Lang: "zh", Title: "企业所得税", Body: "税率 15%。"},
}

// filled is a Dense over the fixture, ready.
func filled(t *testing.T, e Embedder, dir string) (*Index, *Dense) {
	t.Helper()
	ix := newIndex(t, denseFixture)
	t.Cleanup(func() { ix.Close() })
	cache, err := OpenVectorCache(dir, "model")
	if err != nil {
		t.Fatal(err)
	}
	d := NewDense(ix, e, cache)
	if _, err := d.Search(context.Background(), Query{Text: "住哪"}); !errors.Is(err, ErrNotReady) {
		t.Fatalf("Search before Fill = %v, want ErrNotReady", err)
	}
	if err := d.Fill(context.Background()); err != nil {
		t.Fatal(err)
	}
	return ix, d
}

func TestDense(t *testing.T) {
	_, d := filled(t, housing(), "")
	for _, tc := range []struct {
		query Query
		want  []string
	}{
		{Query{Text: "外地员工住哪", Limit: 1}, []string{"flat"}},
		{Query{Text: "外地员工住哪", Sections: []string{"enclaves"}}, []string{"enclave"}},
		{Query{Text: "外地员工住哪", Lang: "en"}, nil},
		{Query{Text: " "}, nil},
	} {
		r, err := d.Search(context.Background(), tc.query)
		if err != nil || cmp.Diff(tc.want, ids(r)) != "" {
			t.Errorf("Search(%+v) = %v, %v, want %v", tc.query, ids(r), err, tc.want)
		}
	}
}

func TestVectorCache(t *testing.T) {
	dir := t.TempDir()
	first := housing()
	filled(t, first, dir)
	again := housing()
	filled(t, again, dir)
	if first.asked.Load() != 3 || again.asked.Load() != 0 {
		t.Errorf("passages embedded: %d, then %d, want 3 and none", first.asked.Load(), again.asked.Load())
	}
	if err := os.WriteFile(filepath.Join(dir, vectorFile), []byte("no vectors"), 0o644); err != nil {
		t.Fatal(err)
	}
	repaired := housing()
	filled(t, repaired, dir)
	if repaired.asked.Load() != 3 {
		t.Errorf("%d passages embedded after damage, want 3", repaired.asked.Load())
	}
	other, err := OpenVectorCache(dir, "another model")
	if err != nil || other.get(embedText(&denseFixture[0])) != nil {
		t.Errorf("vectors of another model are used (%v)", err)
	}
}

// wrongLength gives vectors that do not fit.
type wrongLength struct{ n, size int }

func (w wrongLength) Embed(_ context.Context, texts []string) ([][]float32, error) {
	out := make([][]float32, w.n)
	for i := range out {
		out[i] = make([]float32, w.size)
	}
	return out, nil
}

func TestFillErrors(t *testing.T) {
	ix := newIndex(t, denseFixture)
	defer ix.Close()
	for name, e := range map[string]Embedder{
		"refused": &scripted{err: errors.New("no")}, "too few": wrongLength{1, 4}, "no direction": wrongLength{3, 4},
	} {
		cache, _ := OpenVectorCache("", "model")
		d := NewDense(ix, e, cache)
		if err := d.Fill(context.Background()); err == nil {
			t.Errorf("%s: Fill gives no error", name)
		}
		if _, err := d.Search(context.Background(), Query{Text: "公寓"}); !errors.Is(err, ErrNotReady) {
			t.Errorf("%s: Search = %v, want ErrNotReady", name, err)
		}
	}
}

func TestFused(t *testing.T) {
	ix, d := filled(t, housing(), "")
	f := NewFused(ix, d, time.Minute, func(err error) { t.Errorf("the second retriever failed: %v", err) })
	r, err := f.Search(context.Background(), Query{Text: "员工住哪 面积", Limit: 2, Explain: true})
	if err != nil {
		t.Fatal(err)
	}
	// The enclave holds a word, the flat has the meaning; without vectors only the first is found.
	if diff := cmp.Diff([]string{"enclave", "flat"}, sorted(ids(r))); diff != "" {
		t.Errorf("hits (-want +got):\n%s", diff)
	}
	for i, h := range r.Hits {
		if i > 0 && h.Score > r.Hits[i-1].Score {
			t.Errorf("hit %d scores above the one before", i)
		}
		if !slices.ContainsFunc(h.Explanation.Features, func(s Share) bool { return s.Name == "by meaning" }) {
			t.Errorf("%s is not explained by its meaning", h.ID)
		}
	}
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

func TestFusedWithoutSecond(t *testing.T) {
	for _, tc := range []struct {
		name string
		e    *scripted
		want error
	}{
		{"slow", &scripted{wait: time.Hour}, context.DeadlineExceeded},
		{"failing", &scripted{err: errors.New("down")}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			ix, d := filled(t, housing(), "")
			d.embedder = tc.e
			synctest.Test(t, func(t *testing.T) {
				var heard error
				f := NewFused(ix, d, 100*time.Millisecond, func(err error) { heard = err })
				start := time.Now()
				r, err := f.Search(t.Context(), Query{Text: "上海飞地面积"})
				if err != nil || len(r.Hits) == 0 || r.Hits[0].ID != "enclave" {
					t.Fatalf("Search = %v, %v, want the lexical answer", ids(r), err)
				}
				if spent := time.Since(start); spent > 100*time.Millisecond {
					t.Errorf("Search took %v, past the deadline", spent)
				}
				if heard == nil || tc.want != nil && !errors.Is(heard, tc.want) {
					t.Errorf("heard %v, want %v", heard, tc.want)
				}
				synctest.Wait()
			})
		})
	}
}
