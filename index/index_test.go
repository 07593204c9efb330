package index

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func zone(t testing.TB) *Index {
	t.Helper()
	ix, err := New([]Passage{
		{ID: "zh/enclaves/shanghai#area", Lang: "zh", Section: "enclaves", Title: "上海张江飞地", Heading: "面积", Body: "上海张江飞地建筑面积 2.1 万平方米。"},
		{ID: "zh/enclaves/suzhou#status", Lang: "zh", Section: "enclaves", Title: "苏州飞地", Heading: "状态", Body: "苏州飞地计划启用。"},
		{ID: "zh/talent/housing#flat", Lang: "zh", Section: "talent", Title: "人才公寓", Heading: "租金", Body: "人才公寓租金优惠。", Keywords: []string{"住房"}},
		{ID: "en/enclaves/shanghai#area", Lang: "en", Section: "enclaves", Title: "Zhangjiang offsite zone", Heading: "Area", Body: "The floor area is 21,000 m²."},
		{ID: "zh/same#1", Lang: "zh", Section: "same", Body: "同分通知"},
		{ID: "zh/same#2", Lang: "zh", Section: "same", Body: "同分通知"},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

func ids(r *Result) []string {
	var out []string
	for _, h := range r.Hits {
		out = append(out, h.ID)
	}
	return out
}

func TestSearch(t *testing.T) {
	ix := zone(t)
	for _, tc := range []struct {
		name  string
		query Query
		first string
		total int
	}{
		{"chinese", Query{Text: "上海张江飞地有多大？", Lang: "zh"}, "zh/enclaves/shanghai#area", 2},
		{"traditional", Query{Text: "蘇州飛地啟用了嗎", Lang: "zh"}, "zh/enclaves/suzhou#status", 2},
		{"full width", Query{Text: "ＺＨＡＮＧＪＩＡＮＧ", Lang: "en"}, "en/enclaves/shanghai#area", 1},
		{"english", Query{Text: "How large is the offsite zone?", Lang: "en"}, "en/enclaves/shanghai#area", 1},
		{"english to chinese", Query{Text: "talent apartment", Lang: "zh"}, "zh/talent/housing#flat", 1},
		{"keyword", Query{Text: "住房"}, "zh/talent/housing#flat", 1},
		{"language", Query{Text: "飞地 zone", Lang: "en"}, "en/enclaves/shanghai#area", 1},
		{"section", Query{Text: "人才飞地", Sections: []string{"talent"}}, "zh/talent/housing#flat", 1},
		{"tie", Query{Text: "同分通知"}, "zh/same#1", 2},
		{"limit", Query{Text: "苏州飞地", Limit: 1, Lang: "zh"}, "zh/enclaves/suzhou#status", 2},
		{"heading", Query{Text: "人才公寓租金", Lang: "zh"}, "zh/talent/housing#flat", 1},
		{"nothing", Query{Text: "红烧肉"}, "", 0},
		{"synonym", Query{Text: "宿舍"}, "zh/talent/housing#flat", 1},
		{"pinyin", Query{Text: "rencai gongyu"}, "zh/talent/housing#flat", 1},
		{"pinyin in characters", Query{Text: "人才gongyu"}, "zh/talent/housing#flat", 1},
		{"pinyin initials", Query{Text: "rcgy"}, "zh/talent/housing#flat", 1},
		{"sound", Query{Text: "人财公寓"}, "zh/talent/housing#flat", 1},
		{"shape", Query{Text: "入才公寓"}, "zh/talent/housing#flat", 1},
		{"empty", Query{}, "", 0},
		{"invalid bytes", Query{Text: "\xff\xfe"}, "", 0},
		{"long", Query{Text: strings.Repeat("苏州飞地", 25_000), Lang: "zh"}, "zh/enclaves/suzhou#status", 2},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r, err := ix.Search(context.Background(), tc.query)
			if err != nil {
				t.Fatal(err)
			}
			first := ""
			if len(r.Hits) > 0 {
				first = r.Hits[0].ID
			}
			if first != tc.first || r.Total != tc.total {
				t.Errorf("Search(%.40q) = %q of %d, want %q of %d", tc.query.Text, ids(r), r.Total, tc.first, tc.total)
			}
		})
	}
}

func TestSearchHit(t *testing.T) {
	ix := zone(t)
	r, err := ix.Search(context.Background(), Query{Text: "张江 面积 宇宙", Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	h := r.Hits[0]
	if diff := cmp.Diff([]string{"张江", "面积"}, h.Matched[:2]); diff != "" {
		t.Errorf("Matched (-want +got)\n%s", diff)
	}
	if h.Ord != 0 || h.Coverage <= 0.2 || h.Coverage >= 0.8 {
		t.Errorf("hit = %+v, want ord 0, coverage without the unknown third", h)
	}
}

func TestCoverage(t *testing.T) {
	p := zone(t).Prepare("张江飞地", "zh")
	for _, tc := range []struct {
		text   string
		lo, hi float64
	}{
		{"上海張江飛地", 1, 1},
		{"飞地", 0.01, 0.5},
		{"红烧肉", 0, 0},
		{"", 0, 0},
	} {
		if got := p.Coverage(tc.text); got < tc.lo || got > tc.hi {
			t.Errorf("Coverage(%q) = %v, want %v to %v", tc.text, got, tc.lo, tc.hi)
		}
	}
	if got := zone(t).Prepare("", "zh").Coverage("飞地"); got != 0 {
		t.Errorf("Coverage without terms = %v, want 0", got)
	}
}

func TestHighlight(t *testing.T) {
	p := zone(t).Prepare("张江飞地的面积 zone", "zh")
	text := "在上海張江飛地，Zones 的面 积"
	var got []string
	for _, s := range p.Highlight(text) {
		got = append(got, text[s.Start:s.End])
	}
	if diff := cmp.Diff([]string{"張江飛地", "Zones", "面 积"}, got); diff != "" {
		t.Errorf("Highlight(%q) (-want +got)\n%s", text, diff)
	}
}

func TestNewRejects(t *testing.T) {
	for _, passages := range [][]Passage{{{}}, {{ID: "a"}, {ID: "a"}}} {
		if _, err := New(passages); err == nil {
			t.Errorf("New(%v) gave no error", passages)
		}
	}
}

func TestSearchConcurrent(t *testing.T) {
	ix := zone(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				r, err := ix.Search(context.Background(), Query{Text: "苏州飞地"})
				if err != nil || r.Hits[0].Ord != 1 {
					t.Errorf("Search = %v, %v", ids(r), err)
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestSearchCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := zone(t).Search(ctx, Query{Text: "飞地"}); err == nil {
		t.Error("Search with a cancelled context gave no error")
	}
}
