// Package server serves the site and the assistant over HTTP.
//
// What it serves is an [Edition]: one version of the built site together with the answerer over the same content.
// [Server.Publish] swaps editions as a whole; a request finishes on the edition it began with, so a visitor never
// reads a page that the assistant does not know, or the reverse. A replaced edition is closed when its last request
// has ended.
//
// Static files are held in memory with their validators; a compressed form is made once, when it is first asked for.
// Everything from outside is bounded by a constant in limits.go or a field of [Config].
//
// Handlers return errors. A [problem] is the reader's half of an error; one table gives its status, its code on the
// wire and its text in the visitor's language. The cause goes to the log only, once, under the request's id.
// Questions and client addresses are not logged, and comments only without what points to a person.
//
// JSON bodies may hold unknown fields: an older server then still answers a newer page. Everything known is checked
// strictly.
package server
