// Package index finds passages.
//
// Postings live in a bleve index in memory; ranking is our own and stands on it: BM25F over the weighted fields of a
// passage, read through bleve's index reader. An Index is immutable after New and safe for concurrent use.
package index
