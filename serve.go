package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"time"

	"github.com/gliderlabs/ssh"
	"github.com/spf13/cobra"
	gossh "golang.org/x/crypto/ssh"

	"parley/feeds"
	"parley/model/config"
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
	dir := filepath.Dir(userConfigPath())
	cmd.Flags().StringVar(&f.listen, "listen", "127.0.0.1:2222", "`ADDRESS` to listen on")
	cmd.Flags().StringVar(&f.authorized, "authorized-keys", filepath.Join(dir, "authorized_keys"), "`FILE` of the public keys that may come in")
	cmd.Flags().StringVar(&f.hostKey, "host-key", filepath.Join(dir, "host_key"), "`FILE` of this server's key, made when it is missing")
	cmd.Flags().IntVar(&f.sessions, "max-sessions", 50, "`N` may look at once")
	cmd.Flags().DurationVar(&f.idle, "idle", 12*time.Hour, "a session may be silent for a `DURATION`")
	cmd.Flags().Lookup("idle").DefValue = feeds.Spell(f.idle)
	return cmd
}

// serve polls once and shows the record to many, until ctx ends.
func (a *app) serve(ctx context.Context, f serveFlags) error {
	if _, err := readKeys(f.authorized); err != nil {
		return err
	}
	signer, err := hostKey(f.hostKey)
	if err != nil {
		return err
	}
	d, cfg, err := a.liveDesk(ctx, false)
	if err != nil {
		return err
	}
	defer d.Close()
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", f.listen)
	if err != nil {
		return fmt.Errorf("cannot listen: %w; --listen names another address", err)
	}
	fmt.Fprintf(a.stderr, "serving on %s, host key %s; ctrl+c ends it\n", listener.Addr(), gossh.FingerprintSHA256(signer.PublicKey()))
	defer beside(ctx, func(ctx context.Context) { d.poll(ctx, cfg, nil) })()
	return a.serveOn(ctx, listener, signer, d, cfg, f)
}

// serveOn takes sessions until ctx ends, and then lets them end in order: each
// gives its terminal back before its connection goes.
func (a *app) serveOn(ctx context.Context, listener net.Listener, signer gossh.Signer, d *desk, cfg config.Config, f serveFlags) error {
	h := &house{app: a, desk: d, cfg: cfg, authorized: f.authorized, idle: f.idle, ctx: ctx, places: make(chan struct{}, max(1, f.sessions))}
	server := &ssh.Server{
		Version: "Parley",
		// Read at every login, so that a key taken out of the file is out at once.
		PublicKeyHandler: func(_ ssh.Context, key ssh.PublicKey) bool { _, ok := signature(f.authorized, key); return ok },
		ConnCallback:     h.admit,
		ChannelHandlers:  map[string]ssh.ChannelHandler{"session": h.session},
		RequestHandlers:  map[string]ssh.RequestHandler{},
		Handler:          h.receive,
	}
	server.AddHostKey(signer)
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	var err error
	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	h.goodbye()
	return errors.Join(err, server.Close())
}
