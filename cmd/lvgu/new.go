package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lvgu/assistant"
	"lvgu/assistant/journal"
	"lvgu/index/corpus"
)

func newNew(getenv func(string) string) *cobra.Command {
	var options journalOptions
	var slug, from string
	cmd := &cobra.Command{
		Use:   "new story|firm|policy|enclave|faq NAME",
		Short: "Begin a page, with every field explained (新建页面)",
		Long: `New writes a page with every field explained in Chinese, today's date and a file name in pinyin, and its
English twin. Both are drafts: they hold up nothing, and are published when the line "draft: true" is
taken out. What is to be filled in stands as 【待填写：…】; check lists what is left of it.

A firm's page stands with the success stories. An faq answers what visitors ask: with --from its
question is one from the journal, as it was kept, with what the site holds nearby.

新建页面：文件头每一项都有说明，把【待填写：…】换成真实内容。两个文件都是草稿，写好后删去
“draft: true” 那一行才会发布。`,
		Example: "  lvgu new story 某某电子 --content content\n  lvgu new faq --from pz57ke7ordhj --journal journal.db --content content",
		Args:    cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			s := &scaffold{Kind: args[0], Slug: slug, Date: time.Now().In(beijing).Format(time.DateOnly)}
			if len(args) == 2 {
				s.Name = strings.TrimSpace(args[1])
			}
			if kinds()[s.Kind] == "" {
				return usage(cmd, fmt.Errorf("没有“%s”这种页面；可以新建：%s", s.Kind, strings.Join(slices.Sorted(maps.Keys(kinds())), "、")))
			}
			if from != "" {
				if err := s.ask(cmd, &options, from, getenv); err != nil {
					return err
				}
			}
			return scaffoldPage(cmd, s)
		},
	}
	cmd.Flags().StringVar(&slug, "slug", "", "file name and address, of lower-case letters, digits and hyphens; empty: the name in pinyin")
	cmd.Flags().StringVar(&from, "from", "", "ID of an answer in the journal whose question an faq is to answer")
	options.define(cmd.Flags())
	return cmd
}

var wellFormedSlug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// scaffoldPage writes the page and says what to do next.
func scaffoldPage(cmd *cobra.Command, s *scaffold) error {
	if s.Name == "" {
		return usage(cmd, errors.New("还要写上名字，如：lvgu new story 某某电子"))
	}
	if len(s.Questions) == 0 {
		s.Questions = []string{s.Name}
	}
	if s.Slug == "" {
		s.Slug = slugOf(s.Name)
	}
	if s.Slug == "" {
		return usage(cmd, fmt.Errorf("名字“%s”里没有汉字、字母或数字，起不了文件名；用 --slug 起一个", s.Name))
	}
	if !wellFormedSlug.MatchString(s.Slug) {
		return usage(cmd, fmt.Errorf("“%s”不能作文件名；用 --slug 起一个，只用小写拉丁字母、数字和连字符", s.Slug))
	}
	dir, err := cmd.Flags().GetString("content")
	if err != nil {
		return err
	}
	if dir == "" {
		return usage(cmd, errors.New("还要说明内容文件夹在哪里，如：--content content"))
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return usage(cmd, fmt.Errorf("--content: %w", err))
	}
	defer root.Close()
	if _, err := root.Stat("_index.md"); err != nil {
		return usage(cmd, fmt.Errorf("--content：%s 不像内容文件夹，里面没有 _index.md", dir))
	}
	files, err := s.write(root)
	if err != nil {
		return err
	}
	_, faults := corpus.Load(root.FS(), time.Now().In(beijing))
	writeNext(cmd.OutOrStdout(), dir, files, faults)
	return nil
}

// writeNext says what was written and what is left to do.
func writeNext(w io.Writer, dir string, files []string, faults corpus.Faults) {
	fmt.Fprintf(w, "新建了两个草稿：\n  %s/%s\n  %s/%s\n\n要填写的：\n", dir, files[0], dir, files[1])
	for _, f := range faults {
		if slices.Contains(files, f.Path) && f.Rule == corpus.RulePlaceholder {
			fmt.Fprintf(w, "  %s:%d: %s\n", f.Path, f.Line, f.Message)
		}
	}
	fmt.Fprintf(w, `
下一步：
  1. 用记事本一类的软件打开，把【待填写：…】换成真实内容，保存。
  2. 边写边看：lvgu serve --preview --content %[1]s ，浏览器打开 http://127.0.0.1:8080
  3. 检查：lvgu check --content %[1]s 。没有错误后，删去“draft: true”一行就会发布。
`, dir)
}

// maxNearest is how many passages an author reads before writing.
const maxNearest = 5

// ask takes the question from the journal, and finds what the content holds nearby.
func (s *scaffold) ask(cmd *cobra.Command, options *journalOptions, id string, getenv func(string) string) error {
	if s.Kind != "faq" {
		return usage(cmd, errors.New("--from 只用于 lvgu new faq"))
	}
	reader, err := options.reader(cmd)
	if err != nil {
		return err
	}
	defer reader.Close()
	r, err := reader.Get(cmd.Context(), id)
	if errors.Is(err, journal.ErrNotFound) {
		return fmt.Errorf("问答记录里没有编号 %q", id)
	}
	if err != nil {
		return err
	}
	if s.Questions = []string{r.Asked()}; s.Name == "" {
		s.Name = r.Asked()
	}
	a, err := openAssistant(cmd, &modelOptions{}, getenv)
	if err != nil {
		return err
	}
	defer a.Close()
	nearest, err := nearestTo(cmd.Context(), a, r.Asked(), maxNearest)
	for _, hit := range nearest {
		s.Nearest = append(s.Nearest, hit.String()+"\n    "+hit.passage())
	}
	return err
}

// near is a passage that comes near a question.
type near struct{ assistant.SearchHit }

// String says where the passage stands.
func (n near) String() string {
	place := n.Title
	if n.Section != "" {
		place += " › " + n.Section
	}
	return place + "  " + n.URL
}

// passage is the passage's text in one line.
func (n near) passage() string {
	var text strings.Builder
	for _, segment := range n.Text {
		text.WriteString(segment.Text)
	}
	return strings.Join(strings.Fields(text.String()), " ")
}

// nearestTo are the passages nearest to a question, at most so many, in its language.
func nearestTo(ctx context.Context, a *assistant.Assistant, question string, limit int) ([]near, error) {
	found, err := a.Search(ctx, assistant.SearchQuery{Text: question, Limit: limit})
	if err != nil {
		return nil, err
	}
	var list []near
	for _, hit := range found.Hits {
		list = append(list, near{hit})
	}
	return list, nil
}
