package main

import (
	"io"
	"os"

	"github.com/spf13/cobra"

	"lvgu/site"
)

// newHugo is how a server calls its own program to build the site in another process. It is for no user, and hidden.
func newHugo() *cobra.Command {
	return &cobra.Command{
		Use:                "hugo",
		Short:              "Build the site for a server",
		Hidden:             true,
		DisableFlagParsing: true, // they are Hugo's
		RunE: func(cmd *cobra.Command, args []string) error {
			go endWith(cmd.InOrStdin())
			if err := site.RunHugo(args); err != nil {
				return errReported
			}
			return nil
		},
	}
}

// endWith ends this process when the server at the other end of in has ended, however it did.
func endWith(in io.Reader) {
	_, _ = io.Copy(io.Discard, in)
	os.Exit(exitFault)
}

// hugoProcess is the command line of newHugo; empty where the program does not know its own file.
func hugoProcess() []string {
	program, err := ownProgram()
	if err != nil {
		return nil
	}
	return []string{program, "hugo"}
}

// ownProgram is the file of this program. Where the system has a name for what runs, that holds even after an upgrade has
// put another file in its place.
func ownProgram() (string, error) {
	const running = "/proc/self/exe"
	if _, err := os.Stat(running); err == nil {
		return running, nil
	}
	return os.Executable()
}
