// Package site builds the website: the Hugo project in this folder, which is embedded, over a content folder.
//
// Build runs Hugo through its own command, which is linked in; no Hugo program is needed. It runs in this process, or in
// one of its own where Options.Process says how to start it: Hugo leaves caches and torn memory that a server would keep
// for its life. A build is a function of the
// project, the content and the options: it reads nothing else, asks no network, and writes only below its destination
// and in a temporary folder that it removes. Where Hugo refuses the content, the error says which file and line, and why.
//
// Hugo keeps its clock and its logger in globals and reports to the process's standard output and error: in this
// process one build runs at a time, and while it runs those two lead to a file. Nothing else in the process may write to them by name.
package site
