// Package block is what the readers of files make of an official document: its paragraphs and tables in reading order, and
// what they left out.
//
// Readers keep the wording: every character of a file that a reader of it could see stands in Blocks or in Left. Spaces are
// theirs to mend. A file that cannot be read is a Fault, in words for staff who do not program.
package block
