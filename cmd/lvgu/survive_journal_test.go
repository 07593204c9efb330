package main

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lvgu/assistant"
	"lvgu/assistant/journal"
)

// ask asks a process and returns the id of the answer.
func (p *process) ask(t testing.TB, question string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"question": question})
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.Post("http://"+p.addr+"/api/answer", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var answer assistant.Answer
	data, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK || json.Unmarshal(data, &answer) != nil {
		t.Fatalf("asked %q: status %d, error %v, body %s", question, response.StatusCode, err, data)
	}
	return answer.ID
}

// recorded are the ids in a journal, which a server may be writing to.
func recorded(t testing.TB, path string) []string {
	t.Helper()
	reader, err := journal.OpenReader(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	records, err := reader.List(t.Context(), journal.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, r := range records {
		ids = append(ids, r.ID)
	}
	return ids
}

// awaitRecorded waits until a journal holds all of ids.
func awaitRecorded(t testing.TB, path string, ids []string) {
	t.Helper()
	var missing []string
	for deadline := time.Now().Add(startTimeout); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		held := recorded(t, path)
		missing = slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(held, id) })
		if len(missing) == 0 {
			return
		}
	}
	t.Fatalf("the journal lacks %d of %d answers", len(missing), len(ids))
}

// TestJournalSurvives starts over a journal that is damaged, is killed in the middle of its work and starts again.
func TestJournalSurvives(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	damaged := bytes.Repeat([]byte("this is no database. "), 5000)
	if err := os.WriteFile(path, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	p := startProcess(t, unlimited, "--journal", path)
	kept := []string{p.ask(t, "上海张江飞地有多大？"), p.ask(t, "红烧肉怎么做"), p.ask(t, "上海张江飞地有多大？")}
	awaitRecorded(t, path, kept)
	aside, err := filepath.Glob(path + ".corrupt-*")
	if err != nil || len(aside) == 0 {
		t.Fatalf("set aside: %v, error %v; want the damaged file", aside, err)
	}
	if got, err := os.ReadFile(aside[0]); err != nil || !bytes.Equal(got, damaged) {
		t.Errorf("the file set aside holds %d bytes, error %v; want what was there", len(got), err)
	}
	if !strings.Contains(string(p.logged(t)), filepath.Base(aside[0])) {
		t.Errorf("the log does not name the file set aside:\n%s", p.logged(t))
	}

	p.kill()
	p = startProcess(t, unlimited, "--journal", path)
	kept = append(kept, p.ask(t, "工业用地最长多少年？"))
	p.stop(t)
	awaitRecorded(t, path, kept)
	if got, _ := filepath.Glob(path + ".corrupt-*"); !slices.Equal(got, aside) {
		t.Errorf("after the kill %v are set aside, want only %v", got, aside)
	}
}
