package index

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// opened opens an index in dir, which is closed with the test.
func opened(t testing.TB, dir string, passages []Passage) *Index {
	t.Helper()
	ix, err := Open(dir, passages)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

// names are what a folder holds.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestOpen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	passages := madePassages(3 * minBatch)
	fresh := newIndex(t, passages)
	defer fresh.Close()
	made := opened(t, dir, passages)
	first := names(t, dir)
	stamp := modified(t, filepath.Join(dir, first[0]))
	again := opened(t, dir, passages)
	for _, question := range updateQuestions {
		want := found(t, fresh, question)
		if diff := cmp.Diff(want, found(t, made, question)); diff != "" {
			t.Errorf("%s, made (-memory +disk):\n%s", question, diff)
		}
		if diff := cmp.Diff(want, found(t, again, question)); diff != "" {
			t.Errorf("%s, opened (-memory +disk):\n%s", question, diff)
		}
	}
	if after := names(t, dir); cmp.Diff(first, after) != "" || modified(t, filepath.Join(dir, after[0])) != stamp {
		t.Errorf("the second Open made %v anew", after)
	}
}

func modified(t *testing.T, name string) int64 {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info.ModTime().UnixNano()
}

func TestOpenOtherContent(t *testing.T) {
	dir := t.TempDir()
	passages := madePassages(20)
	old := opened(t, dir, passages)
	edited := edit(passages, 1)
	ix := opened(t, dir, edited)
	if got := names(t, dir); len(got) != 1 {
		t.Errorf("the folder holds %v, want the new version alone", got)
	}
	if hits := found(t, ix, "新设的飞地在苏州"); hits[0].ID != edited[4].ID {
		t.Errorf("hits = %v, want the edited passage first", hits)
	}
	if hits := found(t, old, "工业用地最长多少年"); len(hits) == 0 {
		t.Error("the old version, still open, finds nothing")
	}
	updated, err := ix.Update(passages)
	if err != nil {
		t.Fatal(err)
	}
	defer updated.Close()
	if diff := cmp.Diff(found(t, old, "飞地"), found(t, updated, "飞地")); diff != "" {
		t.Errorf("updated from the disk (-want +got):\n%s", diff)
	}
}

func TestOpenDamaged(t *testing.T) {
	for _, tc := range []struct {
		name   string
		damage func(version string) error
	}{
		{"facts cut", func(v string) error { return os.Truncate(filepath.Join(v, factsName), 100) }},
		{"facts changed", func(v string) error {
			return os.WriteFile(filepath.Join(v, factsName), make([]byte, 1000), 0o644)
		}},
		{"facts missing", func(v string) error { return os.Remove(filepath.Join(v, factsName)) }},
		{"store missing", func(v string) error { return os.RemoveAll(filepath.Join(v, storeName)) }},
		{"all missing", os.RemoveAll},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir := t.TempDir()
			passages := madePassages(20)
			ix, err := Open(dir, passages)
			if err != nil {
				t.Fatal(err)
			}
			ix.Close()
			if err := tc.damage(filepath.Join(dir, names(t, dir)[0])); err != nil {
				t.Fatal(err)
			}
			if hits := found(t, opened(t, dir, passages), "飞地"); len(hits) == 0 {
				t.Error("nothing found after the repair")
			}
		})
	}
}

func TestOpenErrors(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(file, madePassages(3)); err == nil {
		t.Error("Open took a file for a folder")
	}
	dir := t.TempDir()
	if _, err := Open(dir, []Passage{{ID: "a"}, {ID: "a"}}); err == nil || len(names(t, dir)) > 0 {
		t.Errorf("Open with a repeated ID = %v and left %v", err, names(t, dir))
	}
}

func TestVersion(t *testing.T) {
	base := Passage{ID: "1", Title: "ab", Body: "c", Keywords: []string{"x", "y"}}
	want := Version([]Passage{base})
	for name, change := range map[string]func(*Passage){
		"moved letter": func(p *Passage) { p.Title, p.Body = "a", "bc" },
		"joined words": func(p *Passage) { p.Keywords = []string{"xy"} },
		"moved word":   func(p *Passage) { p.Keywords, p.Questions = []string{"x"}, []string{"y"} },
		"language":     func(p *Passage) { p.Lang = "en" },
	} {
		other := base
		change(&other)
		if Version([]Passage{other}) == want {
			t.Errorf("%s does not change the version", name)
		}
	}
}
