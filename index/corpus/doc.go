// Package corpus turns the content folder into documents and passages, and holds every rule that content must keep.
package corpus
