// Package eval measures how well the index ranks: metrics over question sets in BEIR's format.
package eval
