// Package folder reads a folder of content as one consistent snapshot, and tells when it may have changed.
//
// [Read] copies the folder into memory once, so that everything made from a [Snapshot] is made of the same bytes, whatever
// happens on the disk meanwhile. It never follows a link and never opens what is no regular file; what cannot be read stays
// in the snapshot as an entry that fails when it is opened, for the rules of the content to name. Hidden files are left out:
// they are editors' own.
//
// [Watch] asks the operating system for changes and, because it may not tell all of them (network folders, too many
// folders to watch, a folder that was replaced), compares names, sizes and times every few seconds as well. It says only that
// something changed; a fresh Read says what.
package folder
