package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lvgu/index/importer"
)

// maxImport is how many files one run takes: a mistyped folder such as / is noticed early.
const maxImport = 10_000

// importList is the files that the arguments name, those of folders in order, and the files in folders that are of no kind
// that can be imported.
func importList(args []string) (files, skipped []string, err error) {
	if len(args) == 0 {
		return nil, nil, errors.New("FILE or DIR is missing")
	}
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil {
			return nil, nil, err
		}
		if !info.IsDir() {
			files = append(files, arg)
			continue
		}
		err = filepath.WalkDir(arg, func(name string, entry fs.DirEntry, err error) error {
			switch base := filepath.Base(name); {
			case err != nil:
				return err
			case name != arg && strings.HasPrefix(base, "."), strings.HasPrefix(base, "~$"): // what Word keeps beside an open file
				if entry.IsDir() {
					return fs.SkipDir
				}
			case !entry.Type().IsRegular():
			case slices.Contains(importer.Extensions(), strings.ToLower(filepath.Ext(name))):
				files = append(files, name)
			default:
				skipped = append(skipped, name)
			}
			if len(files) > maxImport {
				return fmt.Errorf("%s holds more than %d files", arg, maxImport)
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return files, skipped, nil
}

// policies is the folder that pages are written to. No link leads out of it.
type policies struct{ content *os.Root }

const policyFolder = "policies"

func openPolicies(cmd *cobra.Command, opts importOptions) (*policies, error) {
	dir, err := cmd.Flags().GetString("content")
	switch {
	case err != nil:
		return nil, err
	case opts.dryRun:
		return &policies{}, nil
	case dir == "":
		return nil, errNoContent
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("--content: %w", err)
	}
	if err := root.Mkdir(policyFolder, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, errors.Join(fmt.Errorf("--content: %w", err), root.Close())
	}
	return &policies{content: root}, nil
}

func (p *policies) Close() error {
	if p.content == nil {
		return nil
	}
	return p.content.Close()
}

var pageName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// write puts a page in its place as a whole: it is written aside first, so that neither a full disk nor an end of the program
// leaves half of one.
func (p *policies) write(name string, page []byte, force bool) error {
	if !pageName.MatchString(name) {
		return fmt.Errorf("文件名“%s”不能作网址：只用小写拉丁字母、数字和连字符", name)
	}
	target := path.Join(policyFolder, name+".md")
	aside := path.Join(policyFolder, fmt.Sprintf(".import-%s-%d.tmp", name, os.Getpid())) // hidden files are no content
	if err := p.writeAside(aside, page); err != nil {
		return errors.Join(err, p.remove(aside))
	}
	var err error
	if force {
		err = p.content.Rename(aside, target)
	} else if err = p.content.Link(aside, target); errors.Is(err, fs.ErrExist) {
		err = fmt.Errorf("已经有 %s，没有改动它；要覆盖加 --force，另存加 --name", target)
	}
	return errors.Join(err, p.remove(aside))
}

func (p *policies) writeAside(name string, page []byte) error {
	f, err := p.content.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(page)
	return errors.Join(err, f.Sync(), f.Close())
}

// remove deletes what was written aside, if it is still there.
func (p *policies) remove(name string) error {
	if err := p.content.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
