package index

import (
	"context"
	"math"
	"strings"
	"testing"
	"unicode/utf8"
)

// awkward are texts that have broken analysers elsewhere.
var awkward = []string{
	"", " ", "\x00", "\xff\xfe飞\xc0地", "飞地👨‍👩‍👧‍👦", "e\u0301\u0301\u0301", "\u202e飞地\u202c", "\ue000\uf8ff\U000f0000", "ﬁnance", "㍿㎡Ⅳ",
	"亿亿亿亿", "1,2,3,,4..5", "第一条第一百条之二", "》《", strings.Repeat("a", 300), strings.Repeat("飞", 2000), "\u0300", "𠀀𠀁",
}

func FuzzSearch(f *testing.F) {
	for _, a := range awkward {
		f.Add(a, "上海张江飞地有多大")
		f.Add("上海张江飞地", a)
	}
	f.Fuzz(func(t *testing.T, document, query string) {
		if len(document) > 1<<16 || len(query) > 1<<16 {
			return
		}
		ix, err := New([]Passage{
			{ID: "1", Title: document, Body: "人才公寓"},
			{ID: "2", Title: "飞地", Heading: document, Body: document, Keywords: []string{document}},
		})
		if err != nil {
			t.Fatal(err)
		}
		defer ix.Close()
		r, err := ix.Search(context.Background(), Query{Text: query, Explain: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range r.Hits {
			if math.IsNaN(h.Score) || math.IsInf(h.Score, 0) || h.Coverage < 0 || h.Coverage > 1 {
				t.Errorf("hit = %+v", h)
			}
		}
		checkSpans(t, document, ix.Prepare(query, "").Highlight(document))
	})
}

// checkSpans fails when spans are not ordered ranges of whole runes.
func checkSpans(t *testing.T, text string, spans []Span) {
	t.Helper()
	end := -1
	for _, s := range spans {
		if s.Start <= end || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("span %v after %d in a text of %d bytes", s, end, len(text))
		}
		if !boundary(text, s.Start) || !boundary(text, s.End) {
			t.Fatalf("span %v of %q cuts a rune", s, text)
		}
		end = s.End
	}
}

func boundary(text string, at int) bool {
	return at == len(text) || utf8.RuneStart(text[at]) || !utf8.ValidString(text)
}

func TestLargeInput(t *testing.T) {
	document := strings.Repeat("丽水经开区的人才公寓租金优惠。Talent apartments, 2021. ", 140_000) // 10 MB
	ix, err := New([]Passage{{ID: "large", Body: document}, {ID: "small", Body: "人才公寓"}})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	r, err := ix.Search(context.Background(), Query{Text: strings.Repeat("人才公寓在哪里 ", 5_000)}) // 100 KB
	if err != nil || len(r.Hits) != 2 {
		t.Errorf("Search = %v, %v, want both passages", ids(r), err)
	}
}

func TestManyDifferentTerms(t *testing.T) {
	var b strings.Builder
	for r := rune(0x4E00); r < 0x4E00+1300; r++ {
		b.WriteRune(r)
	}
	ix, err := New([]Passage{{ID: "all", Body: b.String()}})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if r, err := ix.Search(context.Background(), Query{Text: b.String()}); err != nil || len(r.Hits) != 1 {
		t.Errorf("Search with 1300 different characters = %v, %v", r, err)
	}
}
