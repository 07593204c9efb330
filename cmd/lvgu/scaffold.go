package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
	"text/template"
	"unicode"

	"lvgu/index/analysis"
	"lvgu/index/corpus"
)

//go:embed archetypes/*.tmpl
var archetypes embed.FS

// kinds are what can be scaffolded, with the folder that each belongs in. A firm has no section of its own: its page stands
// with the stories, and it is named in its cluster's chain.
func kinds() map[string]string {
	return map[string]string{"story": "stories", "firm": "stories", "policy": "policies", "enclave": "enclaves", "faq": "guide"}
}

// scaffold is a new page with its English twin, both drafts.
type scaffold struct {
	Kind      string
	Name      string   // as its author gave it: the title
	Slug      string   // of the file
	Date      string   // YYYY-MM-DD
	Questions []string // of an faq
	Nearest   []string // of an faq: what is held that comes near, a line each

	Original string // path of the Chinese page, for the twin
	Hash     string // of its bytes
}

// Plain is the name within a sentence that YAML quotes.
func (s *scaffold) Plain() string {
	return strings.NewReplacer(`"`, "", `\`, "", "\n", " ").Replace(s.Name)
}

// write writes both pages below the content root, or neither: a page that is already there is left alone.
func (s *scaffold) write(root *os.Root) (files []string, err error) {
	section := kinds()[s.Kind]
	s.Original = path.Join(section, s.Slug+".md")
	twin := path.Join(section, s.Slug+".en.md")
	zh, err := s.render("zh")
	if err != nil {
		return nil, err
	}
	s.Hash = corpus.SourceHash(zh)
	en, err := s.render("en")
	if err != nil {
		return nil, err
	}
	if _, err := root.Lstat(twin); err == nil {
		return nil, existsError(twin)
	}
	if err := root.MkdirAll(section, 0o755); err != nil {
		return nil, err
	}
	if err := create(root, s.Original, zh); err != nil {
		return nil, err
	}
	if err := create(root, twin, en); err != nil {
		return nil, errors.Join(err, root.Remove(s.Original))
	}
	return []string{s.Original, twin}, nil
}

func existsError(name string) error {
	return fmt.Errorf("%s 已经有了，没有改动它；换一个名字，或用 --slug 另起文件名", name)
}

// create writes a new file whole or not at all.
func create(root *os.Root, name string, text []byte) error {
	file, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return existsError(name)
	}
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	if err = errors.Join(err, file.Close()); err != nil {
		return errors.Join(err, root.Remove(name))
	}
	return nil
}

func (s *scaffold) render(lang string) ([]byte, error) {
	name := s.Kind + "." + lang + ".tmpl"
	t, err := template.New(name).Funcs(template.FuncMap{
		"mark":    func() string { return corpus.Placeholder("…") },
		"fill":    corpus.Placeholder,
		"choices": choices,
		"quote":   strconv.Quote,
		"heading": func(text string) string {
			return strings.NewReplacer("{", "", "}", "", "\n", " ", "#", "").Replace(text)
		},
		"comment": func(text string) string { return strings.ReplaceAll(text, "--", "—") },
	}).ParseFS(archetypes, "archetypes/head.tmpl", "archetypes/"+name)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := t.Execute(&out, s); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// choices are the words of one kind, as they are written and what they mean.
func choices(kind string) string {
	var list []string
	for _, key := range corpus.Keys(kind) {
		label := corpus.Label(corpus.Chinese, kind, key)
		if label != key {
			key += " " + label
		}
		list = append(list, key)
	}
	return strings.Join(list, "、")
}

// maxSlug is in bytes: an address that is still read out and does not break in a chat.
const maxSlug = 60

// slugOf makes an address of a name: pinyin of Chinese characters, Latin letters and digits as they are. It is empty where the
// name has none of these.
func slugOf(name string) string {
	var words []string
	var latin strings.Builder
	flush := func() {
		if latin.Len() > 0 {
			words = append(words, strings.ToLower(latin.String()))
			latin.Reset()
		}
	}
	for _, r := range name {
		switch {
		case r <= unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			latin.WriteRune(r)
		default:
			flush()
			if syllable, _ := analysis.Sound(string(r)); syllable != "" {
				words = append(words, strings.ReplaceAll(syllable, "ü", "v"))
			}
		}
	}
	flush()
	slug := ""
	for _, word := range words {
		if len(slug)+len(word) >= maxSlug {
			break
		}
		slug = strings.TrimPrefix(slug+"-"+word, "-")
	}
	return slug
}
