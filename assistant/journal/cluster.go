package journal

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lvgu/index/analysis"
)

// Group is a set of questions that ask for much the same.
type Group struct {
	Example   Record   // the newest of those in the wording most often used
	Records   []Record // newest first
	Declined  int      // of Records
	NotUseful int      // of Records
}

// alike is the least similarity of a question to the one that began its group: the share of weight in what both have
// of all that they have (Dice). Lower, and one place's question is taken for another's; higher, and wordings of one
// question fall apart. The tests hold both ends.
const alike = 0.63

// Cluster groups records by their questions as understood, largest group first. It is deterministic: neither the order
// of the records nor anything else but their content has a say. Ten thousand questions take less than a second.
func Cluster(records []Record) []Group {
	forms := formsOf(records)
	weigh(forms)
	groups := gather(forms)
	slices.SortFunc(groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(len(b.Records), len(a.Records)), newestFirst(a.Records[0], b.Records[0]))
	})
	return groups
}

// form is a wording with all who used it.
type form struct {
	records []Record // newest first
	terms   []int    // numbers, without repeats
	weights []float64
	weight  float64 // all of them
}

// newestFirst orders records, those of one moment by ID.
func newestFirst(a, b Record) int { return cmp.Or(b.Time.Compare(a.Time), strings.Compare(a.ID, b.ID)) }

// formsOf returns the wordings of the records, the most used first. Wordings of the same terms are one.
func formsOf(records []Record) []*form {
	sorted := slices.SortedFunc(slices.Values(records), newestFirst)
	numbers := map[string]int{}
	byKey := map[string]*form{}
	var forms []*form
	for _, r := range sorted {
		texts := terms(r.Asked())
		key := strings.Join(texts, "\x00")
		f := byKey[key]
		if f == nil {
			f = &form{}
			for _, text := range texts {
				n, known := numbers[text]
				if !known {
					n = len(numbers)
					numbers[text] = n
				}
				f.terms = append(f.terms, n)
				f.weights = append(f.weights, share(text))
			}
			byKey[key] = f
			forms = append(forms, f)
		}
		f.records = append(f.records, r)
	}
	slices.SortStableFunc(forms, func(a, b *form) int { return cmp.Compare(len(b.records), len(a.records)) })
	return forms
}

// terms returns what a question is compared by, sorted: stems, numbers and character bigrams without the words that
// only put the question. One that has none is compared by its text.
func terms(question string) []string {
	var list []string
	for _, t := range analysis.Terms(analysis.Subject(analysis.Tokenize(question))) {
		list = append(list, t.Text)
	}
	if len(list) == 0 {
		return []string{strings.TrimSpace(question)}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// share is a term's part of a word's weight: one character says less than two together, but stays where the words are
// put in another order.
func share(term string) float64 {
	if r, size := utf8.DecodeRuneInString(term); size == len(term) && r > unicode.MaxASCII {
		return 1.0 / 3
	}
	return 1
}

// smooth keeps a few questions from being told apart by chance: what only one of three has is not rare.
const smooth = 3

// weigh gives each term the more weight the fewer wordings have it: what all of them have tells none from another.
func weigh(forms []*form) {
	var in []int // wordings with the term
	for _, f := range forms {
		for _, t := range f.terms {
			if t >= len(in) {
				in = append(in, make([]int, t+1-len(in))...)
			}
			in[t]++
		}
	}
	for _, f := range forms {
		for i, t := range f.terms {
			f.weights[i] *= math.Log1p(float64(len(forms)+smooth) / float64(in[t]+smooth))
			f.weight += f.weights[i]
		}
	}
}

// gather puts each wording into the group whose first wording is most like it, or begins one with it.
func gather(forms []*form) []Group {
	var groups []Group
	var firsts []*form
	having := map[int][]int{} // groups whose first wording has the term
	var shared []float64      // weight shared with each group, zero between questions
	var touched []int
	for _, f := range forms {
		for i, t := range f.terms {
			for _, g := range having[t] {
				if shared[g] == 0 {
					touched = append(touched, g)
				}
				shared[g] += f.weights[i]
			}
		}
		best, likeness := -1, alike
		for _, g := range touched {
			s := 2 * shared[g] / (f.weight + firsts[g].weight)
			if s > likeness || s == likeness && (best < 0 || g < best) {
				best, likeness = g, s
			}
			shared[g] = 0
		}
		touched = touched[:0]
		if best < 0 {
			best = len(groups)
			groups, firsts, shared = append(groups, Group{Example: f.records[0]}), append(firsts, f), append(shared, 0)
			for _, t := range f.terms {
				having[t] = append(having[t], best)
			}
		}
		groups[best].add(f.records)
	}
	for i := range groups {
		slices.SortFunc(groups[i].Records, newestFirst)
	}
	return groups
}

func (g *Group) add(records []Record) {
	g.Records = append(g.Records, records...)
	for _, r := range records {
		if r.Outcome == Declined {
			g.Declined++
		}
		if r.Feedback != nil && !r.Feedback.Useful {
			g.NotUseful++
		}
	}
}
