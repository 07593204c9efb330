// Package site builds the website: the Hugo project in this folder, which is embedded, over a content folder.
//
// Build runs Hugo as a library; no Hugo program is needed. It runs in this process, or in one of its own where
// Options.Process says how to start it: Hugo leaves caches and torn memory that a server would keep for its life. A build is
// a function of the project, the content and the options: it reads nothing else, asks no network, and writes only below its
// destination and in a temporary folder that it removes. Where Hugo refuses the content, the error says which file and
// line, and why.
//
// What a template would take many steps for on each page, Go does: the methods of functions, which templates call as
// site.Params.fn.
//
// A [Builder] keeps Hugo between builds and builds again only what a change of the content touches.
//
// Hugo keeps its clock and a logger in globals: in one process one build runs at a time.
package site
