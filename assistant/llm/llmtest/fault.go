package llmtest

import (
	"fmt"
	"net/http"
	"strings"
	"time"
)

// Fault is a way in which an endpoint's stream goes wrong, or is merely unusual.
type Fault struct {
	Name string
	// Harmless says that the completion arrives all the same.
	Harmless bool
	// Slow says that only the client's patience ends it.
	Slow bool
	// Calls is how many requests it takes with one retry allowed; 0: one.
	Calls int

	play func(*exchange)
}

// hugeFrame is more than any client should read, in bytes.
const hugeFrame = 16 << 20

// trickle is the pause between the pieces of a stream that never ends.
const trickle = 20 * time.Millisecond

// Faults are those known.
func Faults() []Fault {
	return []Fault{
		{Name: "none", Harmless: true, play: (*exchange).whole},
		{Name: "keep-alive comments", Harmless: true, play: func(x *exchange) {
			x.raw(strings.Repeat(": keep-alive\n\n", 1000))
			first, second := x.halves()
			x.say(first)
			x.raw(strings.Repeat(": keep-alive\n\n", 1000))
			x.say(second)
			x.finish("stop")
		}},
		{Name: "reasoning in its own field", Harmless: true, play: func(x *exchange) {
			x.frame(map[string]any{"role": "assistant", "content": ""}, nil)
			x.frame(map[string]any{"reasoning_content": "面积大概是 9 万平方米吧。"}, nil)
			x.whole()
		}},
		{Name: "reasoning in the text", Harmless: true, play: func(x *exchange) {
			x.text = "<think>面积大概是 9 万平方米吧。[1]\n</think>\n\n" + x.text
			x.whole()
		}},
		{Name: "content split inside a character", Harmless: true, play: func(x *exchange) {
			line := fmt.Sprintf("data: {\"choices\":[{\"delta\":{\"content\":%s}}]}\n\n", quoted(x.text))
			for i := 0; i < len(line); i += 7 {
				x.raw(line[i:min(i+7, len(line))])
			}
			x.finish("stop")
		}},
		{Name: "halves of characters in frames", play: func(x *exchange) {
			for i := 0; i < len(x.text); i += 4 {
				x.raw(fmt.Sprintf("data: {\"choices\":[{\"delta\":{\"content\":\"%s\"}}]}\n\n", x.text[i:min(i+4, len(x.text))]))
			}
			x.finish("stop")
		}},
		{Name: "line ends of Windows", Harmless: true, play: func(x *exchange) {
			x.raw(fmt.Sprintf("data: {\"choices\":[{\"delta\":{\"content\":%s}}]}\r\n\r\n", quoted(x.text)))
			x.raw("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\r\n\r\ndata: [DONE]\r\n\r\n")
		}},
		{Name: "a frame of usage", Harmless: true, play: func(x *exchange) {
			x.say(x.text)
			x.frame(map[string]any{}, "stop")
			x.raw("data: {\"choices\":[],\"usage\":{\"total_tokens\":9}}\n\ndata: [DONE]\n\n")
		}},
		{Name: "no DONE at the end", Harmless: true, play: func(x *exchange) {
			x.say(x.text)
			x.frame(map[string]any{}, "stop")
		}},
		{Name: "429 once, with Retry-After", Harmless: true, Calls: 2, play: func(x *exchange) {
			if x.call > 1 {
				x.whole()
				return
			}
			x.w.Header().Set("Retry-After", "0")
			refuse(x.w, http.StatusTooManyRequests, "slow down")
		}},
		{Name: "500 once", Harmless: true, Calls: 2, play: func(x *exchange) {
			if x.call > 1 {
				x.whole()
				return
			}
			refuse(x.w, http.StatusInternalServerError, "oops")
		}},
		{Name: "429 for an hour", play: func(x *exchange) {
			x.w.Header().Set("Retry-After", "3600")
			refuse(x.w, http.StatusTooManyRequests, "tomorrow")
		}},
		{Name: "429 for an hour, as a date", play: func(x *exchange) {
			x.w.Header().Set("Retry-After", time.Now().Add(time.Hour).UTC().Format(http.TimeFormat))
			refuse(x.w, http.StatusTooManyRequests, "tomorrow")
		}},
		{Name: "503 always", Calls: 2, play: func(x *exchange) { refuse(x.w, http.StatusServiceUnavailable, "down") }},
		{Name: "a bad key", play: func(x *exchange) { refuse(x.w, http.StatusUnauthorized, "who are you") }},
		{Name: "a redirect", play: func(x *exchange) { http.Redirect(x.w, x.r, "/v1/elsewhere", http.StatusTemporaryRedirect) }},
		{Name: "a page of HTML", play: func(x *exchange) {
			x.w.Header().Set("Content-Type", "text/html")
			x.raw("<!doctype html><title>Log in to the network</title>\n")
		}},
		{Name: "not streamed", play: func(x *exchange) {
			x.w.Header().Set("Content-Type", "application/json")
			x.raw(fmt.Sprintf("{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":%s},\"finish_reason\":\"stop\"}]}", quoted(x.text)))
		}},
		{Name: "malformed in the middle", play: func(x *exchange) {
			first, second := x.halves()
			x.say(first)
			x.raw("data: {\"choices\":[{\"delta\":{\"content\":\n\n")
			x.say(second)
			x.finish("stop")
		}},
		{Name: "an error in the middle", play: func(x *exchange) {
			first, _ := x.halves()
			x.say(first)
			x.raw("data: {\"error\":{\"message\":\"overloaded\",\"code\":529}}\n\n")
		}},
		{Name: "disconnected at once", Calls: 2, play: func(*exchange) { panic(http.ErrAbortHandler) }},
		{Name: "disconnected in the middle", play: func(x *exchange) {
			first, _ := x.halves()
			x.say(first)
			panic(http.ErrAbortHandler)
		}},
		{Name: "ended in the middle", play: func(x *exchange) {
			first, _ := x.halves()
			x.say(first)
		}},
		{Name: "DONE in the middle", play: func(x *exchange) {
			first, _ := x.halves()
			x.say(first)
			x.raw("data: [DONE]\n\n")
		}},
		{Name: "no finish reason", play: func(x *exchange) {
			x.say(x.text)
			x.raw("data: [DONE]\n\n")
		}},
		{Name: "cut off at the token limit", play: func(x *exchange) {
			x.say(x.text)
			x.finish("length")
		}},
		{Name: "filtered", play: func(x *exchange) {
			first, _ := x.halves()
			x.say(first)
			x.finish("content_filter")
		}},
		{Name: "nothing", play: func(x *exchange) { x.finish("stop") }},
		{Name: "only reasoning", play: func(x *exchange) {
			x.say("<think>" + x.text)
			x.finish("stop")
		}},
		{Name: "a huge frame", play: func(x *exchange) {
			x.raw("data: {\"choices\":[{\"delta\":{\"content\":\"")
			for range hugeFrame / (1 << 16) {
				if x.r.Context().Err() != nil {
					return
				}
				x.raw(strings.Repeat("x", 1<<16))
			}
			x.raw("\"}}]}\n\n")
			x.finish("stop")
		}},
		{Name: "a flood", play: func(x *exchange) {
			for x.r.Context().Err() == nil {
				x.say("丽水经开区")
			}
		}},
		{Name: "no first word", Slow: true, play: (*exchange).stall},
		{Name: "only keep-alive comments", Slow: true, play: func(x *exchange) {
			for x.r.Context().Err() == nil {
				x.raw(": keep-alive\n\n")
				time.Sleep(trickle)
			}
		}},
		{Name: "a stall in the middle", Slow: true, play: func(x *exchange) {
			first, _ := x.halves()
			x.say(first)
			x.stall()
		}},
		{Name: "a trickle without end", Slow: true, play: func(x *exchange) {
			for x.r.Context().Err() == nil {
				x.frame(map[string]any{"reasoning_content": "嗯"}, nil)
				time.Sleep(trickle)
			}
		}},
	}
}
