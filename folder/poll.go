package folder

import (
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
)

// fingerprint is a number that changes with the names, sizes, modes and times of what is in the folder; ok is false while
// the folder itself is not there, as for a moment when it is replaced.
func (w *watcher) fingerprint() (sum uint64, ok bool) {
	// A folder that is a link, as of a release that is switched over, is compared by what it leads to, and by where that
	// is: releases are often packed with the same times.
	dir, err := filepath.EvalSymlinks(w.dir)
	if err != nil {
		return w.last, false
	}
	hash := fnv.New64a()
	fmt.Fprintln(hash, dir)
	files := 0
	_ = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if files++; files > MaxFiles {
			return fs.SkipAll
		}
		if name != "." && Hidden(name) {
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if err != nil {
			fmt.Fprintf(hash, "%s %v\n", name, err)
			return nil
		}
		if d.IsDir() {
			fmt.Fprintln(hash, name)
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return nil // gone since its folder was listed
		}
		fmt.Fprintf(hash, "%s %d %v %d\n", name, info.Size(), info.Mode(), info.ModTime().UnixNano())
		return nil
	})
	return hash.Sum64(), true
}
