package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// process is lvgu serving in a process of its own, so that its memory and its time can be told from the test's.
type process struct {
	addr    string // HOST:PORT of the site
	metrics string
	log     string // path of what it writes to standard error
	cmd     *exec.Cmd
}

// startProcess starts the test's own binary as lvgu serve (see TestMain) and waits until it is ready. The environment is
// env and a folder for temporary files, nothing else.
func startProcess(t testing.TB, env []string, args ...string) *process {
	t.Helper()
	p := launch(t, env, args...)
	p.await(t, "msg=ready")
	return p
}

// launch starts lvgu serve and waits until it listens.
func launch(t testing.TB, env []string, args ...string) *process {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	p := &process{log: filepath.Join(dir, "log")}
	log, err := os.Create(p.log)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	p.cmd = exec.Command(program, append([]string{"serve", "--addr", "127.0.0.1:0", "--metrics-addr", "127.0.0.1:0"}, args...)...)
	p.cmd.Env = append([]string{"TMPDIR=" + dir}, env...)
	p.cmd.Stdout, p.cmd.Stderr = log, log
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.kill)
	p.addr = p.await(t, `msg=listening addr=(\S+)`)
	p.metrics = p.await(t, `msg=metrics addr=(\S+)`)
	return p
}

// await waits until the log holds a match of pattern and returns its first group, or all of it where it has none.
func (p *process) await(t testing.TB, pattern string) string {
	t.Helper()
	re := regexp.MustCompile(pattern)
	for deadline := time.Now().Add(startTimeout); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if found := re.FindSubmatch(p.logged(t)); found != nil {
			return string(found[len(found)-1])
		}
		if p.cmd.ProcessState != nil {
			break
		}
	}
	p.kill()
	t.Fatalf("lvgu did not write %q:\n%s", pattern, p.logged(t))
	return ""
}

// logged is what the process has written.
func (p *process) logged(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile(p.log)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// kill ends the process as a power cut would.
func (p *process) kill() {
	if p.cmd.ProcessState == nil {
		_ = p.cmd.Process.Kill()
		_ = p.cmd.Wait()
	}
}

// stop ends the process in order.
func (p *process) stop(t testing.TB) {
	t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Wait(); err != nil {
		t.Errorf("lvgu ended with %v\n%s", err, p.logged(t))
	}
}

// resident is the memory that the process holds, in bytes; 0 where the system has no /proc.
func (p *process) resident() int64 {
	for line := range bytes.Lines(p.proc("status")) {
		if rest, ok := bytes.CutPrefix(line, []byte("VmRSS:")); ok {
			kB, _ := strconv.ParseInt(strings.Fields(string(rest))[0], 10, 64)
			return kB << 10
		}
	}
	return 0
}

// clockTick is the unit in which Linux tells the time that a process has spent.
const clockTick = 10 * time.Millisecond

// spent is the processor time of the process, of all its threads; 0 where the system has no /proc.
func (p *process) spent() time.Duration {
	stat := p.proc("stat")
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.ParseInt(fields[11], 10, 64)
	system, _ := strconv.ParseInt(fields[12], 10, 64)
	return time.Duration(user+system) * clockTick
}

func (p *process) proc(name string) []byte {
	data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/%s", p.cmd.Process.Pid, name))
	return data
}
