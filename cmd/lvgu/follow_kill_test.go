package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// childOf is the process that builds the site for p.
func childOf(t *testing.T, p *process) int {
	t.Helper()
	tasks, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%[1]d/children", p.cmd.Process.Pid))
	all := strings.Fields(string(tasks))
	if err != nil || len(all) == 0 {
		// Another thread may have started it: look at the parents of all processes.
		entries, _ := filepath.Glob("/proc/[0-9]*/stat")
		for _, name := range entries {
			stat, _ := os.ReadFile(name)
			_, rest, _ := strings.Cut(string(stat), ") ")
			fields := strings.Fields(rest)
			if len(fields) > 1 && fields[1] == strconv.Itoa(p.cmd.Process.Pid) {
				all = append(all, filepath.Base(filepath.Dir(name)))
			}
		}
	}
	if len(all) == 0 {
		t.Fatal("the server has no process that builds its site")
	}
	pid, err := strconv.Atoi(all[0])
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

// TestFollowKilledBuilder kills what builds the site, as a system without memory does, while edits come in: the site is
// served on, and the next edit is live.
func TestFollowKilledBuilder(t *testing.T) {
	e := newEdited(t)
	p := startProcess(t, unlimited, "--content", e.dir)
	s := visitor{t, "http://" + p.addr}
	s.shows(9)
	for n := 10; n < 13; n++ {
		if err := syscall.Kill(childOf(t, p), syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		e.write("stories/linjiang.md", e.story(n))
		s.shows(n) // tried again by itself
	}
	s.mended()
}

// TestFollowKilled kills the server in the midst of edits: nothing half-written stays, neither in the content nor among the
// temporary files, and the next start serves what the folder holds.
func TestFollowKilled(t *testing.T) {
	e := newEdited(t)
	p := startProcess(t, unlimited, "--content", e.dir)
	s := visitor{t, "http://" + p.addr}
	s.shows(9)
	temp := filepath.Dir(p.log)
	if left, err := filepath.Glob(filepath.Join(temp, "lvgu-site-*")); err != nil || len(left) != 1 {
		t.Fatalf("temporary folders %v, %v, want one: the test looks in the wrong place", left, err)
	}
	e.write("stories/linjiang.md", e.story(10))
	p.kill()
	s.await("no temporary folder left", func() bool {
		left, err := filepath.Glob(filepath.Join(temp, "lvgu-site-*"))
		return err == nil && len(left) == 0
	})
	p = startProcess(t, unlimited, "--content", e.dir)
	visitor{t, "http://" + p.addr}.shows(10)
}

// TestFollowWithoutDisk takes away the disk that the site is built on, as when it is full: the site is served on, /readyz says
// so, and the edit is live once there is room again.
func TestFollowWithoutDisk(t *testing.T) {
	e := newEdited(t)
	temp := filepath.Join(t.TempDir(), "disk")
	if err := os.Mkdir(temp, 0o755); err != nil {
		t.Fatal(err)
	}
	p := startProcess(t, append([]string{"TMPDIR=" + temp}, unlimited...), "--content", e.dir)
	s := visitor{t, "http://" + p.addr}
	s.shows(9)
	if err := os.Rename(temp, temp+".away"); err != nil {
		t.Fatal(err)
	}
	e.write("stories/linjiang.md", e.story(10))
	s.refused("没能更新网站", 9)
	if err := os.Rename(temp+".away", temp); err != nil {
		t.Fatal(err)
	}
	s.shows(10)
	s.mended()
}
