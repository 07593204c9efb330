package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"iter"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"lvgu/assistant"
)

// zhangjiang is the answer that fakeAnswerer knows.
func zhangjiang(version string) *assistant.Answer {
	source := assistant.Source{
		N: 1, Title: "上海张江飞地", Section: "面积", Anchor: "area", URL: "/enclaves/shanghai-zhangjiang/#area",
		Passage: "上海张江飞地总面积 2.1 万平方米。", Lang: "zh", Publisher: "丽水日报", Status: "operating", AsOf: "2021",
	}
	return &assistant.Answer{
		ID: "a1", Asked: "2026-11-26", Outcome: assistant.Answered, Mode: assistant.Extract, Lang: "zh",
		Lead: "见《上海张江飞地》“面积”。", Text: "上海张江飞地总面积 2.1 万平方米。 [1]", Sources: []assistant.Source{source},
		Notices:        []assistant.Notice{{Code: assistant.NoticeAsOf, Text: "资料截至2021年。"}},
		Contact:        assistant.Contact{Text: "联系我们", URL: "/about/contact/"},
		Suggestions:    []string{"张江飞地有哪些企业？"},
		ContentVersion: version,
	}
}

// pork is the answer to what fakeAnswerer does not know.
func pork(version string) *assistant.Answer {
	return &assistant.Answer{
		ID: "d1", Outcome: assistant.Declined, Mode: assistant.Extract, Lang: "zh", Text: "现有资料没有答案。",
		Sources: []assistant.Source{}, Notices: []assistant.Notice{},
		Nearest: []assistant.Source{{
			N: 1, Title: "<b>人才</b>", Section: "公寓", Anchor: "apartments", URL: "/talent/housing/#apartments",
			Passage: "人才公寓。", Lang: "zh", Issuer: "丽水经开区", DocumentNumber: "丽经开〔2021〕1号", Status: "unverified",
		}},
		Contact:        assistant.Contact{Text: "联系我们", URL: "/about/contact/"},
		ContentVersion: version,
	}
}

// fakeAnswerer answers questions by what they hold: 张江 is answered, "fails" and "breaks off" end in errors before and
// after the first event, "panics" panics, "hangs" waits for the context to end; anything else is declined.
type fakeAnswerer struct{ version string }

func (f fakeAnswerer) Answer(ctx context.Context, q assistant.Question) iter.Seq2[assistant.Event, error] {
	return func(yield func(assistant.Event, error) bool) {
		answer := zhangjiang(f.version)
		say := func(event assistant.Event) bool { return yield(event, nil) }
		switch {
		case strings.Contains(q.Text, "张江"):
			if say(assistant.Event{Kind: assistant.EventSources, Sources: answer.Sources}) &&
				say(assistant.Event{Kind: assistant.EventDelta, Text: answer.Text}) {
				say(assistant.Event{Kind: assistant.EventDone, Answer: answer})
			}
		case strings.Contains(q.Text, "fails"):
			yield(assistant.Event{}, errors.New("index: segment 7 is damaged"))
		case strings.Contains(q.Text, "breaks off"):
			if say(assistant.Event{Kind: assistant.EventSources, Sources: answer.Sources}) {
				yield(assistant.Event{}, errors.New("index: segment 7 is damaged"))
			}
		case strings.Contains(q.Text, "panics"):
			panic("a fault of the answerer")
		case strings.Contains(q.Text, "hangs"):
			<-ctx.Done()
			yield(assistant.Event{}, ctx.Err())
		default:
			answer = pork(f.version)
			if say(assistant.Event{Kind: assistant.EventDeclined, Answer: answer}) {
				say(assistant.Event{Kind: assistant.EventDone, Answer: answer})
			}
		}
	}
}

func (f fakeAnswerer) Search(_ context.Context, q assistant.SearchQuery) (assistant.SearchResult, error) {
	if strings.Contains(q.Text, "fails") {
		return assistant.SearchResult{}, errors.New("index: segment 7 is damaged")
	}
	found := assistant.SearchResult{Query: q.Text, Lang: q.Lang, Hits: []assistant.SearchHit{}}
	title := "上海张江飞地"
	if q.Lang == english {
		title = "Zhangjiang, Shanghai"
	}
	if strings.Contains(q.Text, "张江") {
		found.Total = 3
		found.Hits = append(found.Hits, assistant.SearchHit{
			Title: title, Section: "面积", URL: "/enclaves/shanghai-zhangjiang/#area", Status: "operating", AsOf: "2021", Score: 1.5,
			Text: []assistant.Segment{{Text: "上海"}, {Text: "张江", Mark: true}, {Text: "飞地 <1>"}},
		})
	}
	return found, nil
}

