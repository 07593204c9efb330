package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// fromEnv lets an environment variable stand for each of the flags, and says so in their help.
func fromEnv(flags *pflag.FlagSet, names ...string) {
	for _, name := range names {
		flag := flags.Lookup(name)
		variable := envName(name)
		flag.Usage += " (" + variable + ")"
		flag.Annotations = map[string][]string{envAnnotation: {variable}}
	}
}

const envAnnotation = "env"

// envName is the variable of a flag: LVGU_ANSWER_RATE of answer-rate.
func envName(flag string) string {
	return "LVGU_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// applyEnv sets the flags of a command that the command line leaves out and the environment sets.
func applyEnv(cmd *cobra.Command, getenv func(string) string) error {
	var err error
	cmd.Flags().VisitAll(func(flag *pflag.Flag) {
		variables := flag.Annotations[envAnnotation]
		if err != nil || flag.Changed || len(variables) == 0 {
			return
		}
		value := getenv(variables[0])
		if value == "" {
			return
		}
		if setErr := cmd.Flags().Set(flag.Name, value); setErr != nil {
			err = usage(cmd, fmt.Errorf("%s=%q: %w", variables[0], value, setErr))
		}
	})
	return err
}
