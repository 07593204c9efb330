package index

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lvgu/index/analysis"
)

// collected is a collection of passages as New makes it.
func collected(t *testing.T, passages []Passage) *collection {
	t.Helper()
	ix := newIndex(t, passages)
	t.Cleanup(func() { ix.Close() })
	return ix.collection
}

func TestDocuments(t *testing.T) {
	c := collected(t, []Passage{
		{ID: "b", Title: "民法典第十二条", Body: "乙"},
		{ID: "c", Title: "民法典第一百零三条之二", Body: "丙"},
		{ID: "a", Title: "民法典第三条", Body: "甲"},
		{ID: "x", Title: "通知", Body: "依照《中华人民共和国民法典》和《民法典》。"},
		{ID: "e", Title: "通知", Lang: "en", Body: "Notice."},
		{ID: "n", Body: "无题"},
	})
	law := c.groups[c.entries[0].group]
	if diff := cmp.Diff([]int32{2, 0, 1}, law.passages); diff != "" {
		t.Errorf("articles in order (-want +got)\n%s", diff)
	}
	if law.cited != 2 {
		t.Errorf("cited = %d, want 2: with and without the country's name", law.cited)
	}
	if c.entries[3].group == c.entries[4].group || c.entries[5].group == c.entries[3].group {
		t.Error("passages of different languages or without title share a document")
	}
	if got := c.entries[1].place; got != 2 {
		t.Errorf("place of article 103 = %d, want 2", got)
	}
}

func TestRepeatedTitle(t *testing.T) {
	c := collected(t, []Passage{
		{ID: "1", Title: "人才公寓", Body: "人才公寓 租金优惠："},
		{ID: "2", Title: "人才公寓", Body: "租金、面积；期限"},
	})
	first, second := c.entries[0], c.entries[1]
	if first.ownTokens != 4 || first.novelTokens != 4 {
		t.Errorf("own tokens = %d, novel %d, want 4 without the title's", first.ownTokens, first.novelTokens)
	}
	if !first.colon || second.colon || second.marks != 2 {
		t.Errorf("entries = %+v, %+v", first, second)
	}
}

func TestArticleOrder(t *testing.T) {
	for _, tc := range []struct {
		title string
		name  string
		want  int32
	}{
		{"民法典第一千二百六十条", "民法典", 1260_000},
		{"刑法第一百三十三条之一", "刑法", 133_001},
		{"办法第12条", "办法", 12_000},
		{"关于第三条的说明", "关于第三条的说明", 0},
		{"", "", 0},
	} {
		if got, name := articleOrder(tc.title), documentName(tc.title); got != tc.want || name != tc.name {
			t.Errorf("articleOrder(%q) = %d, %q, want %d, %q", tc.title, got, name, tc.want, tc.name)
		}
	}
}

func TestPacker(t *testing.T) {
	p := packer{lexicon: newLexicon()}
	p.add(analysis.Tokenize("飞地，5G。20211 2.1"))
	p.add(analysis.Tokenize("5g"))
	want := []uint16{'飞', '地', codeApart, codeWord, 0, codeSentence, codeDigits, 1, codeNumber, 2, codeSentence, codeWord, 0}
	if diff := cmp.Diff(want, p.codes); diff != "" {
		t.Errorf("codes (-want +got)\n%s", diff)
	}
}
