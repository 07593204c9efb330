package index

import "maps"

// alikeShare is the share of their pairs of tokens that two passages must have in common to say the same.
const alikeShare = 0.85

// wording is what a passage says, for comparison.
type wording struct {
	pairs   map[uint64]bool // of neighbouring tokens
	numbers map[uint32]bool // rules that differ in an amount alone are different rules
}

// fold drops those of the order whose own text says the same as a better one's, until limit are kept. It returns what
// was kept and, by its position, the IDs of what each stands for.
func (ix *Index) fold(order []ranked, limit int) ([]ranked, map[int][]string) {
	var kept []ranked
	var texts []wording
	similar := map[int][]string{}
	for _, r := range order {
		if len(kept) == limit {
			break
		}
		own := ix.wording(r.ord)
		same := -1
		for i, text := range texts {
			if maps.Equal(text.numbers, own.numbers) && alike(text.pairs, own.pairs) {
				same = i
				break
			}
		}
		if same >= 0 {
			ord := kept[same].ord
			similar[ord] = append(similar[ord], ix.passages[r.ord].ID)
			continue
		}
		kept, texts = append(kept, r), append(texts, own)
	}
	return kept, similar
}

// wording reads a passage's own text.
func (ix *Index) wording(ord int) wording {
	_, codes := ix.text(&ix.entries[ord])
	codes = codes[:min(len(codes), maxRead)]
	w := wording{make(map[uint64]bool, len(codes)), map[uint32]bool{}}
	before := uint32(codeSentence)
	for i := 0; i < len(codes); i++ {
		token := uint32(codes[i])
		if token <= codeSentence {
			continue
		}
		if codeWord <= token && token < codeEnd && i+1 < len(codes) {
			i++
			token = token<<16 | uint32(codes[i])
			if token >= codeNumber<<16 {
				w.numbers[token] = true
			}
		}
		w.pairs[uint64(before)<<32|uint64(token)] = true
		before = token
	}
	return w
}

// alike says whether two sets of pairs have most in common.
func alike(a, b map[uint64]bool) bool {
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
