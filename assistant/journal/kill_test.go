package journal

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"
)

// writeUntilKilled is the environment variable that makes the test program one that writes to the journal it names and
// says on its standard output which records are safe.
const writeUntilKilled = "JOURNAL_TEST_WRITE"

func TestMain(m *testing.M) {
	if path := os.Getenv(writeUntilKilled); path != "" {
		fmt.Fprintln(os.Stderr, writeForEver(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func writeForEver(path string) error {
	j, err := Open(context.Background(), path, Options{Now: func() time.Time { return start }})
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		j.Record(recordAt(n, start))
		if n%7 == 0 {
			if err := j.Flush(context.Background()); err != nil {
				return err
			}
			fmt.Println(n + 1)
		}
	}
}

func TestKill(t *testing.T) {
	path := tempPath(t)
	total := 0
	for round := range 3 {
		cmd := exec.CommandContext(t.Context(), os.Args[0])
		cmd.Env = append(os.Environ(), writeUntilKilled+"="+path)
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		safe := 0
		scanner := bufio.NewScanner(out)
		for range 30 + 20*round {
			if !scanner.Scan() {
				t.Fatal(scanner.Err())
			}
			if _, err := fmt.Sscan(scanner.Text(), &safe); err != nil {
				t.Fatal(err)
			}
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		cmd.Wait() // it was killed
		total = max(total, safe)

		j := mustOpen(t, path, Options{})
		if got := len(ids(t, j, Filter{})); got < total {
			t.Errorf("%d records after the kill, want the %d that were flushed at least", got, total)
		}
		if got := j.Stats().SetAside; got != 0 {
			t.Error("the file was corrupt after the kill")
		}
		mustClose(t, j)
	}
}
