package inspect

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lvgu/index/corpus"
)

var now = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

// good is a home page on which nothing is wrong.
const good = `<!doctype html><html lang="zh-CN"><head>
<meta name="SiteName" content="园区"><meta name="SiteDomain" content="zone.example"><meta name="SiteIDCode" content="0000000000">
<meta name="ColumnName" content="首页"><meta name="ColumnDescription" content="一句"><meta name="ColumnKeywords" content="词"><meta name="ColumnType" content="首页">
<link rel="canonical" href="https://zone.example/"></head><body>
<main><h1>园区</h1><form data-endpoint="/api/answer"></form><img src="a.png" alt="图">
<a href="/">首页</a> <a rel="noopener external" href="https://example.org/">别处</a></main>
<button data-module="elder">长辈版</button>
<footer>主办单位 联系方式 党政机关网站标识 网站标识码 ICP备案号 公安备案号 网站地图 我为政府网站找错</footer></body></html>`

func documents() *corpus.Corpus {
	doc := func(section, id, date string) *corpus.Document {
		return &corpus.Document{ID: id, Section: section, Path: id + ".md", Lang: corpus.Chinese, Date: date}
	}
	return &corpus.Corpus{Documents: []*corpus.Document{
		doc("", "", "2026-11-23"),
		doc("stories", "stories", "2026-11-23"), doc("stories", "stories/a", "2026-11-20"),
		doc("policies", "policies", "2026-11-23"), doc("policies", "policies/a", "2026-07-01"),
	}}
}

func inspectPage(t *testing.T, c *corpus.Corpus, page string) *Report {
	t.Helper()
	report, err := Run(c, fstest.MapFS{"index.html": {Data: []byte(page)}}, now)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestASoundSitePasses(t *testing.T) {
	report := inspectPage(t, documents(), good)
	if report.Failed() != 0 {
		t.Errorf("a sound site fails:\n%s", report)
	}
	if lines := strings.Count(report.String(), "\n"); lines > 60 {
		t.Errorf("the report has %d lines, more than a page", lines)
	}
}

func TestFaultsOfAPage(t *testing.T) {
	tests := []struct{ name, old, new, item string }{
		{"no site code", `name="SiteIDCode" content="0000000000"`, `name="SiteIDCode" content=""`, "网站标签"},
		{"a code of nine digits", `content="0000000000"`, `content="000000000"`, "网站标识码是"},
		{"an unknown column type", `content="首页"><link`, `content="别的"><link`, "栏目标签"},
		{"no picture text", ` alt="图"`, ``, "替代文字"},
		{"no language", ` lang="zh-CN"`, ``, "标明语言"},
		{"no main", `main>`, `div>`, "正文地标"},
		{"two titles", `<h1>园区</h1>`, `<h1>园区</h1><h1>园区</h1>`, "大标题"},
		{"no elder mode", `data-module="elder"`, ``, "长辈版"},
		{"no way to ask", ` data-endpoint="/api/answer"`, ``, "咨询渠道"},
		{"a dead link", `href="/"`, `href="/nowhere/"`, "打不开"},
		{"a silent way out", `rel="noopener external" `, ``, "离开本站"},
		{"no police record", `公安备案号`, ``, "页脚要素"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			broken := strings.ReplaceAll(strings.ReplaceAll(good, "\n<link", "<link"), tt.old, tt.new)
			if broken == good {
				t.Fatal("the page is not broken")
			}
			wantFailed(t, inspectPage(t, documents(), broken), tt.item)
		})
	}
}

func TestFaultsOfTheContent(t *testing.T) {
	tests := []struct {
		name, item string
		spoil      func(*corpus.Corpus)
	}{
		{"nothing new for fifteen days", "首页两周内", func(c *corpus.Corpus) {
			for _, d := range c.Documents {
				d.Date = "2026-11-11"
			}
		}},
		{"a date to come", "发稿日期", func(c *corpus.Corpus) { c.Documents[0].Date = "2026-11-27" }},
		{"five empty columns", "空白栏目", func(c *corpus.Corpus) {
			for _, section := range []string{"land", "talent", "funds", "guide", "maps"} {
				c.Documents = append(c.Documents, &corpus.Document{ID: section, Section: section, Lang: corpus.Chinese, Date: "2026-11-23"})
			}
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := documents()
			tt.spoil(c)
			wantFailed(t, inspectPage(t, c, good), tt.item)
		})
	}
}

func TestTheLastDayCounts(t *testing.T) {
	c := documents()
	for _, d := range c.Documents {
		d.Date = "2026-11-12" // fourteen days ago
	}
	if report := inspectPage(t, c, good); report.Failed() != 0 {
		t.Errorf("a home page of fourteen days fails:\n%s", report)
	}
}

func wantFailed(t *testing.T, report *Report, item string) {
	t.Helper()
	for _, i := range report.Items {
		if strings.Contains(i.Name, item) {
			if i.Result != Failed {
				t.Errorf("%s: %s, want %s", i.Name, i.Result, Failed)
			}
			return
		}
	}
	t.Errorf("no item %q", item)
}
