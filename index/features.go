package index

import "math"

// feature is one thing that candidates are ranked by. Its value times the weight in ranking.json is its share of the score.
type feature struct {
	name string
	of   func(v *view) float64
}

// features are in the order of the vectors that Candidates returns.
var features = []feature{
	// How much of the question stands here.
	{"first", func(v *view) float64 { return ratio(v.score, v.top) }},
	{"cover", func(v *view) float64 { return v.cover(v.all) }},
	{"characters", func(v *view) float64 { return v.coverChars(v.own.chars.union(v.shared.chars)) }},
	{"own characters", func(v *view) float64 { return v.coverChars(v.own.chars) }},
	{"own cover squared", func(v *view) float64 {
		c := v.cover(v.own.units)
		return c * c
	}},
	{"weight", func(v *view) float64 {
		return v.saturated(v.pt.units, v.own.unitCounts, v.shared.unitCounts, 2, v.pt.unitsTotal)
	}},
	{"character weight", func(v *view) float64 {
		return v.saturated(v.pt.chars, v.own.charCounts, v.shared.charCounts, 0.8, v.pt.charsTotal)
	}},
	{"likelihood", likelihood},
	// How close together.
	{"sentence", func(v *view) float64 { return v.bestSentence(bitset{}) }},
	{"sentence beyond title", func(v *view) float64 { return v.bestSentence(v.shared.units) }},
	{"characters in 15", func(v *view) float64 { return v.window(15) }},
	{"characters in 40", func(v *view) float64 { return v.window(40) }},
	{"sentence characters", func(v *view) float64 {
		best := float32(0)
		for i := range v.own.sentences {
			best = max(best, v.own.sentences[i].chars.weigh(v.pt.chars))
		}
		return ratio(best, v.pt.charsTotal)
	}},
	{"adjacent", func(v *view) float64 { return ratio(v.adjacencies(v.own.runs), v.adjacencies(nil)) }},
	// The title, and what the passage adds to it.
	{"title in short", func(v *view) float64 { return v.cover(v.shared.units) * v.small() }},
	{"title runs", func(v *view) float64 { return v.runs(v.shared) }},
	{"beyond title", beyondTitle},
	{"early beyond title", func(v *view) float64 {
		var early bitset
		for _, o := range v.own.unitsAt {
			if o.token < 12 {
				early.set(int(o.index))
			}
		}
		return v.cover(early.minus(v.shared.units))
	}},
	{"title again", func(v *view) float64 { return flag(v.entry.novelTokens < 8) }},
	{"title length", func(v *view) float64 { return log1p(v.entry.sharedTokens) }},
	{"novelty", func(v *view) float64 {
		return float64(v.entry.novelTokens) / math.Max(1, float64(v.entry.ownTokens))
	}},
	// The end of the question, which names what is asked in Chinese.
	{"end", func(v *view) float64 { return v.ending(6) }},
	{"end in short", func(v *view) float64 { return v.ending(6) * v.small() }},
	{"own end", func(v *view) float64 { return v.ownEnding(8) }},
	{"opening", func(v *view) float64 { return v.opening(5) }},
	// The rest of the document.
	{"document best", func(v *view) float64 { return ratio(v.document.best, v.top) }},
	{"document hits", func(v *view) float64 { return log1p(v.document.count) }},
	{"elsewhere", elsewhere},
	{"elsewhere in short", func(v *view) float64 { return elsewhere(v) * v.small() }},
	{"only here", func(v *view) float64 { return v.onlyHere(bitset{}) }},
	{"only here in short", func(v *view) float64 { return v.onlyHere(bitset{}) * v.small() }},
	{"only here beyond title in short", func(v *view) float64 { return v.onlyHere(v.shared.units) * v.small() }},
	{"with the one before", func(v *view) float64 {
		before, ok := v.before()
		if !ok {
			return v.cover(v.own.units)
		}
		return v.cover(v.own.units.union(before.units))
	}},
	{"cited", func(v *view) float64 { return log1p(v.group.cited) }},
	{"short document", func(v *view) float64 { return v.small() }},
	{"document size", func(v *view) float64 { return math.Log(float64(len(v.group.passages))) }},
	{"long document", func(v *view) float64 { return math.Max(0, math.Log(float64(len(v.group.passages))/60)) }},
	{"place", func(v *view) float64 { return log1p(v.entry.place) }},
	{"place in short", func(v *view) float64 { return log1p(v.entry.place) * v.small() }},
	{"is first", func(v *view) float64 { return flag(v.entry.place == 0) }},
	// The kind of passage.
	{"announces", func(v *view) float64 { return flag(v.entry.colon) }},
	{"unusual length", func(v *view) float64 {
		d := log1p(v.entry.ownTokens) - 4.5
		return d * d
	}},
	{"number as asked", func(v *view) float64 {
		return asAsked(v.asks.number, v.own, func(s *sentence) bool { return s.number })
	}},
	{"date as asked", func(v *view) float64 {
		return asAsked(v.asks.date, v.own, func(s *sentence) bool { return s.date })
	}},
	{"list as asked", func(v *view) float64 {
		if !v.asks.list {
			return 0
		}
		return 10 * float64(v.entry.marks) / math.Max(1, float64(v.entry.ownTokens))
	}},
}

