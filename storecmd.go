package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"parley/model/store"
)

func (a *app) storeCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "store", Short: "Check the record or copy it", Args: cobra.NoArgs}
	cmd.AddCommand(
		&cobra.Command{Use: "check", Short: "Read the whole record and list what is wrong with it", Args: cobra.NoArgs,
			RunE: func(cmd *cobra.Command, _ []string) error { return a.withStore(cmd.Context(), a.checkStore) }},
		&cobra.Command{Use: "backup FILE", Short: "Copy the record into a new file, also while it is in use", Args: cobra.ExactArgs(1),
			RunE: func(cmd *cobra.Command, args []string) error {
				return a.withStore(cmd.Context(), func(ctx context.Context, s *store.Store) error {
					if err := s.Backup(ctx, args[0]); err != nil {
						return err
					}
					fmt.Fprintf(a.stderr, "%s copied to %s\n", s.Path(), args[0])
					return nil
				})
			}},
	)
	return cmd
}

// withStore opens the record of the config in force for reading.
func (a *app) withStore(ctx context.Context, do func(context.Context, *store.Store) error) error {
	path, _, err := a.existingStore()
	if err != nil {
		return err
	}
	s, err := store.Open(ctx, path, store.ReadOnly())
	if err != nil {
		return err
	}
	return errors.Join(do(ctx, s), s.Close())
}

func (a *app) checkStore(ctx context.Context, s *store.Store) error {
	faults, err := s.Check(ctx)
	if err != nil {
		return err
	}
	for _, fault := range faults {
		fmt.Fprintln(a.stdout, fault)
	}
	if len(faults) > 0 {
		return fmt.Errorf("%s has faults: copy it before anything else, and go back to a backup or export what can still be read", s.Path())
	}
	fmt.Fprintf(a.stderr, "%s is sound\n", s.Path())
	return nil
}
