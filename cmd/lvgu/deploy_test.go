package main

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// metricName is a name of ours, or of the process's, in a query.
var metricName = regexp.MustCompile(`\b(?:lvgu|process|go)_[a-z_]+`)

// TestWatchedMetrics holds the dashboard and the alert rules to the metrics that the program has: a query on a name that
// is not there never alarms.
func TestWatchedMetrics(t *testing.T) {
	p := startProgram(t, nil, "serve", "--journal", filepath.Join(t.TempDir(), "journal.db"))
	get(t, p.url+"/")
	ask, err := http.Post(p.url+"/api/answer", "application/json", strings.NewReader(`{"question":"上海张江飞地有多大？"}`))
	if err != nil {
		t.Fatal(err)
	}
	readBody(t, ask, http.StatusOK)
	metrics := get(t, p.metrics+"/metrics")
	for _, file := range []string{"grafana.json", "alerts.yml"} {
		text, err := os.ReadFile(filepath.Join("../../deploy", file))
		if err != nil {
			t.Fatal(err)
		}
		names := metricName.FindAllString(string(text), -1)
		if len(names) < 5 {
			t.Errorf("%s names %d metrics: it is not being read", file, len(names))
		}
		for _, name := range names {
			if !strings.Contains(metrics, "\n"+name+"{") && !strings.Contains(metrics, "\n"+name+" ") {
				t.Errorf("%s asks for %s, which the program does not have", file, name)
			}
		}
	}
}

// TestDeployedSettings holds the files of deploy/ to the settings that serve has.
func TestDeployedSettings(t *testing.T) {
	serve, _, err := newRoot(func(string) string { return "" }).Find([]string{"serve"})
	if err != nil {
		t.Fatal(err)
	}
	help := serve.UsageString()
	for _, file := range []string{"lvgu.env", "Dockerfile", "compose.yaml"} {
		text, err := os.ReadFile(filepath.Join("../../deploy", file))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range regexp.MustCompile(`LVGU_[A-Z_]+`).FindAllString(string(text), -1) {
			if !strings.Contains(help, "("+name+")") {
				t.Errorf("%s sets %s, which no flag of serve reads", file, name)
			}
		}
	}
}

// get reads a page.
func get(t *testing.T, url string) string {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	return readBody(t, response, http.StatusOK)
}

// TestSettingsAreDocumented holds the operator's page to the flags of serve: each has its line there.
func TestSettingsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/operate.md")
	if err != nil {
		t.Fatal(err)
	}
	serve, _, err := newRoot(func(string) string { return "" }).Find([]string{"serve"})
	if err != nil {
		t.Fatal(err)
	}
	serve.Flags().VisitAll(func(flag *pflag.Flag) {
		if flag.Name != "help" && !strings.Contains(string(page), "--"+flag.Name) {
			t.Errorf("docs/operate.md does not say what --%s is for", flag.Name)
		}
	})
}
