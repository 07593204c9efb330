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
		return v.cover(v.own.units.union(before))
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
