package main

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestMain lets scripts and tests call the command: the test's binary is lvgu when it is called so, or with a first
// argument that is no flag, as a server calls itself.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && !strings.HasPrefix(os.Args[1], "-") {
		main()
	}
	testscript.Main(m, map[string]func(){"lvgu": main})
}

// TestScripts runs testdata/script: what the command does, seen from a shell.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("TMPDIR", env.WorkDir) // what a command leaves behind is seen, and goes with the script
			return nil
		},
	})
}
