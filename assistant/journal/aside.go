package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// asideTime is how the name of a file set aside tells when that was.
const asideTime = "20060102T150405Z"

// maxAside is how many files of a kind that were set aside are kept: a failing disk must not fill itself with them.
const maxAside = 3

// Why a file is set aside, as its name tells.
const (
	asideCorrupt  = ".corrupt-"
	asideReplaced = ".replaced-" // by a backup
)

// setAside renames a file with its -wal, which someone may want to rescue something from, and returns the name.
func setAside(path, kind string, now time.Time) (string, error) {
	name := path + kind + now.UTC().Format(asideTime)
	for n := 2; exists(name); n++ {
		name = fmt.Sprintf("%s%s%s-%d", path, kind, now.UTC().Format(asideTime), n)
	}
	if err := os.Rename(path, name); err != nil {
		return "", err
	}
	if err := os.Rename(path+"-wal", name+"-wal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err // it must not be taken for the new file's
	}
	if err := os.Remove(path + "-shm"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	return name, nil
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// removeAside removes what was set aside before a time, and the oldest beyond maxAside.
func removeAside(path string, before time.Time) error {
	dir, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(removeKind(dir, path, asideCorrupt, before), removeKind(dir, path, asideReplaced, before))
}

// removeKind is removeAside for one kind of the files in dir.
func removeKind(dir []fs.DirEntry, path, kind string, before time.Time) error {
	prefix := filepath.Base(path) + kind
	var names []string // oldest first, as their times sort
	for _, e := range dir {
		if strings.HasPrefix(e.Name(), prefix) && !strings.HasSuffix(e.Name(), "-wal") {
			names = append(names, e.Name())
		}
	}
	var errs []error
	for i, name := range names {
		stamp := name[len(prefix):]
		when, err := time.Parse(asideTime, stamp[:min(len(stamp), len(asideTime))])
		if err != nil || !when.Before(before) && i >= len(names)-maxAside {
			continue // not ours, or to be kept
		}
		for _, suffix := range []string{"", "-wal"} {
			if err := os.Remove(filepath.Join(filepath.Dir(path), name+suffix)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				errs = append(errs, err)
			}
		}
	}
	return errors.Join(errs...)
}
