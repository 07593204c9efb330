package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// newRoot is the command tree. Without a subcommand it serves.
func newRoot(getenv func(string) string) *cobra.Command {
	var opts serveOptions
	root := &cobra.Command{
		Use:   "lvgu",
		Short: "The zone's site, and an assistant that answers with the clause",
		Long: `lvgu serves the zone's showcase site and its policy assistant from one folder of Markdown.

Without a command it serves. Every setting is a flag; most can be given by an environment
variable instead, named beside the flag. A flag wins over its variable.`,
		Example: `  lvgu                                   serve on http://127.0.0.1:8080
  lvgu serve --addr :80 --content content
  lvgu check --content content           every fault of the content, as path:line: message
  lvgu ask "上海张江飞地有多大？"`,
		Args:          noArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			return applyEnv(cmd, getenv)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return serve(cmd, opts, getenv) },
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return usage(cmd, err) })
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().String("content", "", "folder of Markdown to read instead of the content built in")
	root.PersistentFlags().String("synonyms", "", "file of other words for the same thing, besides those built in: a line 甲 = 乙 or 甲 > 乙 each")
	fromEnv(root.PersistentFlags(), "content", "synonyms")
	opts.define(root.Flags())
	root.AddCommand(newServe(getenv), newBuild(), newCheck(), newAsk(getenv), newSearch(), newEval(getenv), newQuestions(getenv), newAnswer(getenv), newForget(), newNew(getenv), newImport(), newBackup(), newRestore(), newHugo(), newVersion())
	return root
}

// usage marks err as a fault of the command line.
func usage(cmd *cobra.Command, err error) error {
	return &usageError{command: cmd.CommandPath(), err: err}
}

// noArgs refuses arguments, which on the root are mistyped commands.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if cmd.HasSubCommands() {
		return usage(cmd, fmt.Errorf("unknown command %q", args[0]))
	}
	return usage(cmd, fmt.Errorf("unexpected argument %q", args[0]))
}

// oneArg wants exactly one argument, which what names.
func oneArg(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return usage(cmd, fmt.Errorf("%s is missing", what))
		case 1:
			return nil
		default:
			return usage(cmd, fmt.Errorf("one %s is wanted, %d were given: put it in quotes", what, len(args)))
		}
	}
}
