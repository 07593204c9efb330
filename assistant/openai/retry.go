package openai

import (
	"errors"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// The pause before a retry: doubled each time from the first, with as much again at random, and never longer than
// a visitor would wait. An endpoint that asks for more is not asked again.
const (
	firstPause = 200 * time.Millisecond
	maxPause   = 2 * time.Second
)

// drainBytes is how much of a refused response is read so that its connection can be used again.
const drainBytes = 64 << 10

// retrier repeats a request that was refused for want of capacity. It sees only the beginning of a response, so
// nothing that was streamed is ever streamed twice.
type retrier struct {
	next    http.RoundTripper
	retries int
}

// RoundTrip implements http.RoundTripper.
func (t *retrier) RoundTrip(req *http.Request) (*http.Response, error) {
	for attempt := 0; ; attempt++ {
		try := req
		if attempt > 0 {
			try = req.Clone(req.Context())
			if req.GetBody != nil {
				body, err := req.GetBody()
				if err != nil {
					return nil, err
				}
				try.Body = body
			}
		}
		response, err := t.next.RoundTrip(try)
		pause, again := t.pause(response, err, attempt)
		if !again || req.GetBody == nil && req.Body != nil {
			if response != nil {
				response.Body = &bounded{response.Body, maxStream}
			}
			return response, err
		}
		if response != nil {
			_, _ = io.CopyN(io.Discard, response.Body, drainBytes)
			response.Body.Close()
		}
		timer := time.NewTimer(pause)
		select {
		case <-timer.C:
		case <-req.Context().Done():
			timer.Stop()
			return nil, req.Context().Err()
		}
	}
}

// pause says how long to wait before the next attempt, and whether there is to be one.
func (t *retrier) pause(response *http.Response, err error, attempt int) (time.Duration, bool) {
	if attempt >= t.retries {
		return 0, false
	}
	if err == nil && response.StatusCode != http.StatusTooManyRequests && response.StatusCode < 500 {
		return 0, false
	}
	pause := firstPause << attempt
	pause += rand.N(pause)
	if response != nil {
		if asked, ok := retryAfter(response.Header.Get("Retry-After"), time.Now()); ok {
			pause = asked
		}
	}
	return pause, pause <= maxPause
}

// retryAfter reads the header of that name: seconds, or a date.
func retryAfter(value string, now time.Time) (time.Duration, bool) {
	if seconds, err := strconv.Atoi(value); err == nil {
		return time.Duration(max(seconds, 0)) * time.Second, true
	}
	if date, err := http.ParseTime(value); err == nil {
		return max(date.Sub(now), 0), true
	}
	return 0, false
}

// bounded is a body of which so many bytes are read, and then an error.
type bounded struct {
	io.ReadCloser
	left int
}

// errTooMuch says that an endpoint sends more than any completion holds.
var errTooMuch = errors.New("response too large")

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooMuch
	}
	n, err := b.ReadCloser.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
