// Package eval measures how well the index ranks: metrics over question sets in BEIR's format; how golden questions are
// answered; and what of a model's words was shown.
package eval
