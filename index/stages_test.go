package index

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFeaturesAreFinite(t *testing.T) {
	ix := zone(t)
	for _, q := range append(awkward, "上海张江飞地有多大？", "租金", "offsite zone area") {
		candidates, err := ix.Candidates(context.Background(), Query{Text: q})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range candidates {
			for i, v := range c.Features {
				if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > 100 {
					t.Errorf("Candidates(%.20q): %s of %s = %v", q, FeatureNames()[i], c.ID, v)
				}
			}
		}
	}
}

func TestExplain(t *testing.T) {
	r, err := zone(t).Search(context.Background(), Query{Text: "宿舍租金", Lang: "zh", Explain: true})
	if err != nil {
		t.Fatal(err)
	}
	h := r.Hits[0]
	sum := 0.0
	for _, f := range h.Explanation.Features {
		sum += f.Score
	}
	if math.Abs(sum-h.Score) > 1e-6 {
		t.Errorf("the features' shares add up to %v, want the score %v", sum, h.Score)
	}
	if len(h.Explanation.Terms) == 0 || h.Explanation.Terms[0].Name != "租金" || h.Explanation.First <= 0 {
		t.Errorf("explanation = %+v", h.Explanation)
	}
	if got := r.Expanded[0]; got.From != "宿舍" || got.Reason != "synonym" {
		t.Errorf("Expanded = %+v", r.Expanded)
	}
}

func TestNewRanking(t *testing.T) {
	for _, tc := range []struct{ data, want string }{
		{`{`, "unexpected end"},
		{`{"k1":0.8,"b":1.1,"title":4}`, "b 1.1"},
		{`{"k1":0,"b":0.6,"title":4}`, "k1 0"},
		{`{"k1":0.8,"b":0.6}`, "title 0"},
		{`{"k1":0.8,"b":0.6,"title":4,"features":[{"name":"luck","weight":1,"scale":1}]}`, `feature "luck"`},
		{`{"k1":0.8,"b":0.6,"title":4,"features":[{"name":"first","weight":1,"scale":0}]}`, "scale 0"},
	} {
		if _, err := newRanking([]byte(tc.data)); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("newRanking(%s) = %v, want error with %q", tc.data, err, tc.want)
		}
	}
	r, err := newRanking(rankingData)
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range r.weights {
		if w == 0 {
			t.Errorf("ranking.json gives %q no weight: tune again, or drop the feature", features[i].name)
		}
	}
}

func TestPostingsCache(t *testing.T) {
	c := newPostingsCache(100)
	c.put("used", make([]posting, 10))
	for _, term := range []string{"a", "b", "c", "d", "e", "f"} {
		c.put(term, make([]posting, 10))
		if _, ok := c.get("used"); !ok {
			t.Fatalf("what is used at every turn is gone after %s", term)
		}
	}
	if _, ok := c.get("a"); ok {
		t.Error("what was not used is still there")
	}
}

func TestTop(t *testing.T) {
	best := newTop(3)
	for ord, score := range []float32{1, 5, 3, 5, 2} {
		best.offer(ord, score)
	}
	want := []candidate{{1, 5}, {3, 5}, {2, 3}}
	if diff := cmp.Diff(want, best.sorted(), cmp.AllowUnexported(candidate{})); diff != "" {
		t.Errorf("sorted (-want +got)\n%s", diff)
	}
}

func TestRerankBeyondDepth(t *testing.T) {
	ix, err := New(madePassages(400))
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	r, err := ix.Search(context.Background(), Query{Text: "企业", Limit: 150})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Hits) != 150 {
		t.Fatalf("%d hits, want 150", len(r.Hits))
	}
	for i := 1; i < len(r.Hits); i++ {
		if r.Hits[i].Score > r.Hits[i-1].Score {
			t.Fatalf("hit %d scores %v after %v", i, r.Hits[i].Score, r.Hits[i-1].Score)
		}
	}
}

