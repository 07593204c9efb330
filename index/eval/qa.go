package eval

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// QAReport says how the answers to a set's questions compare with its reference answers. The shares are of all
// questions that have a reference, declined ones included.
type QAReport struct {
	Set        string  `json:"set"`
	Passages   int     `json:"passages"`
	Questions  int     `json:"questions"`
	Held       float64 `json:"held"`       // the text holds a reference whole, after normalisation
	MostlyHeld float64 `json:"mostlyHeld"` // the text holds a reference whole, or at least four fifths of its characters
	F1         float64 `json:"f1"`         // mean F1 over characters, best reference
	Declined   float64 `json:"declined"`
	Lines      float64 `json:"lines"`      // mean number of statements of those answered
	Characters float64 `json:"characters"` // mean length of those answered
}

// mostly is the share of a reference's characters that counts as holding most of it.
const mostly = 0.8

// citations are the marks that an answer has and a reference has not.
var citations = regexp.MustCompile(`\s*\[\d+\]`)

// RunQA asks every question of a set that has a reference answer. answer returns the text of an answer, one statement a
// line, and whether the question was declined.
func RunQA(set *Set, answer func(question string) (text string, declined bool, err error)) (QAReport, error) {
	r := QAReport{Set: set.Name, Passages: len(set.Passages)}
	answered := 0
	for _, q := range set.Queries {
		if len(q.Answers) == 0 {
			continue
		}
		r.Questions++
		text, declined, err := answer(q.Text)
		if err != nil {
			return r, fmt.Errorf("%s: %w", q.ID, err)
		}
		if declined {
			r.Declined++
			continue
		}
		answered++
		r.Lines += float64(strings.Count(text, "\n") + 1)
		got := plain(citations.ReplaceAllString(text, ""))
		r.Characters += float64(utf8.RuneCountInString(got))
		whole, most, f1 := false, false, 0.0
		for _, reference := range q.Answers {
			want := plain(reference)
			recall, precision := overlap(want, got)
			whole = whole || strings.Contains(got, want)
			most = most || recall >= mostly
			if recall+precision > 0 {
				f1 = max(f1, 2*recall*precision/(recall+precision))
			}
		}
		if whole {
			r.Held++
		}
		if whole || most {
			r.MostlyHeld++
		}
		r.F1 += f1
	}
	if r.Questions == 0 {
		return r, fmt.Errorf("%s: no question has a reference answer", set.Name)
	}
	for _, share := range []*float64{&r.Held, &r.MostlyHeld, &r.F1, &r.Declined} {
		*share /= float64(r.Questions)
	}
	if answered > 0 {
		r.Lines /= float64(answered)
		r.Characters /= float64(answered)
	}
	return r, nil
}

// overlap returns the shares of the characters of want that got holds, and of got that want holds, each character as
// often as it occurs.
func overlap(want, got string) (recall, precision float64) {
	left := map[rune]int{}
	for _, c := range got {
		left[c]++
	}
	shared := 0
	for _, c := range want {
		if left[c] > 0 {
			left[c]--
			shared++
		}
	}
	return share(shared, utf8.RuneCountInString(want)), share(shared, utf8.RuneCountInString(got))
}

func share(part, all int) float64 {
	if all == 0 {
		return 0
	}
	return float64(part) / float64(all)
}

// String is the report for a terminal.
func (r QAReport) String() string {
	return fmt.Sprintf("%s: %d passages, %d questions\nholds the reference %.3f   or most of it %.3f   F1 %.3f   declined %.3f   %.2f statements, %.0f characters\n",
		r.Set, r.Passages, r.Questions, r.Held, r.MostlyHeld, r.F1, r.Declined, r.Lines, r.Characters)
}
