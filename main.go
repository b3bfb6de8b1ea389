// Parley is a terminal dashboard for tracking live negotiations: who said what,
// how sure that is, and what changed.
//
//	feeds ──► desk (record of versions and facts) ──► board as of a moment ──► ui
//
// The files beside this one hold a command each; desk.go wires the parts.
package main

import (
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	_ "time/tzdata" // zones by name, on machines that have none

	"github.com/spf13/cobra"

	"parley/model"
	"parley/model/config"
)

// exampleConfig is the default configuration, and what `config init` writes.
//
//go:embed config.example.toml
var exampleConfig []byte

// Exit statuses, as scripts rely on them.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// usageError is a command line or configuration that cannot work.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// app holds what every command shares.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	configPath     string
	storePath      string
}

func main() {
	allowGarbage(mostGarbage)
	slog.SetLogLoggerLevel(slog.LevelWarn) // commands say what they do; the log is for what goes wrong
	ctx, stop := signal.NotifyContext(context.Background(), endings()...)
	context.AfterFunc(ctx, stop) // a second signal ends at once what the first did not
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// endings are the signals that end a command in good order. Who was started by
// nohup outlives the terminal.
func endings() []os.Signal {
	list := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		list = append(list, syscall.SIGHUP)
	}
	return list
}

// run executes one command line and returns its exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr}
	root := a.rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var usage usageError
	var faults config.Faults
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &faults), errors.As(err, &usage):
		fmt.Fprintln(stderr, err)
		return exitUsage
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		fmt.Fprintln(stderr, "parley: interrupted before it was done")
		return exitFailed
	default:
		fmt.Fprintln(stderr, "parley:", err)
		return exitFailed
	}
}

func (a *app) rootCommand() *cobra.Command {
	root := a.dashboardCommand()
	root.Version = version
	root.SetVersionTemplate(versionLine() + "\n")
	root.SilenceUsage = true
	root.SilenceErrors = true
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		said := plainFlagError(err)
		return usagef("parley: %s%s; see `%s --help`", said, meantFlag(cmd, said), cmd.CommandPath())
	})
	root.PersistentFlags().StringVar(&a.configPath, "config", "", "configuration `FILE` (default $PARLEY_CONFIG, else config.toml in $XDG_CONFIG_HOME/parley, else the built-in one)")
	root.PersistentFlags().StringVar(&a.storePath, "store", "", "the record's `FILE` (default NAME.db in $XDG_STATE_HOME/parley)")
	root.AddCommand(
		a.demoCommand(), a.replayCommand(), a.pollCommand(), a.extractCommand(),
		a.briefCommand(), a.searchCommand(), a.exportCommand(), a.snapshotCommand(),
		a.feedsCommand(), a.configCommand(), a.storeCommand(), a.serveCommand(), a.versionCommand(),
	)
	root.InitDefaultCompletionCmd()
	root.InitDefaultHelpCmd()
	if help, _, err := root.Find([]string{"help"}); err == nil {
		help.Args = func(_ *cobra.Command, args []string) error {
			if _, rest, err := root.Find(args); err != nil || len(rest) > 0 {
				return fmt.Errorf("there is no command %q", strings.Join(args, " "))
			}
			return nil
		}
	}
	wrapArgs(root)
	return root
}

// plainFlagError says what a flag wants where the error speaks of how Go reads it.
func plainFlagError(err error) string {
	said := err.Error()
	if number := (*strconv.NumError)(nil); errors.As(err, &number) {
		wants := map[string]string{"ParseFloat": "it wants a number", "ParseBool": "it wants true or false"}[number.Func]
		return strings.Replace(said, number.Error(), cmp.Or(wants, "it wants a whole number"), 1)
	}
	if before, _, found := strings.Cut(said, "time: "); found {
		return before + "it wants a duration, such as 90s, 10m or 8h"
	}
	return said
}

// wrapArgs makes a wrong number of arguments, or none where a command wants one
// of its own, a usage error everywhere.
func wrapArgs(cmd *cobra.Command) {
	if check := cmd.Args; check != nil {
		cmd.Args = func(cmd *cobra.Command, args []string) error {
			if err := check(cmd, args); err != nil {
				switch _, wanted, ok := strings.Cut(cmd.Use, " "); {
				case cmd.Name() == "help":
				case ok:
					return usagef("parley: %s given; it is `%s %s`; see `%[2]s --help`", model.Counted(len(args), "argument was", "arguments were"), cmd.CommandPath(), wanted)
				case !cmd.HasSubCommands() && strings.HasPrefix(err.Error(), "unknown command"):
					return usagef("parley: %s takes no arguments: leave out %q; see `%[1]s --help`", cmd.CommandPath(), args[0])
				}
				near := ""
				if cmd.HasSubCommands() && len(args) > 0 {
					near = meantCommand(cmd, args[0])
				}
				return usagef("parley: %v%s; see `%s --help`", err, near, cmd.CommandPath())
			}
			return nil
		}
	}
	if cmd.HasSubCommands() && cmd.RunE == nil {
		cmd.RunE = func(cmd *cobra.Command, _ []string) error { return needsSubcommand(cmd) }
	}
	for _, sub := range cmd.Commands() {
		wrapArgs(sub)
	}
}
