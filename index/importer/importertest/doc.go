// Package importertest writes the files that the importer's tests read: Word documents and PDF, from nothing but their text.
// They hold what programs write, and no more, so that a test says all that its file is.
package importertest
