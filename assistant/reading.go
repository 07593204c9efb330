package assistant

import (
	"slices"

	"lvgu/index/analysis"
	"lvgu/index/corpus"
	"lvgu/index/figures"
)

// reading is a passage taken apart, once, however many questions meet it. It is made when the passage is first found:
// at the start that would take as long as building the index.
type reading struct {
	place     excerpt // where it stands, see contextOf
	heading   excerpt
	under     string  // folded: title, heading and breadcrumb, for the names in them
	title     excerpt // of the page
	sentences []readSentence
	tabled    kindSet         // of the figures of the table that it stands above
	asked     []askedQuestion // its typical questions
}

// readSentence is a sentence with what is asked of it again and again.
type readSentence struct {
	sentence
	excerpt
	length int     // in characters
	holds  kindSet // of its figures
	dated  kindSet // of its figures but those that say when the sentence held

	forms      forms   // what it gives besides figures
	titleShare float64 // share of its pairs and words that stand in its place, too
	headline   bool    // it titles what follows
	asking     bool    // it is a question itself
	fragment   bool    // a label or a link, no sentence
	plans      bool    // it tells of a plan
	unheld     bool    // it says that something is not held
}

// askedQuestion is a typical question of a passage.
type askedQuestion struct {
	excerpt
	matter *matter
}

// excerpt is a text as questions are held against it: the hashes of its terms, and itself folded.
type excerpt struct {
	pairs, singles []uint32 // pairs of characters and words; single characters of longer runs
	folded         string
}

func newExcerpt(text string) excerpt {
	e := excerpt{folded: fold(text)}
	analysis.EachTerm(analysis.Tokenize(text), func(term []byte, t analysis.Term) {
		if t.Unigram {
			e.singles = append(e.singles, hashTerm(term))
		} else {
			e.pairs = append(e.pairs, hashTerm(term))
		}
	})
	e.pairs, e.singles = slices.Clip(e.pairs), slices.Clip(e.singles)
	return e
}

// sharedWith is the share of the text's pairs and words that the other holds, too.
func (e *excerpt) sharedWith(other *excerpt) float64 {
	shared := 0
	for _, h := range e.pairs {
		if slices.Contains(other.pairs, h) {
			shared++
		}
	}
	return float64(shared) / float64(max(len(e.pairs), 1))
}

// hashTerm is FNV-1a. Two of the few dozen terms of a question and the few hundred of a passage share a hash once in
// half a million passages, and then one of them counts as held.
func hashTerm[T string | []byte](term T) uint32 {
	h := uint32(2166136261)
	for i := range len(term) {
		h = (h ^ uint32(term[i])) * 16777619
	}
	return h
}

// kindSet is a set of kinds of figure.
type kindSet uint32

func kindsIn(text string) kindSet {
	var set kindSet
	for _, f := range figures.Find(text) {
		set |= 1 << f.Kind
	}
	return set
}

func (s kindSet) has(kinds []figures.Kind) bool {
	return slices.ContainsFunc(kinds, func(k figures.Kind) bool { return s&(1<<k) != 0 })
}

// read is a passage taken apart.
func (l *library) read(ord int) *reading {
	slot := &l.readings[ord]
	slot.once.Do(func() { slot.reading = l.newReading(l.corpus.Passages[ord]) })
	return slot.reading
}

// share is the part of a matter that the passage holds, or where it stands.
func (r *reading) share(m *matter) float64 {
	held := m.none()
	m.mark(&r.place, held)
	for i := range r.sentences {
		m.mark(&r.sentences[i].excerpt, held)
	}
	return m.share(held)
}

func (l *library) newReading(p *corpus.Passage) *reading {
	r := &reading{place: newExcerpt(contextOf(p)), heading: newExcerpt(p.Heading), under: fold(headings(p)), title: newExcerpt(p.Document.Title)}
	if p.Table != nil && p.Kind != corpus.Row {
		r.tabled = kindsIn(p.Table.Text)
	}
	for _, s := range sentences(p) {
		if p.Kind == corpus.Gap {
			s.lead = p.Heading // what is not held stands there
		}
		holds := kindsIn(s.text)
		dated := holds
		if bare := asOfDate.ReplaceAllString(s.text, " "); bare != s.text {
			dated = kindsIn(bare)
		}
		read := readSentence{sentence: s, excerpt: newExcerpt(s.lead + "\n" + s.text), length: len([]rune(s.text)), holds: holds, dated: dated}
		read.plans, read.unheld = planned.MatchString(s.text), notHeld.MatchString(s.text)
		read.describe(p, &r.title)
		r.sentences = append(r.sentences, read)
	}
	for _, q := range p.Questions {
		r.asked = append(r.asked, askedQuestion{newExcerpt(q), l.newMatter(q, p.Document.Lang)})
	}
	return r
}
