package assistant

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	lru "github.com/hashicorp/golang-lru/v2"
)

// DefaultCache is how many answers are kept: a few megabytes, and more than the questions that most visitors ask.
const DefaultCache = 2000

// cache keeps the quotations found for the questions asked last. It belongs to one assistant and so to one content:
// nothing in it can outlive what it quotes.
type cache = lru.Cache[cacheKey, *Answer]

// cacheKey stands for a question with its history. A history may be long, a key is not; and no visitor can find another
// question with the same key.
type cacheKey [sha256.Size]byte

// newCache keeps up to size answers; nil for none.
func newCache(size int) *cache {
	if size <= 0 {
		return nil
	}
	c, err := lru.New[cacheKey, *Answer](size)
	if err != nil {
		panic(err) // it refuses sizes below one only
	}
	return c
}

// keyOf is the key of a question. White space does not count; all else may change the answer.
func keyOf(q Question) cacheKey {
	h := sha256.New()
	var length [binary.MaxVarintLen64]byte
	add := func(text string) { // with its length, so that no two histories run together
		h.Write(binary.AppendUvarint(length[:0], uint64(len(text))))
		h.Write([]byte(text))
	}
	add(q.Lang)
	add(strings.Join(strings.Fields(q.Text), " "))
	for _, turn := range q.History {
		add(turn.Question)
		add(turn.Answer)
	}
	var key cacheKey
	h.Sum(key[:0])
	return key
}

// quote is the quotation that answers a question, as it was found before where it was. A model that completes a follow-up
// may complete it otherwise the next time, so such an answer is not kept.
func (a *Assistant) quote(ctx context.Context, q Question) (*Answer, error) {
	if a.cache == nil || a.model != nil && len(q.History) > 0 {
		return a.extract(ctx, q)
	}
	key := keyOf(q)
	if known, ok := a.cache.Get(key); ok {
		again := known.copied()
		again.ID, again.Asked, again.Cached = a.newID(), a.today(), true
		return again, nil
	}
	answer, err := a.extract(ctx, q)
	if err != nil {
		return nil, err
	}
	a.cache.Add(key, answer.copied())
	return answer, nil
}

// copied is the answer once more: to add to the one does not change the other.
func (a *Answer) copied() *Answer {
	out := *a
	out.Sources, out.Notices, out.Nearest = slices.Clone(a.Sources), slices.Clone(a.Notices), slices.Clone(a.Nearest)
	return &out
}
