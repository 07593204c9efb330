package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"lvgu/index"
)

// Set is a question set: passages, questions and which passages answer them.
type Set struct {
	Name     string
	Passages []index.Passage
	Queries  []Query
}

// Query is a question with the relevance of the passages that answer it, by passage ID.
type Query struct {
	ID, Text string
	Answers  []string
	Relevant map[string]int
}

// Load reads corpus.jsonl, queries.jsonl and qrels.tsv from dir. Questions that no passage answers are left out, as
// they say nothing about ranking.
func Load(dir string) (*Set, error) {
	set := &Set{Name: filepath.Base(dir)}
	err := eachLine(filepath.Join(dir, "corpus.jsonl"), func(line []byte) error {
		var doc struct {
			ID    string `json:"_id"`
			Title string `json:"title"`
			Text  string `json:"text"`
		}
		err := json.Unmarshal(line, &doc)
		set.Passages = append(set.Passages, index.Passage{ID: doc.ID, Title: doc.Title, Body: doc.Text})
		return err
	})
	if err != nil {
		return nil, err
	}
	relevant, err := loadJudgements(filepath.Join(dir, "qrels.tsv"))
	if err != nil {
		return nil, err
	}
	err = eachLine(filepath.Join(dir, "queries.jsonl"), func(line []byte) error {
		var q struct {
			ID       string `json:"_id"`
			Text     string `json:"text"`
			Metadata struct {
				Answers []string `json:"answers"`
			} `json:"metadata"`
		}
		if err := json.Unmarshal(line, &q); err != nil {
			return err
		}
		if len(relevant[q.ID]) > 0 {
			set.Queries = append(set.Queries, Query{q.ID, q.Text, q.Metadata.Answers, relevant[q.ID]})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(set.Queries) == 0 {
		return nil, fmt.Errorf("read %s: no question has a judged passage", dir)
	}
	return set, nil
}

// loadJudgements reads relevances by question and passage. The first line is a header.
func loadJudgements(path string) (map[string]map[string]int, error) {
	relevant := map[string]map[string]int{}
	header := true
	err := eachLine(path, func(line []byte) error {
		if header {
			header = false
			return nil
		}
		fields := strings.Split(string(line), "\t")
		if len(fields) != 3 {
			return fmt.Errorf("%d columns, want 3", len(fields))
		}
		score, err := strconv.Atoi(fields[2])
		if err != nil || score <= 0 {
			return err
		}
		if relevant[fields[0]] == nil {
			relevant[fields[0]] = map[string]int{}
		}
		relevant[fields[0]][fields[1]] = score
		return nil
	})
	return relevant, err
}

// eachLine calls f with each line of a file that is not blank; errors name the file and line.
func eachLine(path string, f func(line []byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	r := bufio.NewReaderSize(file, 1<<16)
	for n := 1; ; n++ {
		line, readErr := r.ReadBytes('\n')
		if readErr != nil && readErr != io.EOF {
			return fmt.Errorf("%s:%d: %w", path, n, readErr)
		}
		if len(strings.TrimSpace(string(line))) > 0 {
			if err := f([]byte(strings.TrimRight(string(line), "\r\n"))); err != nil {
				return fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
		if readErr == io.EOF {
			return nil
		}
	}
}
