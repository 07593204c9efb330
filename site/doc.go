// Package site builds the website: the Hugo project in this folder, which is embedded, over a content folder.
//
// Build runs Hugo in this process through its own command; no Hugo program is needed. A build is a function of the
// project, the content and the options: it reads nothing else, asks no network, and writes only below its destination
// and in a temporary folder that it removes. Where Hugo refuses the content, the error says which file and line, and why.
//
// Hugo keeps its clock and its logger in globals and reports to the process's standard output and error: one build runs
// at a time, and while it runs those two lead to a file. Nothing else in the process may write to them by name.
package site