// saturated is a BM25 sum over both halves as a share of the most it could be.
func (v *view) saturated(weights []float32, own, shared []uint16, k, total float32) float64 {
	length := float32(int(v.entry.ownTokens) + int(v.entry.sharedTokens))
	k *= 0.4 + 0.6*length/v.ix.meanLength
	sum := float32(0)
	for i, w := range weights {
		tf := float32(own[i] + shared[i])
		sum += w * tf / (tf + k)
	}
	return ratio(sum, total)
}

// likelihood is how much likelier the question is from this passage than from the collection, smoothed by Dirichlet's way.
func likelihood(v *view) float64 {
	const mu = 60
	mean := float64(v.ix.meanLength)
	sum := 0.0
	for i, w := range v.pt.units {
		if w == 0 { // an alternative's
			continue
		}
		p := mu * math.Exp(-float64(w)) / mean
		tf := float64(v.own.unitCounts[i] + v.shared.unitCounts[i])
		sum += math.Log((tf+p)/(float64(v.entry.ownTokens)+mu)) - math.Log(p/(mean+mu))
	}
	return sum / math.Max(float64(v.pt.unitsTotal), 1e-9)
}

// bestSentence is the coverage of the best sentence, without some units.
func (v *view) bestSentence(without bitset) float64 {
	best := float32(0)
	for i := range v.own.sentences {
		units := v.own.sentences[i].units.minus(without)
		best = max(best, units.weigh(v.pt.units))
	}
	return ratio(best, v.pt.unitsTotal)
}

// window is the share of the characters' weight in the best stretch of n tokens.
func (v *view) window(n int32) float64 {
	var counts [maxChars]uint16
	sum, best, from := float32(0), float32(0), 0
	at := v.own.charsAt
	for _, o := range at {
		for at[from].token <= o.token-n {
			gone := at[from].index
			if counts[gone]--; counts[gone] == 0 {
				sum -= v.pt.chars[gone]
			}
			from++
		}
		if counts[o.index]++; counts[o.index] == 1 {
			sum += v.pt.chars[o.index]
			best = max(best, sum)
		}
	}
	return ratio(best, v.pt.charsTotal)
}

// adjacencies is the weight of the question's neighbours that stand side by side in runs; of all, when runs is nil.
func (v *view) adjacencies(runs []uint16) float32 {
	sum := float32(0)
	for i := 1; i < len(v.pt.seq); i++ {
		if v.pt.joined[i] && (runs == nil || runs[i] >= 2) {
			sum += v.pt.adjacency(i)
		}
	}
	return sum
}

// runs is the length of the stretches of the question found word for word; one long counts more than two short.
func (v *view) runs(m *match) float64 {
	squares := 0
	for at := len(m.runs) - 1; at >= 0; at -= max(int(m.runs[at]), 1) {
		if r := int(m.runs[at]); r > 1 {
			squares += r * r
		}
	}
	return math.Sqrt(float64(squares)) / float64(max(len(m.runs), 1))
}

// beyondTitle is how much of what the title leaves open the passage holds.
func beyondTitle(v *view) float64 {
	open := v.pt.unitsTotal - v.shared.units.weigh(v.pt.units)
	if open <= 0 {
		return 1
	}
	rest := v.own.units.minus(v.shared.units)
	return ratio(rest.weigh(v.pt.units), open)
}

// elsewhere is the weight that other passages of the document hold and this one does not.
func elsewhere(v *view) float64 { return v.cover(v.document.units.minus(v.all)) }

// onlyHere is the coverage with each unit weighted by how few passages of the document hold it, without some units.
func (v *view) onlyHere(without bitset) float64 {
	here, all := 0.0, 0.0
	for i, n := range v.document.unitHolders {
		if n == 0 || without.has(i) {
			continue
		}
		w := math.Log1p(float64(v.document.count)/float64(n)) * float64(v.pt.units[i])
		all += w
		if v.own.units.has(i) {
			here += w
		}
	}
	return here / math.Max(all, 1e-9)
}

func (v *view) opening(n int) float64 { return v.part(0, n) }
func (v *view) ending(n int) float64  { return v.part(len(v.pt.seq)-n, len(v.pt.seq)) }

// part is the coverage of a part of the question's characters.
func (v *view) part(from, to int) float64 {
	sum, total := float32(0), float32(0)
	for i := max(from, 0); i < min(to, len(v.pt.seq)); i++ {
		c := int(v.pt.seq[i] - 1)
		total += v.pt.chars[c]
		if v.own.chars.has(c) || v.shared.chars.has(c) {
			sum += v.pt.chars[c]
		}
	}
	return ratio(sum, total)
}

// ownEnding is the coverage of the units in the question's last n tokens by the passage's own text.
func (v *view) ownEnding(n int) float64 {
	sum, total := float32(0), float32(0)
	for i := max(len(v.pt.seq)-n+1, 1); i < len(v.pt.seq); i++ {
		unit, ok := v.pt.pair(i)
		if !ok {
			continue
		}
		total += v.pt.units[unit]
		if v.own.units.has(unit) {
			sum += v.pt.units[unit]
		}
	}
	return ratio(sum, total)
}

// asAsked is 1 when a sentence that matters holds what is asked for, -1 when none does, 0 when it is not asked for.
func asAsked(asked bool, m *match, holds func(*sentence) bool) float64 {
	if !asked {
		return 0
	}
	for i := range m.sentences {
		if holds(&m.sentences[i]) {
			return 1
		}
	}
	return -1
}
