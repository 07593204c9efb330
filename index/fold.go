package index

// alikeShare is the share of their pairs of tokens that two passages must have in common to say the same.
const alikeShare = 0.8

// fold drops those of the order whose own text says the same as a better one's, until limit are kept. It returns what
// was kept and, by its position, the IDs of what each stands for.
func (ix *Index) fold(order []ranked, limit int) ([]ranked, map[int][]string) {
	var kept []ranked
	var texts []map[uint32]bool
	similar := map[int][]string{}
	for _, r := range order {
		if len(kept) == limit {
			break
		}
		pairs := ix.pairs(r.ord)
		same := -1
		for i, text := range texts {
			if alike(text, pairs) {
				same = i
				break
			}
		}
		if same >= 0 {
			ord := kept[same].ord
			similar[ord] = append(similar[ord], ix.passages[r.ord].ID)
			continue
		}
		kept, texts = append(kept, r), append(texts, pairs)
	}
	return kept, similar
}

// pairs returns the pairs of neighbouring codes in a passage's own text.
func (ix *Index) pairs(ord int) map[uint32]bool {
	_, codes := ix.text(&ix.entries[ord])
	codes = codes[:min(len(codes), maxRead)]
	pairs := make(map[uint32]bool, len(codes))
	before := uint16(codeSentence)
	for _, c := range codes {
		if c > codeSentence {
			pairs[uint32(before)<<16|uint32(c)] = true
		}
		before = c
	}
	return pairs
}

// alike says whether two sets of pairs have most in common.
func alike(a, b map[uint32]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 || float64(len(a)) < alikeShare*float64(len(b)) {
		return false
	}
	common := 0
	for pair := range a {
		if b[pair] {
			common++
		}
	}
	return float64(common) >= alikeShare*float64(len(a)+len(b)-common)
}
