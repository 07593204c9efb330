package main

import (
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// TestJournalOnAFullDisk lets the journal grow no more, as a full disk would, then makes room again.
func TestJournalOnAFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	p := startProcess(t, append([]string{"LVGU_ANSWER_CACHE=0"}, unlimited...), "--journal", path)
	kept := []string{p.ask(t, "上海张江飞地有多大？")}
	awaitRecorded(t, path, kept)

	var before unix.Rlimit
	if err := unix.Prlimit(p.cmd.Process.Pid, unix.RLIMIT_FSIZE, nil, &before); err != nil {
		t.Fatal(err)
	}
	// The server's own log stays below this; the journal's does not.
	full := before
	full.Cur = 64 << 10
	if err := unix.Prlimit(p.cmd.Process.Pid, unix.RLIMIT_FSIZE, &full, nil); err != nil {
		t.Fatal(err)
	}
	for range 60 {
		kept = append(kept, p.ask(t, "上海张江飞地有多大？"))
	}
	p.await(t, `level=(WARN|ERROR) msg=.*journal`)
	if err := unix.Prlimit(p.cmd.Process.Pid, unix.RLIMIT_FSIZE, &before, nil); err != nil {
		t.Fatal(err)
	}
	kept = append(kept, p.ask(t, "红烧肉怎么做"))
	awaitRecorded(t, path, kept)
	p.stop(t)
}
