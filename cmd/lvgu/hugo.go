package main

import (
	"os"

	"github.com/spf13/cobra"

	"lvgu/site"
)

// newHugo is how a server calls its own program to build the site in another process. It is for no user, and hidden. It
// ends with the server, however that does, for its standard input ends then.
func newHugo() *cobra.Command {
	return &cobra.Command{
		Use:    "hugo",
		Short:  "Build the site for a server",
		Hidden: true,
		Args:   noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			out := cmd.OutOrStdout()
			os.Stdout = os.Stderr // what the libraries may print by name is not for the server to read
			return site.RunHugo(cmd.InOrStdin(), out)
		},
	}
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
