package corpus

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLookup(t *testing.T) {
	c, _ := Load(folderOf(t, "passages.txtar"), today)
	if d := c.Document(English, "policies/land-term"); d == nil || d.Path != "policies/land-term.en.md" || !d.Lagging {
		t.Errorf("Document = %+v, want the lagging English page", d)
	}
	if d := c.Document(Chinese, "stories/draft"); d != nil {
		t.Error("a draft is in the corpus")
	}
	for _, test := range []struct{ id, twin string }{
		{"zh/policies/land-term#art-12", "en/policies/land-term#art-12"},
		{"en/policies/land-term#art-12", "zh/policies/land-term#art-12"},
		{"zh/policies/land-term#bands/r1", "en/policies/land-term#bands/r1"},
		{"zh/policies/land-term#bands/r2", ""},
		{"zh/policies/land-term#bands/t1", "en/policies/land-term#bands/t1"},
		{"zh/stories/chip#claims/r1", ""},
	} {
		p := c.Passage(test.id)
		if p == nil {
			t.Errorf("no passage %q", test.id)
			continue
		}
		got := ""
		if twin := c.Twin(p); twin != nil {
			got = twin.ID
		}
		if got != test.twin {
			t.Errorf("Twin(%q) = %q, want %q", test.id, got, test.twin)
		}
	}
}

func TestStats(t *testing.T) {
	c, _ := Load(folderOf(t, "passages.txtar"), today)
	s := c.Stats()
	if s.Pages != 6 || s.Debt != 5 || s.Clauses != 8 || s.Figures == 0 || s.Traced != s.Figures {
		t.Errorf("Stats = %+v", s)
	}
	if !strings.Contains(s.String(), "（100.0%）") {
		t.Errorf("String = %q", s.String())
	}
	if empty, _ := Load(folderOf(t, "anchors.md"), today); empty.Stats() != (Stats{}) {
		t.Errorf("Stats of an empty corpus = %+v", empty.Stats())
	}
}

func TestFaultsErr(t *testing.T) {
	warning := Fault{Path: "a.md", Line: 3, Rule: RuleTwin, Message: "没有英文页", Fix: "写一页", Warning: true}
	fault := Fault{Path: "a.md", Line: 1, Rule: RuleKey, Message: "不认识“x”"}
	if err := (Faults{warning}).Err(); err != nil {
		t.Errorf("Err of a warning = %v, want nil", err)
	}
	err := Faults{warning, fault}.Err()
	var first Fault
	if !errors.As(err, &first) || first != fault {
		t.Errorf("Err = %v, want %v", err, fault)
	}
	if got, want := warning.String(), "a.md:3: 提醒：没有英文页（写一页）"; got != want {
		t.Errorf("String = %q, want %q", got, want)
	}
	if got, want := fault.String(), "a.md:1: 不认识“x”"; got != want {
		t.Errorf("String = %q, want %q", got, want)
	}
	if diff := cmp.Diff(Faults{fault, warning}, Faults{warning, fault, warning}.sort()); diff != "" {
		t.Errorf("sort (-want +got):\n%s", diff)
	}
}

func TestSourceHash(t *testing.T) {
	// printf 'a\n' | sha256sum | cut -c1-12
	if got, want := SourceHash([]byte("a\n")), "87428fc52280"; got != want {
		t.Errorf("SourceHash = %q, want %q", got, want)
	}
}

func TestVocabulary(t *testing.T) {
	kinds := []string{KindSection, KindTopic, KindCluster, KindAudience, KindLevel, KindRegion, KindStatus, KindEnclave,
		KindApplies, KindBenefit, KindChain, KindConfidence}
	for _, kind := range kinds {
		seen := map[string]bool{}
		for _, key := range Keys(kind) {
			if seen[key] {
				t.Errorf("%s %q is there twice", kind, key)
			}
			seen[key] = true
			if Label(Chinese, kind, key) == "" || Label(English, kind, key) == "" {
				t.Errorf("%s %q has no label", kind, key)
			}
		}
		if len(seen) == 0 {
			t.Errorf("kind %s has no words", kind)
		}
	}
	if got := Label(English, KindTopic, "rd"); got != "R&D" {
		t.Errorf("Label = %q", got)
	}
	if got := Label(English, KindTopic, "weather"); got != "weather" {
		t.Errorf("Label of an unknown word = %q, want the word", got)
	}
	if Keys("nothing") != nil {
		t.Error("an unknown kind has words")
	}
}

func TestIdentity(t *testing.T) {
	for file, want := range map[string][3]string{
		"_index.md":               {"", "/", "_index.en.md"},
		"_index.en.md":            {"", "/en/", "_index.md"},
		"policies/_index.md":      {"policies", "/policies/", "policies/_index.en.md"},
		"policies/cn-x.en.md":     {"policies/cn-x", "/en/policies/cn-x/", "policies/cn-x.md"},
		"stories/bundle/index.md": {"stories/bundle", "/stories/bundle/", "stories/bundle/index.en.md"},
		"enclaves/Shanghai.md":    {"enclaves/Shanghai", "/enclaves/shanghai/", "enclaves/Shanghai.en.md"},
	} {
		got := [3]string{identity(file), siteURL(language(file), identity(file)), twinPath(file)}
		if got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}
