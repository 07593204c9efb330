package index

import "math"

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

// likelihoodPrior is how many tokens of the collection are mixed into a passage when its likelihood is judged.
const likelihoodPrior = 60

// likelihood is how much likelier the question is from this passage than from the collection, smoothed by Dirichlet's way.
func likelihood(v *view) float64 {
	length := math.Log((float64(v.ix.meanLength) + likelihoodPrior) / (float64(v.entry.ownTokens) + likelihoodPrior))
	sum := length * float64(v.priors.own)
	for i := range v.all.members() {
		if p := v.priors.of[i]; p > 0 { // no alternative's
			tf := float64(v.own.unitCounts[i] + v.shared.unitCounts[i])
			sum += math.Log(1 + tf/p)
		}
	}
	return sum / math.Max(float64(v.pt.unitsTotal), 1e-9)
}

// priors are how often the units of a query are expected in likelihoodPrior tokens of the collection.
type priors struct {
	of  []float64 // 0 for a unit that weighs nothing
	own int       // units that weigh something
}

func newPriors(weights []float32, meanLength float32) priors {
	p := priors{of: make([]float64, len(weights))}
	for i, w := range weights {
		if w > 0 {
			p.of[i] = likelihoodPrior * math.Exp(-float64(w)) / float64(meanLength)
			p.own++
		}
	}
	return p
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
	rare := v.document.rarity(v.pt.units)
	here, all := v.own.units.minus(without), v.document.units.minus(without)
	return float64(here.weigh(rare)) / math.Max(float64(all.weigh(rare)), 1e-9)
}

// rarity is the weight of each unit by how few of the document's candidates hold it in their own text.
func (d *evidence) rarity(weights []float32) []float32 {
	if d.rare == nil {
		d.rare = make([]float32, len(weights))
		for i, n := range d.unitHolders {
			if n > 0 {
				d.rare[i] = float32(math.Log1p(float64(d.count)/float64(n))) * weights[i]
			}
		}
	}
	return d.rare
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
