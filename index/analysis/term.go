package analysis

// Term is what the index stores a posting for.
type Term struct {
	Text       string
	Start, End int  // bytes of the original text
	Unigram    bool // one character of a run of several; its bigrams say more
}

// Terms returns the terms of tokens: each word and number, each character, each pair of characters that follow one
// another, and after them the figures. Pairs do not cross punctuation.
func Terms(tokens []Token) []Term {
	terms := make([]Term, 0, 2*len(tokens))
	for i, t := range tokens {
		if t.Kind != Character {
			terms = append(terms, Term{Text: t.Text, Start: t.Start, End: t.End})
			continue
		}
		before := i > 0 && t.Joined && tokens[i-1].Kind == Character
		after := i+1 < len(tokens) && tokens[i+1].Joined && tokens[i+1].Kind == Character
		if before {
			p := tokens[i-1]
			terms = append(terms, Term{Text: p.Text + t.Text, Start: p.Start, End: t.End})
		}
		terms = append(terms, Term{Text: t.Text, Start: t.Start, End: t.End, Unigram: before || after})
	}
	terms = append(terms, Figures(tokens)...)
	return terms
}
