package server

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestScripts runs testdata/script: what the server does, as conversations that can be read. They know two commands
// besides testscript's own:
//
//	serve [-rate N] [-starting]   a new server: N answers a minute from an address; with no edition yet
//	http [-H 'Name: value']… METHOD ADDRESS [FILE]
//
// http prints the response as curl -i would, with headers in order, and leaves the body in the file "body".
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"serve": scriptServe,
			"http":  scriptHTTP,
		},
		Setup: func(env *testscript.Env) error {
			env.Values[serverKey{}] = &scriptServer{}
			return nil
		},
	})
}

type serverKey struct{}

// scriptServer is the server of one script.
type scriptServer struct {
	*httptest.Server
	log *testLog
}

func scriptServe(ts *testscript.TestScript, _ bool, args []string) {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	rate := flags.Int("rate", 0, "")
	proxies := flags.Int("proxies", 0, "")
	starting := flags.Bool("starting", false, "")
	ts.Check(flags.Parse(args))
	log := &testLog{}
	s := New(Config{AnswerRate: *rate, TrustedProxies: *proxies}, log.logger())
	if !*starting {
		ts.Check(s.Publish(testEdition("v1")))
	}
	at := ts.Value(serverKey{}).(*scriptServer)
	at.log = log
	at.Server = httptest.NewServer(s.Handler())
	ts.Defer(at.Close)
}

func scriptHTTP(ts *testscript.TestScript, _ bool, args []string) {
	header := http.Header{}
	for len(args) > 1 && args[0] == "-H" {
		name, value, _ := strings.Cut(args[1], ":")
		header.Add(name, strings.TrimSpace(value))
		args = args[2:]
	}
	if len(args) < 2 {
		ts.Fatalf("usage: http [-H header]… METHOD ADDRESS [FILE]")
	}
	var body io.Reader
	if len(args) > 2 {
		body = strings.NewReader(ts.ReadFile(args[2]))
	}
	at := ts.Value(serverKey{}).(*scriptServer)
	request, err := http.NewRequest(args[0], at.URL+args[1], body)
	ts.Check(err)
	request.Header = header
	if header.Get("Accept-Encoding") == "" {
		header.Set("Accept-Encoding", "identity")
	}
	response, err := (&http.Transport{DisableKeepAlives: true}).RoundTrip(request)
	ts.Check(err)
	defer response.Body.Close()
	got, err := io.ReadAll(response.Body)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs("body"), got, 0o600))
	ts.Check(os.WriteFile(ts.MkAbs("log"), []byte(at.log.String()), 0o600))
	_, err = fmt.Fprintf(ts.Stdout(), "%s\n%s\n%s\n", response.Status, headerText(response.Header), bytes.TrimSuffix(got, []byte("\n")))
	ts.Check(err)
}

// headerText is a header one line a value, in order of names.
func headerText(h http.Header) string {
	var out strings.Builder
	for _, name := range slices.Sorted(maps.Keys(h)) {
		for _, value := range h[name] {
			fmt.Fprintf(&out, "%s: %s\n", name, value)
		}
	}
	return out.String()
}
