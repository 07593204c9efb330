package analysis

import "testing"

func TestSound(t *testing.T) {
	for _, tc := range []struct{ text, full, initials string }{
		{"人才公寓", "rencaigongyu", "rcgy"},
		{"飞地", "feidi", "fd"},
		{"a飞", "", ""},
		{"", "", ""},
	} {
		full, initials := Sound(tc.text)
		if full != tc.full || initials != tc.initials {
			t.Errorf("Sound(%q) = %q, %q, want %q, %q", tc.text, full, initials, tc.full, tc.initials)
		}
	}
	if a, b := MergeSounds("zhangjiang"), MergeSounds("zanjian"); a != b {
		t.Errorf("MergeSounds gives %q and %q for sounds that are mixed up", a, b)
	}
	if got := Lookalikes('贷'); got != "货" {
		t.Errorf("Lookalikes(贷) = %q, want 货", got)
	}
}

func TestSynonymsFind(t *testing.T) {
	s := BuiltinSynonyms()
	for _, tc := range []struct{ text, from, other string }{
		{"芯片企业", "芯片", "半导体"},
		{"小孩上学怎么办", "小孩上学", "子女教育"}, // not 小孩 alone
		{"the offsite zone in", "offsite zone", "飞地"},
		{"老公欠债", "老公", "配偶"},
	} {
		tokens := Tokenize(tc.text)
		ok := false
		for _, n := range s.Find(tokens) {
			for _, o := range n.Others {
				ok = ok || o.Text == tc.other && tc.text[tokens[n.From].Start:tokens[n.To-1].End] == tc.from
			}
		}
		if !ok {
			t.Errorf("Find(%q) has no %q for %q", tc.text, tc.other, tc.from)
		}
	}
	for _, n := range s.Find(Tokenize("配偶")) {
		for _, o := range n.Others {
			if o.Text == "老公" {
				t.Error("配偶 finds 老公, though the link goes one way")
			}
		}
	}
	if got := s.Find(nil); got != nil {
		t.Errorf("Find(nil) = %v", got)
	}
}
