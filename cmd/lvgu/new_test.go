package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"lvgu/assistant/journal"
	"lvgu/index/corpus"
)

// lvguCommand runs a command line and returns what it prints and its exit code.
func lvguCommand(t *testing.T, args ...string) (out string, code int) {
	t.Helper()
	var stdout, stderr strings.Builder
	err := run(t.Context(), args, func(string) string { return "" }, &stdout, &stderr)
	code = report(err, &stderr)
	return stdout.String() + stderr.String(), code
}

// TestNew scaffolds a page of each kind: nothing is wrong with it but what its author is to fill in, and filled in it can
// be published.
func TestNew(t *testing.T) {
	for kind, section := range kinds() {
		t.Run(kind, func(t *testing.T) {
			e := newEdited(t)
			if out, code := lvguCommand(t, "new", kind, `某某 "A1" 机械：重庆`, "--content", e.dir); code != exitOK {
				t.Fatalf("new = %d\n%s", code, out)
			}
			zh := section + "/mou-mou-a1-ji-xie-zhong-qing.md"
			_, faults := corpus.Load(os.DirFS(e.dir), time.Now().In(beijing))
			placeholders := 0
			for _, f := range faults {
				switch {
				case f.Rule == corpus.RulePlaceholder && f.Warning:
					placeholders++
				case strings.HasPrefix(f.Path, strings.TrimSuffix(zh, ".md")):
					t.Errorf("fresh page: %v", f)
				}
			}
			marks := 0
			for _, name := range []string{zh, strings.TrimSuffix(zh, ".md") + ".en.md"} {
				text, err := os.ReadFile(e.path(name))
				if err != nil {
					t.Fatal(err)
				}
				marks += len(regexp.MustCompile(`(?m)^[^#\n]*【待填写|^##.*【待填写`).FindAll(text, -1))
			}
			if placeholders == 0 || placeholders != marks {
				t.Errorf("%d placeholders are reported, the pages hold %d", placeholders, marks)
			}
			if out, code := lvguCommand(t, "build", "--preview", "--content", e.dir, "-o", filepath.Join(t.TempDir(), "site")); code != exitOK {
				t.Errorf("a preview of the fresh page fails:\n%s", out)
			}

			// Published as it is, it is refused.
			text, err := os.ReadFile(e.path(zh))
			if err != nil {
				t.Fatal(err)
			}
			e.write(zh, strings.Replace(string(text), "draft: true", "", 1))
			if _, code := lvguCommand(t, "check", "--content", e.dir); code != exitFault {
				t.Errorf("check = %d although placeholders would be published", code)
			}
			if out, code := lvguCommand(t, "new", kind, `某某 "A1" 机械：重庆`, "--content", e.dir); code != exitFault || !strings.Contains(out, "已经有了") {
				t.Errorf("new = %d over a page that is there:\n%s", code, out)
			}
		})
	}
}

