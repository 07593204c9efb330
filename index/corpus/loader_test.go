package corpus

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// edits change the content of faults.txtar one after another.
func edits() []func(files fstest.MapFS) {
	put := func(name, text string) func(fstest.MapFS) {
		return func(files fstest.MapFS) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	}
	replace := func(name, old, new string) func(fstest.MapFS) {
		return func(files fstest.MapFS) {
			files[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(files[name].Data), old, new))}
		}
	}
	return []func(fstest.MapFS){
		func(fstest.MapFS) {},
		replace("policies/good.md", "title: ", "title: 新"), // its twin lags from here on
		replace("policies/good.md", "title: 新", "title: "), // and no longer
		put("about/new.md", "---\ntitle: 一\n"),
		replace("about/new.md", "一", "二\n---"),
		replace("about/draft.md", "draft: true", "draft: false"),
		func(files fstest.MapFS) { delete(files, "policies/good.md") },
		func(files fstest.MapFS) { delete(files, "about/new.md") },
	}
}

// TestLoaderIsLoad edits content: a loader that has seen it before says what Load says, and what it returned earlier stays.
func TestLoaderIsLoad(t *testing.T) {
	for _, drafts := range []bool{false, true} {
		files := folderOf(t, "faults.txtar")
		loader := &Loader{Drafts: drafts}
		var kept *Corpus
		var then []Document
		for i, edit := range edits() {
			edit(files)
			got, faults := loader.Load(files, today)
			want, wantFaults := (&Loader{Drafts: drafts}).Load(maps.Clone(files), today)
			if diff := cmp.Diff(wantFaults, faults); diff != "" {
				t.Errorf("edit %d, drafts %v: faults (-Load +Loader):\n%s", i, drafts, diff)
			}
			if diff := cmp.Diff(want.Documents, got.Documents); diff != "" {
				t.Errorf("edit %d, drafts %v: documents (-Load +Loader):\n%s", i, drafts, diff)
			}
			if diff := cmp.Diff(want.Passages, got.Passages); diff != "" {
				t.Errorf("edit %d, drafts %v: passages (-Load +Loader):\n%s", i, drafts, diff)
			}
			if want.Version != got.Version {
				t.Errorf("edit %d: version %s, want %s", i, got.Version, want.Version)
			}
			if i == 0 {
				kept = got
				for _, d := range got.Documents {
					then = append(then, *d)
				}
			}
		}
		for i, d := range kept.Documents {
			if diff := cmp.Diff(then[i], *d, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s of the first corpus has changed (-then +now):\n%s", d.Path, diff)
			}
		}
	}
}

// TestLoaderTakesOver checks that a page is taken apart anew only when it or its twin has changed.
func TestLoaderTakesOver(t *testing.T) {
	files := folderOf(t, "faults.txtar")
	loader := new(Loader)
	before, _ := loader.Load(files, today)
	edits()[1](files)
	after, _ := loader.Load(files, today)
	var anew []string
	for _, d := range after.Documents {
		if before.Document(d.Lang, d.ID) != d {
			anew = append(anew, d.Path)
		}
	}
	if diff := cmp.Diff([]string{"policies/good.en.md", "policies/good.md"}, anew); diff != "" {
		t.Errorf("taken apart anew (-want +got):\n%s", diff)
	}
	tomorrow, _ := loader.Load(files, today.AddDate(0, 0, 1))
	if tomorrow.Document(Chinese, "policies/good") == after.Document(Chinese, "policies/good") {
		t.Error("a page of the day before was taken over, though its rules look at the day")
	}
}

// TestDraftsHoldUpNothing checks that the faults of a draft are warnings, and that only a preview holds it.
func TestDraftsHoldUpNothing(t *testing.T) {
	files := fstest.MapFS{"about/x.md": {Data: []byte("---\ntitle: 草稿\ndraft: true\nstatsu: x\n---\n")}}
	public, faults := Load(files, today)
	if err := faults.Err(); err != nil || len(faults) == 0 {
		t.Errorf("faults of a draft = %v, want warnings only", faults)
	}
	preview, _ := (&Loader{Drafts: true}).Load(files, today)
	if len(public.Documents) != 0 || len(preview.Documents) != 1 {
		t.Errorf("%d public documents and %d in a preview, want 0 and 1", len(public.Documents), len(preview.Documents))
	}
	files["about/x.md"].Data = []byte("---\ntitle: 不再是草稿\nstatsu: x\n---\n")
	if _, faults := Load(files, today); faults.Err() == nil {
		t.Error("the same faults of a page that is no draft are warnings, too")
	}
}

// TestFaultsArePlaced checks that a fault knows the page and the clause it stands in.
func TestFaultsArePlaced(t *testing.T) {
	text := "---\ntitle: 一\nsummary: 一\ndate: 2026-11-23\nasOf: \"2021\"\nsources: [{id: s1, title: 报道, publisher: 日报, confidence: B}]\n---\n" +
		"## 甲 {#first}\n[死](/none.md)\n\n## 乙 {#second}\n[死](/none.md)\n"
	_, faults := Load(fstest.MapFS{"about/x.md": {Data: []byte(text)}}, today)
	var got []string
	for _, f := range faults {
		if f.Rule == RuleDeadLink {
			got = append(got, f.URL+"#"+f.Anchor)
		}
	}
	if diff := cmp.Diff([]string{"/about/x/#first", "/about/x/#second"}, got); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}