func TestCorrections(t *testing.T) {
	ix, err := New([]Passage{
		{ID: "1", Title: "晶睿电子", Heading: "人才公寓", Body: "基金亿级，30 亿元。"},
		{ID: "2", Title: "飞地", Body: "企业入驻"},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for _, tc := range []struct {
		query string
		want  []Expansion
	}{
		{"晶瑞电子", []Expansion{{"晶瑞电子", "晶睿电子", "spelling", correctionWeight}}},
		{"晶睿电子", nil},
		{"才公裕", nil}, // three characters from the middle of a name are no slip of it
		{"人才公裕", []Expansion{{"人才公裕", "人才公寓", "spelling", correctionWeight}}},
		{"rencai gongyu", []Expansion{{"rencai gongyu", "人才公寓", "pinyin", correctionWeight}}},
		{"人才gongyu", []Expansion{{"gongyu", "公寓", "pinyin", correctionWeight}}},
		{"fd", []Expansion{{"fd", "飞地", "pinyin", correctionWeight}}},
		{"三十亿基金", []Expansion{{"三十亿", "3000000000", "figure", 1}}}, // and 亿基 is not 亿级
		{"restaurant", nil},
	} {
		r, err := ix.Search(context.Background(), Query{Text: tc.query, Lang: "zh"})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tc.want, r.Expanded); diff != "" {
			t.Errorf("Search(%q).Expanded (-want +got)\n%s", tc.query, diff)
		}
	}
}

func TestFold(t *testing.T) {
	ix, err := New([]Passage{
		{ID: "a", Title: "甲市通知", Body: "疫情期间对中小企业减免房租三个月，国有房产免收租金。"},
		{ID: "b", Title: "乙市转发", Body: "疫情期间对中小企业减免房租三个月，国有房产免收租金！"},
		{ID: "c", Title: "丙市通知", Body: "对中小企业发放稳岗补贴。"},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for _, tc := range []struct {
		fold    bool
		want    []string
		similar []string
	}{
		{false, []string{"a", "b", "c"}, nil},
		{true, []string{"a", "c"}, []string{"b"}},
	} {
		r, err := ix.Search(context.Background(), Query{Text: "中小企业减免房租 甲市", Fold: tc.fold})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tc.want, ids(r)); diff != "" {
			t.Errorf("fold %v (-want +got)\n%s", tc.fold, diff)
		}
		if diff := cmp.Diff(tc.similar, r.Hits[0].Similar); diff != "" {
			t.Errorf("fold %v: Similar (-want +got)\n%s", tc.fold, diff)
		}
	}
}

func TestFoldKeepsOtherAmounts(t *testing.T) {
	ix := newIndex(t, []Passage{
		{ID: "d", Title: "国际首台套", Body: "认定为首台套的装备，给企业一次性奖励 200 万元，由经信部门认定。"},
		{ID: "e", Title: "国内首台套", Body: "认定为首台套的装备，给企业一次性奖励 100 万元，由经信部门认定。"},
	})
	defer ix.Close()
	r, err := ix.Search(context.Background(), Query{Text: "首台套认定奖励", Fold: true})
	if err != nil || len(r.Hits) != 2 {
		t.Errorf("Search = %v, %v, want both amounts", ids(r), err)
	}
}

func TestHeadingDecides(t *testing.T) {
	body := "人才公寓与医院的情况见下。"
	ix, err := New([]Passage{
		{ID: "hospital", Lang: "zh", Title: "人才公寓、医院", Heading: "医院", Body: body},
		{ID: "question", Lang: "zh", Title: "人才公寓、医院", Heading: "其他", Body: body, Questions: []string{"医院好不好"}},
		{ID: "apartment", Lang: "zh", Title: "人才公寓、医院", Heading: "人才公寓", Body: body},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for _, tc := range []struct{ query, want string }{
		{"医院好不好？", "question"}, {"人才公寓", "apartment"}, {"医院", "hospital"}, {"rencaigongyu", "apartment"}, {"宿舍", "apartment"},
	} {
		r, err := ix.Search(context.Background(), Query{Text: tc.query, Lang: "zh"})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Hits) == 0 || r.Hits[0].ID != tc.want {
			t.Errorf("Search(%q) = %q, want %q first", tc.query, ids(r), tc.want)
		}
	}
}

func TestExpiredRanksLower(t *testing.T) {
	ix, err := New([]Passage{
		{ID: "old", Title: "房租补助办法", Body: "2013 年企业房租补助每平方米 6 元。", Region: "丽水经开区", Expired: true},
		{ID: "new", Title: "房租补助办法", Body: "企业房租补助每平方米 5 元，连补三年。", Region: "丽水市"},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for _, tc := range []struct {
		query Query
		want  []string
	}{
		{Query{Text: "企业房租补助每平方米多少"}, []string{"new", "old"}},
		{Query{Text: "2013年企业房租补助每平方米多少"}, []string{"old", "new"}},
		{Query{Text: "企业房租补助", InForce: true}, []string{"new"}},
		{Query{Text: "企业房租补助", Regions: []string{"丽水经开区"}}, []string{"old"}},
	} {
		tc.query.Explain = true
		r, err := ix.Search(context.Background(), tc.query)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tc.want, ids(r)); diff != "" {
			t.Errorf("Search(%+v) (-want +got):\n%s", tc.query, diff)
		}
		if len(r.Hits) > 1 && tc.want[0] == "new" && !slices.ContainsFunc(r.Hits[1].Explanation.Behind, func(s Share) bool { return s.Name == "expired" }) {
			t.Errorf("Search(%+v) does not say that the lower one is expired: %v", tc.query, r.Hits[1].Explanation.Behind)
		}
	}
}
