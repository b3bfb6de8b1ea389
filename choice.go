package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// choice is the value of a flag that takes one of a few words.
type choice struct {
	to *string
	of []string
}

func (c choice) String() string { return *c.to }

// Type is what --help shows as the flag's value.
func (c choice) Type() string { return strings.Join(c.of, "|") }

func (c choice) Set(s string) error {
	if !slices.Contains(c.of, s) {
		last := len(c.of) - 1
		return fmt.Errorf("it wants %s or %s", strings.Join(c.of[:last], ", "), c.of[last])
	}
	*c.to = s
	return nil
}

// choose gives cmd a flag that takes one of a few words, and completes them. An
// empty value of to means whatever the command makes of it.
func choose(cmd *cobra.Command, to *string, name, usage string, of ...string) {
	cmd.Flags().Var(choice{to, of}, name, usage)
	_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(of, cobra.ShellCompDirectiveNoFileComp)) // the flag was just made
}
