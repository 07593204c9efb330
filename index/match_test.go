package index

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// matchIn finds a question in the own text of the only passage with that body.
func matchIn(t *testing.T, question, body string) (*match, *pattern) {
	t.Helper()
	ix, err := New([]Passage{{ID: "1", Body: body}, {ID: "2", Body: question}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	p := ix.Prepare(question, "zh")
	j := newJudge(ix, p)
	t.Cleanup(func() { j.pt.release(p) })
	return j.read(0).own, j.pt
}

func TestFind(t *testing.T) {
	m, pt := matchIn(t, "人才公寓租金", "公寓的人才公寓，租，金 2021年。人才")
	if diff := cmp.Diff([]uint16{2, 1, 2, 0, 0}, m.unitCounts); diff != "" { // 人才 才公 公寓 寓租 租金
		t.Errorf("unit counts (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]uint16{1, 2, 3, 4, 5, 6}, m.runs); diff != "" {
		t.Errorf("runs (-want +got)\n%s", diff) // punctuation does not break a run
	}
	if len(m.sentences) != 2 || !m.sentences[0].date || !m.sentences[0].number || m.sentences[1].number {
		t.Errorf("sentences = %+v", m.sentences)
	}
	if len(m.charsAt) != 10 {
		t.Errorf("%d characters found, want 10", len(m.charsAt))
	}
	if pt.unitsTotal <= 0 {
		t.Errorf("the units weigh %v", pt.unitsTotal)
	}
}

func TestFindAlternative(t *testing.T) {
	m, pt := matchIn(t, "宿舍租金", "人才公寓免费。")
	dormitory, ok := pt.pairs[uint16(pt.seq[0])<<8|uint16(pt.seq[1])]
	if !ok || !m.units.has(dormitory) || m.unitCounts[dormitory] != 1 {
		t.Errorf("宿舍 is not credited where 人才公寓 stands: %+v", m)
	}
	if !m.sentences[0].units.has(dormitory) {
		t.Error("the sentence is not credited")
	}
}

func TestBitset(t *testing.T) {
	var a, b bitset
	a.set(3)
	a.set(200)
	b.set(200)
	weights := make([]float32, maxUnits)
	weights[3], weights[200] = 1, 2
	if u := a.union(b); u.weigh(weights) != 3 || !a.holds(b) || b.holds(a) {
		t.Errorf("union weighs %v", u.weigh(weights))
	}
	if d := a.minus(b); d.weigh(weights) != 1 || d.empty() {
		t.Errorf("difference weighs %v", d.weigh(weights))
	}
}
