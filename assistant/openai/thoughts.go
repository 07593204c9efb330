package openai

import "strings"

// thoughtMarks are the marks between which models print their reasoning, without the brackets.
var thoughtMarks = []string{"think", "thinking", "thought", "reasoning"}

// thoughts strips reasoning from a stream of text, whose pieces may cut a mark in two. The zero value is ready.
type thoughts struct {
	held  string
	until string // the mark that ends the reasoning which has begun, or empty
}

// add takes the next piece and returns what can be shown of it and of what was held back.
func (t *thoughts) add(piece string) string {
	t.held += piece
	var out strings.Builder
	for {
		if t.until != "" {
			i := strings.Index(t.held, t.until)
			if i < 0 {
				t.held = t.held[len(t.held)-overlap(t.held, t.until):]
				return out.String()
			}
			t.held, t.until = t.held[i+len(t.until):], ""
			continue
		}
		at, mark := opening(t.held)
		if mark == "" {
			keep := 0
			for _, name := range thoughtMarks {
				keep = max(keep, overlap(t.held, "<"+name+">"))
			}
			out.WriteString(t.held[:len(t.held)-keep])
			t.held = t.held[len(t.held)-keep:]
			return out.String()
		}
		out.WriteString(t.held[:at])
		t.held, t.until = t.held[at+len(mark)+2:], "</"+mark+">"
	}
}

// opening is where the first reasoning begins, and the name of its mark; empty when none does.
func opening(text string) (at int, mark string) {
	for _, name := range thoughtMarks {
		if i := strings.Index(text, "<"+name+">"); i >= 0 && (mark == "" || i < at) {
			at, mark = i, name
		}
	}
	return at, mark
}

// rest returns what is still held back at the end. Reasoning that was never closed is left out.
func (t *thoughts) rest() string {
	if t.until != "" {
		return ""
	}
	held := t.held
	t.held = ""
	return held
}

// overlap is the length of the longest end of text that mark begins with.
func overlap(text, mark string) int {
	for n := min(len(text), len(mark)-1); n > 0; n-- {
		if strings.HasSuffix(text, mark[:n]) {
			return n
		}
	}
	return 0
}
