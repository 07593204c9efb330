package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"

	"lvgu/index/figures"
)

// Golden is one question with what its answer must be. Its JSON form is one line of a golden file.
type Golden struct {
	ID       string       `json:"id"`
	Class    string       `json:"class"` // fact, policy, land, talent, list, follow-up, premise, gap, off-topic, english, typo …
	Question string       `json:"question"`
	History  []GoldenTurn `json:"history,omitempty"`
	Lang     string       `json:"lang,omitempty"`
	Outcome  string       `json:"outcome"`           // answered or declined
	Holds    []string     `json:"holds,omitempty"`   // each must stand in the text; "a|b" means either
	Lacks    []string     `json:"lacks,omitempty"`   // none may stand in the text
	Cites    []string     `json:"cites,omitempty"`   // each is the beginning of a source's URL; "a|b" means either
	Notices  []string     `json:"notices,omitempty"` // each code must be there
}

// GoldenTurn is one turn before the question.
type GoldenTurn struct {
	Question string `json:"question"`
	Answer   string `json:"answer,omitempty"`
}

// GoldenAnswer is what is judged of an answer.
type GoldenAnswer struct {
	Outcome  string
	Text     string
	Passages []string // of the sources, as shown
	URLs     []string // of the sources; of the nearest passages when declined
	Notices  []string // codes
}

// GoldenFault is a question that was answered wrongly.
type GoldenFault struct {
	ID       string `json:"id"`
	Class    string `json:"class"`
	Question string `json:"question"`
	Why      string `json:"why"`
	Text     string `json:"text"`
}

// GoldenScore counts one class.
type GoldenScore struct {
	Class         string `json:"class"`
	Questions     int    `json:"questions"`
	Right         int    `json:"right"`
	FalseAnswers  int    `json:"falseAnswers"`  // answered where the answer is not held
	FalseDeclines int    `json:"falseDeclines"` // declined where it is
	WrongFigures  int    `json:"wrongFigures"`  // answers with a figure that no cited passage holds
}

// GoldenReport is the outcome of a golden run; the last score is the total.
type GoldenReport struct {
	Scores []GoldenScore `json:"scores"`
	Faults []GoldenFault `json:"faults"`
}

// ReadGolden reads a golden file: one JSON object a line, empty lines and lines that begin with # apart.
func ReadGolden(r io.Reader) ([]Golden, error) {
	var out []Golden
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1<<20)
	for n := 1; scanner.Scan(); n++ {
		line := strings.TrimSpace(scanner.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		var g Golden
		decoder := json.NewDecoder(strings.NewReader(line))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&g); err != nil {
			return nil, fmt.Errorf("golden line %d: %w", n, err)
		}
		if g.ID == "" || g.Question == "" || g.Class == "" || (g.Outcome != "answered" && g.Outcome != "declined") {
			return nil, fmt.Errorf("golden line %d: id, class, question and outcome are needed", n)
		}
		out = append(out, g)
	}
	return out, scanner.Err()
}

// RunGolden asks every question and judges the answers.
func RunGolden(questions []Golden, answer func(Golden) (GoldenAnswer, error)) (GoldenReport, error) {
	byClass := map[string]*GoldenScore{}
	total := &GoldenScore{Class: "all"}
	var report GoldenReport
	for _, g := range questions {
		got, err := answer(g)
		if err != nil {
			return report, fmt.Errorf("%s: %w", g.ID, err)
		}
		class := byClass[g.Class]
		if class == nil {
			class = &GoldenScore{Class: g.Class}
			byClass[g.Class] = class
		}
		why := judge(g, got)
		wrong := wrongFigures(got)
		for _, s := range []*GoldenScore{class, total} {
			s.count(g, got, why == "", wrong != "")
		}
		if why == "" {
			why = wrong
		}
		if why != "" {
			report.Faults = append(report.Faults, GoldenFault{g.ID, g.Class, g.Question, why, got.Text})
		}
	}
	for _, s := range byClass {
		report.Scores = append(report.Scores, *s)
	}
	sort.Slice(report.Scores, func(i, j int) bool { return report.Scores[i].Class < report.Scores[j].Class })
	report.Scores = append(report.Scores, *total)
	return report, nil
}

func (s *GoldenScore) count(g Golden, got GoldenAnswer, right, wrong bool) {
	s.Questions++
	if right && !wrong {
		s.Right++
	}
	if wrong {
		s.WrongFigures++
	}
	if got.Outcome != g.Outcome {
		if g.Outcome == "declined" {
			s.FalseAnswers++
		} else {
			s.FalseDeclines++
		}
	}
}

// judge says what is wrong with an answer, or nothing.
func judge(g Golden, got GoldenAnswer) string {
	if got.Outcome != g.Outcome {
		return fmt.Sprintf("outcome %s, want %s", got.Outcome, g.Outcome)
	}
	text := plain(got.Text)
	for _, want := range g.Holds {
		if !slices.ContainsFunc(strings.Split(want, "|"), func(w string) bool { return strings.Contains(text, plain(w)) }) {
			return fmt.Sprintf("text lacks %q", want)
		}
	}
	for _, not := range g.Lacks {
		if strings.Contains(text, plain(not)) {
			return fmt.Sprintf("text holds %q", not)
		}
	}
	for _, want := range g.Cites {
		if !slices.ContainsFunc(got.URLs, func(url string) bool {
			return slices.ContainsFunc(strings.Split(want, "|"), func(w string) bool { return strings.HasPrefix(url, w) })
		}) {
			return fmt.Sprintf("no source at %s among %v", want, got.URLs)
		}
	}
	for _, code := range g.Notices {
		if !slices.Contains(got.Notices, code) {
			return fmt.Sprintf("no notice %q among %v", code, got.Notices)
		}
	}
	return ""
}

// wrongFigures says which figure of an answered text stands in no passage that it cites.
func wrongFigures(got GoldenAnswer) string {
	if got.Outcome != "answered" {
		return ""
	}
	for _, f := range figures.Missing(got.Text, strings.Join(got.Passages, "\n")) {
		return fmt.Sprintf("figure %q stands in no source", f.Text)
	}
	return ""
}

var unspaced = strings.NewReplacer(" ", "", "\n", "", "\t", "", ",", "", " ", "")

// plain makes texts comparable: no white space, compatibility forms, lower case, no thousands separators.
func plain(s string) string {
	return unspaced.Replace(strings.ToLower(norm.NFKC.String(s)))
}

// String is the table of scores, as it is committed and reviewed.
func (r GoldenReport) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-12s %9s %6s %6s %13s %14s %13s\n", "class", "questions", "right", "share", "false answers", "false declines", "wrong figures")
	for _, s := range r.Scores {
		fmt.Fprintf(&b, "%-12s %9d %6d %5.1f%% %13d %14d %13d\n", s.Class, s.Questions, s.Right,
			100*float64(s.Right)/float64(max(s.Questions, 1)), s.FalseAnswers, s.FalseDeclines, s.WrongFigures)
	}
	return b.String()
}
