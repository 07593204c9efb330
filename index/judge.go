package index

import (
	"math"
	"slices"
)

// judge is the second stage for one query: it reads the candidates' texts and computes what they are ranked by.
type judge struct {
	ix        *Index
	pt        *pattern
	asks      asked
	query     *Prepared
	readings  map[int32]reading
	titles    map[int32]title // by document, the last one read
	documents map[int32]*evidence
	priors    priors
	top       float32 // best score of the first stage
}

// reading is where the query stands in one passage.
type reading struct{ shared, own *match }

// title is where the query stands in what passages of a document share.
type title struct {
	codes []uint16
	match *match
}

// evidence is what the candidates of one document hold together.
type evidence struct {
	best        float32
	count       int
	units       bitset
	unitHolders []uint16 // candidates that hold each unit in their own text
	rare        []float32
}

func newJudge(ix *Index, p *Prepared) *judge {
	pt := ix.newPattern(p)
	return &judge{
		ix: ix, pt: pt, asks: p.asks, query: p, priors: newPriors(pt.units, ix.meanLength),
		readings: make(map[int32]reading, 2*rerankDepth), titles: map[int32]title{}, documents: map[int32]*evidence{},
	}
}

// gather reads all candidates and sums up their documents.
func (j *judge) gather(candidates []candidate) {
	for _, c := range candidates {
		r := j.read(int32(c.ord))
		group := j.ix.entries[c.ord].group
		d := j.documents[group]
		if d == nil {
			d = &evidence{unitHolders: make([]uint16, len(j.pt.units))}
			j.documents[group] = d
		}
		d.best = max(d.best, c.score)
		d.count++
		d.units = d.units.union(r.own.units).union(r.shared.units)
		for i := range r.own.units.members() {
			d.unitHolders[i]++
		}
		j.top = max(j.top, c.score)
	}
}

// maxRead bounds what is read of one passage, in codes: some four thousand characters, more than any clause has. A
// question must not take seconds because a document was not cut into passages.
const maxRead = 1 << 12

func (j *judge) read(ord int32) reading {
	r, ok := j.readings[ord]
	if !ok {
		e := &j.ix.entries[ord]
		shared, own := j.ix.text(e)
		r = reading{j.title(e.group, shared[:min(len(shared), maxRead)]), j.pt.find(own[:min(len(own), maxRead)])}
		j.readings[ord] = r
	}
	return r
}

// title reads what a passage shares with its document, once for those that follow one another with the same.
func (j *judge) title(group int32, codes []uint16) *match {
	t, ok := j.titles[group]
	if !ok || !slices.Equal(t.codes, codes) {
		t = title{codes, j.pt.find(codes)}
		j.titles[group] = t
	}
	return t.match
}

// view is one candidate before the judge.
type view struct {
	*judge
	reading
	ord      int
	score    float32 // of the first stage
	entry    *entry
	group    *group
	document *evidence
	all      bitset // units of both halves
}

func (j *judge) view(c candidate) *view {
	e := &j.ix.entries[c.ord]
	v := &view{judge: j, ord: c.ord, reading: j.read(int32(c.ord)), score: c.score, entry: e, group: &j.ix.groups[e.group], document: j.documents[e.group]}
	v.all = v.own.units.union(v.shared.units)
	return v
}

// cover is the share of the query's weight that units hold.
func (v *view) cover(units bitset) float64 { return ratio(units.weigh(v.pt.units), v.pt.unitsTotal) }

func (v *view) coverChars(chars bitset) float64 {
	return ratio(chars.weigh(v.pt.chars), v.pt.charsTotal)
}

// small is near 1 in a short document and near 0 in a long one: there the rest of it says little of one passage.
func (v *view) small() float64 { return 1 / (1 + float64(len(v.group.passages))/30) }

// heading is the share of the query's weight that the passage's heading holds, halved as the heading says other things.
// It is 1 when the heading or a typical question of the passage is the query itself.
func (v *view) heading() float64 {
	if v.asked() {
		return 1
	}
	var units bitset
	for _, o := range v.own.unitsAt {
		if o.token >= int32(v.entry.headingTokens) {
			break
		}
		units.set(int(o.index))
	}
	for _, s := range v.pt.swaps {
		if !units.empty() && units.holds(s.units) {
			units = units.union(s.stands)
		}
	}
	used := 0
	for _, o := range v.own.charsAt {
		if o.token >= int32(v.entry.headingTokens) {
			break
		}
		used++
	}
	return v.cover(units) * (1 + float64(used)/float64(max(v.entry.headingTokens, 1))) / 2
}

// expired is 1 for a passage that is no longer in force, unless the question names a year.
func (v *view) expired() float64 { return flag(v.ix.passages[v.ord].Expired && !v.asks.year) }

// asked says whether the passage's heading or one of its typical questions is the query, whatever the punctuation.
func (v *view) asked() bool {
	asked := v.ix.parts[v.entry.part].asked[v.entry.asked:]
	return v.query.whole != 0 && slices.Contains(asked[:v.entry.asks], v.query.whole)
}

// before returns the units of the passage before this one in its document.
func (v *view) before() (bitset, bool) {
	if v.entry.place == 0 {
		return bitset{}, false
	}
	ord := v.group.passages[v.entry.place-1]
	if r, ok := v.readings[ord]; ok {
		return r.own.units, true
	}
	_, own := v.ix.text(&v.ix.entries[ord])
	return v.pt.scan(own[:min(len(own), maxRead)]), true
}

func ratio(a, b float32) float64 {
	if b <= 0 {
		return 0
	}
	return float64(a / b)
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func log1p[T int | int32 | uint16](n T) float64 { return math.Log1p(float64(n)) }
