package site

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
)

// Folders whose names begin with an underscore are part of the project: "all:" embeds those too.
//
//go:embed hugo.toml all:layouts all:assets i18n all:pages static
var files embed.FS

// project is the Hugo project laid out on disk for one build.
type project struct {
	work    string // holds everything else; removed after the build
	dir     string // the Hugo project
	content string // the content folder, in work or the caller's own
	files   int    // in the content, where it was copied
}

func newProject(work string, opts Options) (*project, error) {
	p := &project{work: work, dir: filepath.Join(work, "project"), content: filepath.Join(work, "content")}
	if err := layOut(p.dir); err != nil {
		return nil, fmt.Errorf("site: laying out the project: %w", err)
	}
	if err := p.addContent(opts); err != nil {
		return nil, err
	}
	return p, p.configure(opts)
}

// layOut writes the embedded project, its templates tightened.
func layOut(dir string) error {
	if err := os.CopyFS(dir, files); err != nil {
		return err
	}
	return fs.WalkDir(files, "layouts", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), tighten(text), 0o644)
	})
}

// indentation finds the blanks around the ends of lines.
var indentation = regexp.MustCompile(`[ \t]*\n[ \t]+`)

// tighten takes the indentation out of a template, so that no page carries it: to take it out of every page costs a
// twelfth of a build. Lines stay, for what Hugo says of them.
func tighten(template []byte) []byte { return indentation.ReplaceAll(template, []byte("\n")) }

func (p *project) addContent(opts Options) error {
	switch {
	case opts.ContentDir != "":
		dir, err := filepath.EvalSymlinks(opts.ContentDir)
		if err != nil {
			return fmt.Errorf("site: content folder: %w", err)
		}
		if p.content, err = filepath.Abs(dir); err != nil {
			return fmt.Errorf("site: content folder: %w", err)
		}
		return nil
	case opts.Content != nil:
		var err error
		if p.files, err = copyContent(p.content, opts.Content); err != nil {
			return fmt.Errorf("site: copying the content: %w", err)
		}
		return nil
	}
	return errors.New("site: no content given")
}

// copyContent copies the regular files of content and counts them. Permissions do not come along: embedded files cannot be written to,
// and the copy must be removable.
func copyContent(dir string, content fs.FS) (files int, err error) {
	err = fs.WalkDir(content, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(dir, filepath.FromSlash(name))
		if entry.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		if !entry.Type().IsRegular() {
			return nil
		}
		data, err := fs.ReadFile(content, name)
		if err != nil {
			return err
		}
		files++
		return os.WriteFile(target, data, 0o644)
	})
	return files, err
}

// buildConfig is the name of the configuration that this build adds to hugo.toml.
const buildConfig = "build.json"

type mount struct {
	Source string `json:"source"`
	Target string `json:"target"`
}

// configure writes what differs from build to build. Hugo drops its default mounts once one is listed, so all are.
func (p *project) configure(opts Options) error {
	mounts := []mount{{p.content, "content"}, {"pages", "content"}}
	for _, dir := range []string{"layouts", "assets", "i18n", "static"} {
		mounts = append(mounts, mount{dir, dir})
	}
	config := map[string]any{
		"module": map[string]any{"mounts": mounts},
		"params": opts.Identity,
	}
	data, err := json.Marshal(config)
	if err != nil {
		return fmt.Errorf("site: configuration: %w", err)
	}
	if err := os.WriteFile(filepath.Join(p.dir, buildConfig), data, 0o644); err != nil {
		return fmt.Errorf("site: configuration: %w", err)
	}
	return nil
}
