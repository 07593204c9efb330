// Package docx reads Word documents (.docx, also WPS's): the text as it stands when all tracked changes are accepted, with the
// numbers that Word makes for lists, its tables with their merged cells, notes and text boxes.
//
// Headers, footers, comments, deleted and hidden text are listed as left out. The format is ECMA-376, part 1; it is read with
// the standard library, for what is wanted is the order of text, which the libraries that write documents do not give.
//
// Limits: a part of the archive is at most MaxPart long when unpacked, so an archive made to burst a memory is refused.
package docx
