package index

import "context"

// Retriever finds passages: an Index by words, a Dense by meaning, a Fused by both.
type Retriever interface {
	// Search returns the best passages for q, best first.
	Search(ctx context.Context, q Query) (*Result, error)
}