func (f fakeAnswerer) Suggest(q assistant.SuggestQuery) []assistant.Suggestion {
	out := []assistant.Suggestion{}
	if strings.HasPrefix("上海张江飞地", q.Text) && q.Text != "" {
		out = append(out, assistant.Suggestion{Text: "上海张江飞地", URL: "/enclaves/shanghai-zhangjiang/", Kind: assistant.SuggestPage})
	}
	return out
}

func (f fakeAnswerer) Page(_ context.Context, url string) (assistant.Page, bool) {
	if url != "/land/" {
		return assistant.Page{}, false
	}
	return assistant.Page{Title: "土地 <1>", URL: url, Questions: []string{"用地年限多长？"}}, true
}

// testSite is a small site as Hugo would leave it; version stands on its home page.
func testSite(version string) fstest.MapFS {
	words := map[string]string{
		"zh": `{"labelExtract":"原文摘录","labelGenerate":"AI 生成，仅供参考","labelDeclined":"没有依据，未作答","sources":"出处","nearest":"相近的内容",` +
			`"understood":"按“{q}”查找","asOf":"截至 {date}","original":"中文原文",` +
			`"further":"接着问","version":"{date}提问，内容版本 {version}","about":"关于“{title}”，可以问","feedback":{"ask":"有用吗？","word":"补充一句","yes":"有用","no":"没用","thanks":"谢谢，已经记下。"},` +
			`"links":{"ask":"/ask/","feedback":"/api/feedback"},"status":{"operating":"运行中","unverified":"未核实"}}`,
		"en": `{"labelExtract":"Quoted","labelGenerate":"AI-generated","labelDeclined":"Not answered","sources":"Sources","nearest":"Nearest",` +
			`"understood":"Searched for “{q}”","asOf":"as of {date}","original":"Chinese original",` +
			`"further":"Ask next","version":"Asked {date}, content version {version}","about":"Questions about {title}","feedback":{"ask":"Was this useful?","word":"A word","yes":"Useful","no":"Not useful","thanks":"Thank you."},` +
			`"links":{"ask":"/en/ask/","feedback":"/api/feedback"},"status":{"operating":"operating"}}`,
	}
	ask := func(lang string) string {
		return `<!doctype html><html lang=` + lang + `><form class=ask data-texts="` + html.EscapeString(words[lang]) +
			`"><input name=q data-lvgu-q value=""></form><div><!--lvgu:ask--></div></html>` + "\n"
	}
	search := func(lang string) string { // as minified
		return `<!doctype html><html lang=` + lang + `><input name=q data-lvgu-q><div><!--lvgu:search--></div></html>` + "\n"
	}
	files := map[string]string{
		"index.html":           "<!doctype html><title>首页 " + version + "</title>" + strings.Repeat("<p>丽水经开区</p>", 40),
		"en/index.html":        "<!doctype html><title>Home " + version + "</title>",
		"404.html":             "<!doctype html><title>没有这一页</title>" + strings.Repeat("<p>丽水经开区</p>", 40),
		"en/404.html":          "<!doctype html><title>No such page</title>",
		"ask/index.html":       ask("zh"),
		"en/ask/index.html":    ask("en"),
		"search/index.html":    search("zh"),
		"en/search/index.html": search("en"),
		"land/index.html":      "<!doctype html><title>土地</title>",
		"css/main.0123456789abcdef0123456789abcdef.css": strings.Repeat("p{margin:0}", 100),
		"favicon.svg": `<svg xmlns="http://www.w3.org/2000/svg"/>`,
		"index.xml":   `<rss/>`,
		"robots.txt":  "User-agent: *\n",
		"notes.bin":   "\x00\x01",
	}
	site := fstest.MapFS{}
	for name, body := range files {
		site[name] = &fstest.MapFile{Data: []byte(body)}
	}
	return site
}

func testEdition(version string) *Edition {
	return &Edition{Site: testSite(version), Answerer: fakeAnswerer{version}, Version: version}
}

// testLog is a logger whose lines a test can read.
type testLog struct {
	mu  sync.Mutex // guards buf
	buf bytes.Buffer
}

func (l *testLog) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(b)
}

func (l *testLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

func (l *testLog) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(l, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// newTestServer is a server of one edition, version v1.
func newTestServer(t testing.TB, config Config) *Server {
	t.Helper()
	s := New(config, (&testLog{}).logger())
	if err := s.Publish(testEdition("v1")); err != nil {
		t.Fatal(err)
	}
	return s
}

// brokenFS is a site in which one file cannot be read.
type brokenFS struct {
	fs.FS
	name string
}

func (b brokenFS) ReadFile(name string) ([]byte, error) {
	if name == b.name {
		return nil, fmt.Errorf("read %s: input/output error", name)
	}
	return fs.ReadFile(b.FS, name)
}
