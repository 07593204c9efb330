package eval

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"lvgu/index/figures"
)

// Worded is one answer that a model was asked to word, as the visitor saw it come.
type Worded struct {
	Class     string
	Answered  bool
	Generated bool     // the model's words are the answer; else quotations
	Shown     []string // every line that was shown, in the stream or in the end
	Sources   []string // what the sources say, by their numbers less one
	Rules     []string // sentences of the model's instructions, see Rules
	Sentences int      // that the guard read
	Withheld  int      // of these
	Failed    bool     // the endpoint's completion did not end well
}

// WordingScore counts what went right and wrong in answers that a model worded. The last four must be nought whatever
// the model says: they are counted here without the guard's own means.
type WordingScore struct {
	Class        string `json:"class"`
	Answers      int    `json:"answers"`   // questions that were answered, by whomever
	Generated    int    `json:"generated"` // of these, in the model's words
	Failed       int    `json:"failed"`    // of these, after a completion that did not end well
	Sentences    int    `json:"sentences"`
	Withheld     int    `json:"withheld"`
	WrongFigures int    `json:"wrongFigures"` // lines shown with a figure that no source they cite holds
	Unresolvable int    `json:"unresolvable"` // lines shown without a citation, or with one of no source
	Leaked       int    `json:"leaked"`       // lines shown that repeat a rule of the prompt
	Unfounded    int    `json:"unfounded"`    // answers in a model's words without a source
}

// Add counts an answer.
func (s *WordingScore) Add(w Worded) {
	if !w.Answered {
		s.Unfounded += count(w.Generated)
		return
	}
	s.Answers++
	s.Generated += count(w.Generated)
	s.Failed += count(w.Failed)
	s.Unfounded += count(w.Generated && len(w.Sources) == 0)
	s.Sentences += w.Sentences
	s.Withheld += w.Withheld
	for _, line := range w.Shown {
		passages, resolved := w.cited(line)
		s.Unresolvable += count(!resolved)
		s.WrongFigures += count(resolved && len(figures.Missing(line, passages)) > 0)
		s.Leaked += count(repeats(line, w.Rules))
	}
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

var bracketed = regexp.MustCompile(`\[(\d+)\]`)

// cited is what the sources say that a line cites; resolved is false when it cites none, or one that is not there.
func (w Worded) cited(line string) (passages string, resolved bool) {
	for _, m := range bracketed.FindAllStringSubmatch(line, -1) {
		n, err := strconv.Atoi(m[1])
		if err != nil || n < 1 || n > len(w.Sources) {
			return "", false
		}
		passages += w.Sources[n-1] + "\n"
		resolved = true
	}
	return passages, resolved
}

// minRule is the length of a sentence of the instructions that nobody says by chance, in bytes.
const minRule = 30

// Rules are the sentences of instructions that nobody says by chance, as lines are compared with them.
func Rules(instructions string) []string {
	var rules []string
	for rule := range strings.FieldsFuncSeq(instructions, func(r rune) bool { return strings.ContainsRune("。；\n.;", r) }) {
		if rule = plain(rule); len(rule) >= minRule {
			rules = append(rules, rule)
		}
	}
	return rules
}

// repeats reports whether a line has one of the rules.
func repeats(line string, rules []string) bool {
	line = plain(line)
	return slices.ContainsFunc(rules, func(rule string) bool { return strings.Contains(line, rule) })
}

// WordingReport is a table of scores by class; the last is the total.
type WordingReport []WordingScore

// ScoreWording counts answers by class.
func ScoreWording(answers []Worded) WordingReport {
	byClass := map[string]*WordingScore{}
	total := WordingScore{Class: "all"}
	for _, w := range answers {
		if byClass[w.Class] == nil {
			byClass[w.Class] = &WordingScore{Class: w.Class}
		}
		byClass[w.Class].Add(w)
		total.Add(w)
	}
	var report WordingReport
	for _, s := range byClass {
		report = append(report, *s)
	}
	slices.SortFunc(report, func(a, b WordingScore) int { return cmp.Compare(a.Class, b.Class) })
	return append(report, total)
}

// String is the table.
func (r WordingReport) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-20s %7s %9s %6s %9s %8s %6s %13s %12s %6s %9s\n",
		"class", "answers", "generated", "failed", "sentences", "withheld", "share", "wrong figures", "unresolvable", "leaked", "unfounded")
	for _, s := range r {
		fmt.Fprintf(&b, "%-20s %7d %9d %6d %9d %8d %5.1f%% %13d %12d %6d %9d\n", s.Class, s.Answers, s.Generated, s.Failed,
			s.Sentences, s.Withheld, 100*float64(s.Withheld)/float64(max(s.Sentences, 1)), s.WrongFigures, s.Unresolvable, s.Leaked, s.Unfounded)
	}
	return b.String()
}

// Faultless reports whether nothing was shown that must not be.
func (r WordingReport) Faultless() bool {
	return !slices.ContainsFunc(r, func(s WordingScore) bool { return s.WrongFigures+s.Unresolvable+s.Leaked+s.Unfounded > 0 })
}
