package server

import (
	"mime"
	"strconv"
	"strings"
)

// Media types that are served by the interfaces.
const (
	typeJSON   = "application/json"
	typeStream = "text/event-stream"
	typeHTML   = "text/html; charset=utf-8"
)

// negotiate picks the offer that the Accept header likes best; between equals the one named first by the header, then
// the first offer. It is "" when the header accepts none. An empty header accepts everything.
func negotiate(accept string, offers ...string) string {
	if strings.TrimSpace(accept) == "" {
		return offers[0]
	}
	best, bestQuality, bestPosition := "", 0.0, 0
	for _, offer := range offers {
		quality, position := quality(accept, offer)
		if quality > bestQuality || quality == bestQuality && quality > 0 && position < bestPosition {
			best, bestQuality, bestPosition = offer, quality, position
		}
	}
	return best
}

// quality is the weight that an Accept header gives to a media type by its most specific matching range, and the
// position of that range. Ranges that cannot be parsed are passed over.
func quality(accept, offer string) (q float64, position int) {
	specificity := -1
	kind, _, _ := strings.Cut(offer, "/")
	for i, part := range strings.Split(accept, ",") {
		mediaRange, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		s := -1
		switch mediaRange {
		case offer:
			s = 2
		case kind + "/*":
			s = 1
		case "*/*":
			s = 0
		}
		if s > specificity {
			specificity, position, q = s, i, weight(params["q"])
		}
	}
	return q, position
}

// weight is the value of a q parameter: 1 when absent, 0 when malformed.
func weight(q string) float64 {
	if q == "" {
		return 1
	}
	w, err := strconv.ParseFloat(q, 64)
	if err != nil || w < 0 || w > 1 {
		return 0
	}
	return w
}

// acceptsEncoding reports whether an Accept-Encoding header allows a coding by name. A coding that is only allowed
// by "*" is not used: whoever sends that is not a browser.
func acceptsEncoding(header, coding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(part, ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		q, found := strings.CutPrefix(strings.TrimSpace(params), "q=")
		return !found || weight(strings.TrimSpace(q)) > 0
	}
	return false
}

// isJSON reports whether a Content-Type header names JSON in UTF-8.
func isJSON(contentType string) bool {
	mediaType, params, err := mime.ParseMediaType(contentType)
	charset, said := params["charset"]
	return err == nil && mediaType == typeJSON && (!said || strings.EqualFold(charset, "utf-8"))
}
