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
	EachTerm(tokens, func(text []byte, t Term) {
		t.Text = string(text)
		terms = append(terms, t)
	})
	return terms
}

// EachTerm calls f with the terms of tokens in the order of Terms, without allocating: text is valid during the call
// only, and the term's own Text is empty.
func EachTerm(tokens []Token, f func(text []byte, t Term)) {
	var buf [2 * maxWord]byte
	for i, t := range tokens {
		before := i > 0 && t.Joined && t.Kind == Character && tokens[i-1].Kind == Character
		if before {
			p := tokens[i-1]
			f(append(append(buf[:0], p.Text...), t.Text...), Term{Start: p.Start, End: t.End})
		}
		after := t.Kind == Character && i+1 < len(tokens) && tokens[i+1].Joined && tokens[i+1].Kind == Character
		f(append(buf[:0], t.Text...), Term{Start: t.Start, End: t.End, Unigram: before || after})
	}
	for _, t := range Figures(tokens) {
		f(append(buf[:0], t.Text...), Term{Start: t.Start, End: t.End})
	}
}
