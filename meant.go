package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"parley/model"
)

// meantCommand asks for the subcommand that a word was probably meant to be, empty where
// none is near.
func meantCommand(cmd *cobra.Command, typed string) string {
	var known []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			known = append(known, sub.Name())
		}
	}
	return meant(typed, known, "")
}

// meantFlag asks for the flag that an unknown one in a message was probably meant to be.
func meantFlag(cmd *cobra.Command, message string) string {
	typed, ok := strings.CutPrefix(message, "unknown flag: --")
	if !ok {
		return ""
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	return meant(typed, known, "--")
}

// meant asks for the nearest of some words; the shorter one is, the nearer it must be.
func meant(typed string, known []string, mark string) string {
	best, least := "", min(3, 1+len(typed)/2)
	for _, name := range known {
		if n := model.LettersApart(typed, name); n < least {
			best, least = name, n
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(" (did you mean %s%s?)", mark, best)
}
