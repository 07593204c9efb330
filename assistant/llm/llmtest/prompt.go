package llmtest

import (
	"regexp"
	"strings"
	"unicode"

	"lvgu/assistant/llm"
)

// Prompt is what a model finds in a request.
type Prompt struct {
	Rules    string
	Question string
	Passages []Passage
	Rewrite  bool // the question is a follow-up to be put in full
}

// Passage is one of the numbered texts that an answer may rest on.
type Passage struct {
	Number, Title, Status string
	Sentences             []string
}

var (
	passageForm  = regexp.MustCompile(`(?s)<passage n="(\d+)" title="([^"]*)" section="[^"]*"(?: status="([^"]*)")?>\n(.*?)\n</passage>`)
	questionForm = regexp.MustCompile(`(?s)<(question|followup)>(.*)</(?:question|followup)>`)
	sentenceEnd  = regexp.MustCompile(`[。！？\n]+|[.!?]\s+`)
)

// Read finds the passages and the question of a request.
func Read(r llm.Request) Prompt {
	p := Prompt{Rules: r.Messages[0].Content}
	data := r.Messages[len(r.Messages)-1].Content
	if m := questionForm.FindStringSubmatch(data); m != nil {
		p.Question, p.Rewrite = m[2], m[1] == "followup"
	}
	for _, m := range passageForm.FindAllStringSubmatch(data, -1) {
		passage := Passage{Number: m[1], Title: m[2], Status: m[3]}
		for _, s := range sentenceEnd.Split(m[4], -1) {
			if s = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(s), ".")); s != "" {
				passage.Sentences = append(passage.Sentences, s)
			}
		}
		p.Passages = append(p.Passages, passage)
	}
	return p
}

// chinese reports whether the question is in Chinese.
func (p Prompt) chinese() bool { return strings.ContainsFunc(p.Question, isHan) }

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// best is the sentence of a passage that shares most with the question.
func (p Prompt) best(passage Passage) string {
	best, most := "", -1.0
	for _, s := range passage.Sentences {
		if n := alike(p.Question, s); n > most {
			best, most = s, n
		}
	}
	return best
}

// alike counts the pairs of characters that two texts share, in proportion to how long the second is.
func alike(a, b string) float64 {
	pairs := map[string]bool{}
	runes := []rune(strings.ToLower(a))
	for i := 1; i < len(runes); i++ {
		pairs[string(runes[i-1:i+1])] = true
	}
	n := 0
	runes = []rune(strings.ToLower(b))
	for i := 1; i < len(runes); i++ {
		if pairs[string(runes[i-1:i+1])] {
			n++
		}
	}
	return float64(n) / float64(len(runes)+20)
}
