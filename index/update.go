package index

import "slices"

// Bounds of what Update takes over.
const (
	maxParts  = 8    // each costs every query a little
	leastKept = 0.75 // of a part's passages: the rest is dead weight in it
)

// kept says where a passage stood before.
type kept struct{ ord, before int32 }

// compare returns which of passages are in ix as they are, and the positions of the others.
func (ix *Index) compare(passages []Passage) (same []kept, changed []int32) {
	at := map[string]int32{}
	if ix != nil && len(ix.parts) < maxParts {
		for i := range ix.passages {
			at[ix.passages[i].ID] = int32(i)
		}
	}
	for i := range passages {
		before, ok := at[passages[i].ID]
		if ok && passages[i].equal(&ix.passages[before]) {
			same = append(same, kept{int32(i), before})
		} else {
			changed = append(changed, int32(i))
		}
	}
	if len(same) == 0 || float64(len(same)) < leastKept*float64(ix.stored()) {
		return nil, all(len(passages))
	}
	return same, changed
}

// stored is how many passages the parts hold, dead ones included.
func (ix *Index) stored() int {
	n := 0
	for _, p := range ix.parts {
		n += len(p.places)
	}
	return n
}

func all(n int) []int32 {
	ords := make([]int32, n)
	for i := range ords {
		ords[i] = int32(i)
	}
	return ords
}

// equal says whether the index knows p and q as the same.
func (p *Passage) equal(q *Passage) bool {
	return p.ID == q.ID && p.Lang == q.Lang && p.Title == q.Title && p.Breadcrumb == q.Breadcrumb && p.Heading == q.Heading &&
		p.Body == q.Body && p.Header == q.Header && slices.Equal(p.Keywords, q.Keywords) && slices.Equal(p.Questions, q.Questions)
}

// take takes over the parts of before in which some passage is kept, with what they know of those.
func (c *collector) take(before *Index, same []kept) {
	if len(same) == 0 {
		return
	}
	c.lexicon = before.lexicon.clone()
	number := make([]int, len(before.parts)) // of each part here, plus one
	for _, k := range same {
		e := before.entries[k.before]
		if number[e.part] == 0 {
			c.parts = append(c.parts, before.parts[e.part])
			number[e.part] = len(c.parts)
		}
		e.part = uint8(number[e.part] - 1)
		c.entries[k.ord] = e
	}
	now := make([]int32, len(before.passages)) // plus one
	for _, k := range same {
		now[k.before] = k.ord + 1
	}
	c.ords = make([][]int32, len(c.parts))
	for i, ords := range before.ords {
		if number[i] == 0 {
			continue
		}
		moved := make([]int32, len(ords))
		for place, ord := range ords {
			if moved[place] = dead; ord != dead {
				moved[place] = now[ord] - 1
			}
		}
		c.ords[number[i]-1] = moved
	}
}
