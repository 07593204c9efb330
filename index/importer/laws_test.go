package importer_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"lvgu/index/corpus"
	"lvgu/index/importer"
)

// laws are statutes as text: those of the folder LVGU_LAWS_DIR, or some that are made here.
func laws(t testing.TB) map[string][]byte {
	t.Helper()
	dir := os.Getenv("LVGU_LAWS_DIR")
	if dir == "" {
		t.Log("LVGU_LAWS_DIR is not set: statutes made by the test instead")
		return madeLaws()
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("LVGU_LAWS_DIR=%q holds %d texts, %v", dir, len(files), err)
	}
	texts := map[string][]byte{}
	for _, file := range files {
		if texts[filepath.Base(file)], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	return texts
}

// madeLaws are ten statutes of up to a hundred articles in chapters, with references and items.
func madeLaws() map[string][]byte {
	texts := map[string][]byte{}
	for n := range 10 {
		var b strings.Builder
		fmt.Fprintf(&b, "某市第%d号条例\n\n20%02d年1月1日 某市第七届人民代表大会常务委员会第九次会议通过\n\n", n+1, n+10)
		for i := range 10 * (n + 1) {
			if i%10 == 0 {
				fmt.Fprintf(&b, "第%s章　规定\n\n", numerals[i/10+1])
			}
			number := numerals[(i+1)%10]
			if tens := (i + 1) / 10; tens > 1 {
				number = numerals[tens] + "十" + number
			} else if tens == 1 {
				number = "十" + number
			}
			if i+1 == 100 {
				number = "一百"
			}
			fmt.Fprintf(&b, "第%s条 单位应当遵守下列规定：\n\n（一）按照第三条办理；\n\n（二）按照\n\n第五条第二款、第六条的规定办理。\n\n", number)
		}
		texts[fmt.Sprintf("law-%d.txt", n)] = []byte(b.String())
	}
	return texts
}

var numerals = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}

// articleLine is how the databases of law begin an article: its number, then a space.
var articleLine = regexp.MustCompile(`(?m)^[ 　]*第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?[ 　]`)

// TestLaws imports every statute, counts its articles, and wants an anchor of its own for each and nothing lost.
func TestLaws(t *testing.T) {
	im := importer.New(today)
	defer im.Close()
	articles := 0
	for name, data := range laws(t) {
		page, err := im.Import(t.Context(), name, data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if want := len(articleLine.FindAll(data, -1)); page.Articles != want {
			t.Errorf("%s: %d articles, want %d", name, page.Articles, want)
		}
		c, _ := corpus.Load(fstest.MapFS{"policies/x.md": {Data: page.Markdown}}, today)
		anchors := map[string]bool{}
		for _, p := range c.Passages {
			if strings.HasPrefix(p.Anchor, "art-") {
				anchors[p.Anchor] = true
			}
		}
		if len(c.Documents) == 1 && len(anchors) != page.Articles {
			t.Errorf("%s: %d anchors of articles with text, want %d", name, len(anchors), page.Articles)
		}
		articles += page.Articles
		checkPage(t, name, data, string(data))
	}
	t.Logf("%d articles", articles)
}

// BenchmarkLaws is the time for all statutes.
func BenchmarkLaws(b *testing.B) {
	texts := laws(b)
	im := importer.New(today)
	defer im.Close()
	size := 0
	for _, data := range texts {
		size += len(data)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for name, data := range texts {
			if _, err := im.Import(b.Context(), name, data); err != nil {
				b.Fatal(err)
			}
		}
	}
}
