package main

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/gliderlabs/ssh"
	"github.com/spf13/cobra"
	gossh "golang.org/x/crypto/ssh"

	"parley/ui"
)

// serveFlags are the limits of `parley serve`.
type serveFlags struct {
	listen     string
	authorized string
	hostKey    string
	sessions   int
	idle       time.Duration
}

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Give the dashboard over SSH, from one poller to many editors",
		Long: "Every editor whose public key stands in the authorized_keys file gets the dashboard,\n" +
			"with a cursor, filters and read state of their own. Without that file nobody gets in.\n" +
			"A session cannot open links or write files on this machine.",
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), f) },
	}
	config := filepath.Dir(userConfigPath())
	cmd.Flags().StringVar(&f.listen, "listen", "127.0.0.1:2222", "`ADDRESS` to listen on")
	cmd.Flags().StringVar(&f.authorized, "authorized-keys", filepath.Join(config, "authorized_keys"), "`FILE` of the public keys that may come in")
	cmd.Flags().StringVar(&f.hostKey, "host-key", filepath.Join(config, "host_key"), "`FILE` of this server's key, made when it is missing")
	cmd.Flags().IntVar(&f.sessions, "max-sessions", 50, "how many may look at once")
	cmd.Flags().DurationVar(&f.idle, "idle", 12*time.Hour, "how long a session may be silent")
	return cmd
}

func (a *app) serve(ctx context.Context, f serveFlags) error {
	if _, err := readKeys(f.authorized); err != nil {
		return err
	}
	signer, err := hostKey(f.hostKey)
	if err != nil {
		return err
	}
	d, cfg, err := a.liveDesk(ctx)
	if err != nil {
		return err
	}
	defer d.Close()
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", f.listen)
	if err != nil {
		return fmt.Errorf("cannot listen on %s: %w; --listen names another address", f.listen, err)
	}
	places := make(chan struct{}, max(1, f.sessions))
	server := &ssh.Server{
		IdleTimeout: f.idle,
		Version:     "Parley",
		// Read at every login, so that a key taken out of the file is out at once.
		PublicKeyHandler: func(_ ssh.Context, key ssh.PublicKey) bool { return allowed(f.authorized, key) },
		Handler: func(s ssh.Session) {
			select {
			case places <- struct{}{}:
				defer func() { <-places }()
			default:
				fmt.Fprintf(s, "all %d places are taken: try again later\r\n", cap(places))
				_ = s.Exit(exitFailed)
				return
			}
			if err := show(s, d, a.screenOptions(cfg)); err != nil {
				fmt.Fprintf(s, "%v\r\n", err)
				_ = s.Exit(exitFailed)
			}
		},
	}
	server.AddHostKey(signer)
	fmt.Fprintf(a.stderr, "serving on %s, host key %s; ctrl+c ends it\n", listener.Addr(), gossh.FingerprintSHA256(signer.PublicKey()))
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	failed := make(chan error, 2)
	go func() { failed <- d.poll(ctx, cfg, nil) }()
	go func() { failed <- server.Serve(listener) }()
	select {
	case <-ctx.Done():
		err = nil
	case err = <-failed:
	}
	stop()
	if errors.Is(err, ssh.ErrServerClosed) {
		err = nil
	}
	return errors.Join(err, server.Close())
}

// show runs one dashboard in one session.
func show(s ssh.Session, d *desk, opts ui.Options) error {
	pty, resized, ok := s.Pty()
	if !ok {
		return errors.New("the dashboard needs a terminal: use ssh -t")
	}
	who := gossh.FingerprintSHA256(s.PublicKey())
	opts.Reader = s.User()
	opts.OpenLink, opts.Clipboard = nil, nil
	opts.ConfigPath, opts.StorePath = "", ""
	v, err := d.view(s.Context(), "ssh "+who)
	if err != nil {
		return err
	}
	defer v.leave()
	v.remote = true
	opts.Settings = v.settings
	program := tea.NewProgram(ui.New(v, opts),
		tea.WithContext(s.Context()), tea.WithInput(s), tea.WithOutput(s),
		tea.WithEnvironment(append(s.Environ(), "TERM="+pty.Term)),
		tea.WithWindowSize(pty.Window.Width, pty.Window.Height),
		tea.WithoutSignalHandler())
	go func() {
		for w := range resized {
			program.Send(tea.WindowSizeMsg{Width: w.Width, Height: w.Height})
		}
	}()
	_, err = program.Run()
	if errors.Is(err, tea.ErrProgramKilled) || errors.Is(err, context.Canceled) {
		return nil // the client went away
	}
	return err
}

// readKeys reads an authorized_keys file, which must exist and be nobody
// else's to write.
func readKeys(path string) ([]ssh.PublicKey, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s is missing, so nobody could come in: put one public key a line there, or name another file with --authorized-keys", path)
	}
	if err != nil {
		return nil, err
	}
	if info.Mode().Perm()&0o022 != 0 {
		return nil, fmt.Errorf("%s can be written by others: chmod 600 it first", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var keys []ssh.PublicKey
	for len(data) > 0 {
		key, _, _, rest, err := ssh.ParseAuthorizedKey(data)
		if err != nil {
			break // only comments are left
		}
		keys, data = append(keys, key), rest
	}
	if len(keys) == 0 {
		return nil, fmt.Errorf("%s holds no public key, so nobody could come in", path)
	}
	return keys, nil
}

func allowed(path string, key ssh.PublicKey) bool {
	keys, err := readKeys(path)
	if err != nil {
		return false
	}
	for _, k := range keys {
		if ssh.KeysEqual(k, key) {
			return true
		}
	}
	return false
}

// hostKey reads the server's key, and makes it the first time.
func hostKey(path string) (gossh.Signer, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		data, err = makeHostKey(path)
	}
	if err != nil {
		return nil, fmt.Errorf("the host key: %w", err)
	}
	signer, err := gossh.ParsePrivateKey(data)
	if err != nil {
		return nil, fmt.Errorf("%s is no private key: %w; move it away and a new one is made", path, err)
	}
	return signer, nil
}

func makeHostKey(path string) ([]byte, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	block, err := gossh.MarshalPrivateKey(private, "parley")
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	data := pem.EncodeToMemory(block)
	return data, os.WriteFile(path, data, 0o600)
}
