package openai

import "strings"

// The marks between which some models print their reasoning.
const (
	thoughtOpen  = "<think>"
	thoughtClose = "</think>"
)

// thoughts strips reasoning from a stream of text, whose pieces may cut a mark in two. The zero value is ready.
type thoughts struct {
	held   string
	inside bool
}

// add takes the next piece and returns what can be shown of it and of what was held back.
func (t *thoughts) add(piece string) string {
	t.held += piece
	var out strings.Builder
	for {
		mark := thoughtOpen
		if t.inside {
			mark = thoughtClose
		}
		i := strings.Index(t.held, mark)
		if i < 0 {
			keep := overlap(t.held, mark)
			if !t.inside {
				out.WriteString(t.held[:len(t.held)-keep])
			}
			t.held = t.held[len(t.held)-keep:]
			return out.String()
		}
		if !t.inside {
			out.WriteString(t.held[:i])
		}
		t.held = t.held[i+len(mark):]
		t.inside = !t.inside
	}
}

// rest returns what is still held back at the end. Reasoning that was never closed is left out.
func (t *thoughts) rest() string {
	if t.inside {
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