func TestNewRefuses(t *testing.T) {
	e := newEdited(t)
	outside := t.TempDir()
	if err := os.Symlink(outside, e.path("policies")); err != nil {
		t.Fatal(err)
	}
	e.write("stories/twin.en.md", "x")
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"storry", "x"}, "可以新建：enclave、faq、firm、policy、story"},
		{[]string{"story"}, "还要写上名字"},
		{[]string{"story", "！！"}, "起不了文件名"},
		{[]string{"story", "某某", "--slug", "Some Where"}, "只用小写拉丁字母"},
		{[]string{"story", "某某", "--slug", "../../x"}, "只用小写拉丁字母"},
		{[]string{"story", "twin"}, "已经有了"},
		{[]string{"policy", "某某"}, "policies"},
		{[]string{"story", "某某", "--from", "a1"}, "--from"},
		{[]string{"story", "某某", "--content", outside}, "不像内容文件夹"},
		{[]string{"faq", "--from", "nobody", "--journal", filepath.Join(outside, "none.db")}, "--journal"},
	} {
		args := append([]string{"new"}, tt.args...)
		if !strings.Contains(strings.Join(args, " "), "--content") {
			args = append(args, "--content", e.dir)
		}
		if out, code := lvguCommand(t, args...); code == exitOK || !strings.Contains(out, tt.want) {
			t.Errorf("%v = %d %q, want a refusal that says %q", args, code, out, tt.want)
		}
	}
	if left, err := filepath.Glob(filepath.Join(outside, "*")); err != nil || len(left) > 0 {
		t.Errorf("written outside the content folder: %v", left)
	}
	if left, err := filepath.Glob(e.path("stories/*twin*")); err != nil || len(left) != 1 {
		t.Errorf("a refused page left %v", left)
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"晶睿电子":                   "jing-rui-dian-zi",
		"绿谷 LVGU-2":              "lv-gu-lvgu-2",
		"C919 项目":                "c919-xiang-mu",
		"！？":                     "",
		strings.Repeat("丽水", 20): "li-shui-li-shui-li-shui-li-shui-li-shui-li-shui-li-shui-li",
	} {
		if got := slugOf(name); got != want {
			t.Errorf("slugOf(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestLoopOfQuestions goes the way of a question without an answer: asked, found in the journal, drafted, answered.
func TestLoopOfQuestions(t *testing.T) {
	e := newEdited(t)
	path := filepath.Join(t.TempDir(), "journal.db")
	j, err := journal.Open(t.Context(), path, journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	const question = "临江机械的食堂在哪里，电话13800138000？"
	j.Record(journal.Record{ID: "q1", Lang: "zh", Question: question, Outcome: journal.Declined, Mode: "extract", Text: "没有资料。", ContentVersion: "v1"})
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	out, code := lvguCommand(t, "questions", "--declined", "--journal", path, "--content", e.dir)
	if code != exitOK || !strings.Contains(out, "q1") || !strings.Contains(out, "/stories/linjiang/#speed") {
		t.Fatalf("questions = %d\n%s\nwant the question with what is nearest to it", code, out)
	}
	if out, code := lvguCommand(t, "questions", "--csv", "--journal", path, "--content", e.dir); code != exitOK || !strings.Contains(out, "/stories/linjiang/#speed") {
		t.Errorf("questions --csv = %d\n%s", code, out)
	}
	if out, code = lvguCommand(t, "new", "faq", "--from", "q1", "--slug", "canteen", "--journal", path, "--content", e.dir); code != exitOK {
		t.Fatalf("new faq = %d\n%s", code, out)
	}
	draft, err := os.ReadFile(e.path("guide/canteen.md"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(draft)
	if strings.Contains(text, "13800138000") || !strings.Contains(text, "/stories/linjiang/#speed") || !strings.Contains(text, "食堂") {
		t.Errorf("the draft holds a telephone number, or lacks the question or what is nearest to it:\n%s", text)
	}
	for old, new := range map[string]string{
		"draft: true\n": "", "【待填写：材料的截至日期，要加英文引号】": `"2026"`, "【待填写：材料的日期，要加英文引号】": `"2026"`, "【待填写：A 或 B】": "B",
		"【待填写：答案，先说结论】": "临江机械的食堂在一号楼。",
	} {
		text = strings.ReplaceAll(text, old, new)
	}
	e.write("guide/canteen.md", regexp.MustCompile(`【待填写：[^】]*】`).ReplaceAllString(text, "一句话"))
	if out, code := lvguCommand(t, "check", "--content", e.dir); code != exitOK {
		t.Fatalf("check = %d\n%s", code, out)
	}
	if out, _ := lvguCommand(t, "ask", "--content", e.dir, "临江机械的食堂在哪里？"); !strings.Contains(out, "一号楼") {
		t.Errorf("the gap is not closed: %s", out)
	}
}

// TestCheckAnswers edits a figure and adds a page: the answers that change are shown, and only these.
func TestCheckAnswers(t *testing.T) {
	before, after := newEdited(t), newEdited(t)
	golden := filepath.Join(t.TempDir(), "golden.jsonl")
	if err := os.WriteFile(golden, []byte(`{"id":"g1","class":"fact","question":"临江机械的厂房建了多久？","outcome":"answered"}
{"id":"g2","class":"off-topic","question":"红烧肉怎么做","outcome":"declined"}
`), 0o644); err != nil {
		t.Fatal(err)
	}
	check := func() (string, int) {
		return lvguCommand(t, "check", "--answers", "--golden", golden, "--against", before.dir, "--content", after.dir)
	}
	if out, code := check(); code != exitOK || !strings.Contains(out, "0 个答案有变化") {
		t.Errorf("the same content: %d\n%s", code, out)
	}
	after.write("stories/linjiang.md", after.story(8))
	after.write("stories/wanghai.md", strings.ReplaceAll(strings.Replace(after.story(5), "company:", "questions: [{clause: speed, ask: [望海轴承建了多久？]}]\ncompany:", 1), "临江", "望海"))
	out, code := check()
	for _, want := range []string{"临江机械的厂房建了多久？  （g1）", "  - 临江机械的厂房从开工到投产用了 9 个月", "  + 临江机械的厂房从开工到投产用了 8 个月", "望海轴承建了多久？", "+ 有答案", "2 个答案有变化"} {
		if !strings.Contains(out, want) {
			t.Errorf("changed content does not show %q", want)
		}
	}
	if code != exitChanged || strings.Contains(out, "红烧肉") {
		t.Errorf("exit code %d, want %d, and nothing of what stays:\n%s", code, exitChanged, out)
	}
	after.write("stories/linjiang.md", "broken")
	if _, code := check(); code != exitFault {
		t.Errorf("faulty content: exit code %d, want %d", code, exitFault)
	}
}
