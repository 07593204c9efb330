package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"lvgu/assistant/journal"
)

func newBackup() *cobra.Command {
	var options journalOptions
	cmd := &cobra.Command{
		Use:     "backup FILE",
		Short:   "Copy the journal while the server runs",
		Long:    `Backup writes a whole and consistent copy of the journal to FILE, which must not exist. The server goes on meanwhile.`,
		Example: "  lvgu backup --journal journal.db journal-2026-11.db",
		Args:    oneArg("the file to write"),
		RunE: func(cmd *cobra.Command, args []string) error {
			reader, err := options.reader(cmd)
			if err != nil {
				return err
			}
			return errors.Join(reader.Backup(cmd.Context(), args[0]), reader.Close())
		},
	}
	options.define(cmd.Flags())
	return cmd
}

func newRestore() *cobra.Command {
	var options journalOptions
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup in the place of the journal",
		Long: `Restore checks the backup FILE and puts a copy of it in the place of the journal. The journal that was
there is set aside beside it and goes with the retention. A server that runs takes up the copy by itself.`,
		Example: "  lvgu restore --journal journal.db journal-2026-11.db",
		Args:    oneArg("the backup"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if options.path == "" {
				return usage(cmd, errNoJournal)
			}
			aside, err := journal.Restore(cmd.Context(), args[0], options.path, time.Now())
			if err == nil && aside != "" {
				fmt.Fprintf(cmd.OutOrStdout(), "the journal before it: %s\n", aside)
			}
			return err
		},
	}
	options.define(cmd.Flags())
	return cmd
}
