package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/gliderlabs/ssh"
	gossh "golang.org/x/crypto/ssh"

	"parley/model/config"
	"parley/ui"
)

const (
	knockFor   = 30 * time.Second // from the connection to the session
	writeFor   = 30 * time.Second // for what is sent to be taken: a dead line holds no place
	goodbyeFor = 3 * time.Second  // for sessions to give their terminals back
	maxEnviron = 32               // variables that a client may send
)

// house is where the sessions of one server live.
//
//	connection ─► admit ─► key ─► session (guarded) ─► receive ─► show
type house struct {
	app        *app
	desk       *desk
	cfg        config.Config
	authorized string          // the file of the keys that may come in
	idle       time.Duration   // without a key press
	ctx        context.Context // of the server
	places     chan struct{}   // one for each that looks

	open   sync.WaitGroup
	coming sync.Mutex
	closed bool // nobody comes in any more; guarded by coming
}

// line is a connection that is given up when the other end takes nothing.
type line struct{ net.Conn }

func (l line) Write(p []byte) (int, error) {
	if err := l.SetWriteDeadline(time.Now().Add(writeFor)); err != nil {
		return 0, err
	}
	return l.Conn.Write(p)
}

type knockKey struct{}

// admit closes connections that do not come to a session.
func (h *house) admit(ctx ssh.Context, conn net.Conn) net.Conn {
	ctx.SetValue(knockKey{}, time.AfterFunc(knockFor, func() { conn.Close() }))
	return line{conn}
}

// session opens a channel for the dashboard and nothing else.
func (h *house) session(srv *ssh.Server, conn *gossh.ServerConn, ch gossh.NewChannel, ctx ssh.Context) {
	if knock, ok := ctx.Value(knockKey{}).(*time.Timer); ok {
		knock.Stop()
	}
	ssh.DefaultSessionHandler(srv, conn, guarded{ch}, ctx)
}

// guarded refuses every request of a session that the dashboard has no use for:
// commands, subsystems such as sftp, agents, X11.
type guarded struct{ gossh.NewChannel }

func (g guarded) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	ch, requests, err := g.NewChannel.Accept()
	if err != nil {
		return ch, requests, err
	}
	passed := make(chan *gossh.Request)
	go func() {
		defer close(passed)
		environ := 0
		for req := range requests {
			switch req.Type {
			case "env":
				environ++
				if environ > maxEnviron || len(req.Payload) > 1024 {
					_ = req.Reply(false, nil)
					continue
				}
			case "pty-req", "shell", "window-change":
			default:
				_ = req.Reply(false, nil)
				continue
			}
			passed <- req
		}
	}()
	return ch, passed, nil
}

// receive gives a session a place, if one is free.
func (h *house) receive(s ssh.Session) {
	if !h.come() {
		refuse(s, "the server has ended")
		return
	}
	defer h.open.Done()
	pty, resized, ok := s.Pty()
	sizes := make(chan ssh.Window, 1)
	go latest(resized, sizes)
	if !ok {
		refuse(s, "the dashboard needs a terminal: use ssh -t, without a command")
		return
	}
	select {
	case h.places <- struct{}{}:
		defer func() { <-h.places }()
	default:
		refuse(s, fmt.Sprintf("every place is taken (--max-sessions %d): try again later", cap(h.places)))
		return
	}
	slog.Info("a session begins", "user", s.User(), "from", s.RemoteAddr(), "key", gossh.FingerprintSHA256(s.PublicKey()))
	err := h.show(s, pty, sizes)
	slog.Info("a session ends", "user", s.User(), "from", s.RemoteAddr(), "why", cmp.Or(err, errors.New("its reader left")))
	if err != nil {
		refuse(s, err.Error())
	}
}

// come counts a session among the open ones, unless the server is ending: none may
// come while it waits for the last to leave.
func (h *house) come() bool {
	h.coming.Lock()
	defer h.coming.Unlock()
	if !h.closed {
		h.open.Add(1)
	}
	return !h.closed
}

// latest passes on the newest size; the sender never waits. It ends with from.
func latest(from <-chan ssh.Window, to chan ssh.Window) {
	defer close(to)
	for w := range from {
		select {
		case <-to:
		default:
		}
		to <- w
	}
}

func refuse(s ssh.Session, why string) {
	fmt.Fprintf(s, "parley: %s\r\n", why)
	_ = s.Exit(exitFailed)
}

// show runs one dashboard in one session, until its reader quits, is idle for
// too long or goes away, or the server ends.
func (h *house) show(s ssh.Session, pty ssh.Pty, sizes <-chan ssh.Window) error {
	ctx, leave := context.WithCancelCause(s.Context())
	defer leave(nil)
	defer context.AfterFunc(h.ctx, func() { leave(errors.New("the server has ended")) })()
	idle := time.AfterFunc(h.idle, func() { leave(fmt.Errorf("no key was pressed for %s", h.idle)) })
	defer idle.Stop()

	v, err := h.desk.view(ctx, "ssh "+gossh.FingerprintSHA256(s.PublicKey()))
	if err != nil {
		return err
	}
	defer v.leave()
	v.remote = true
	environ := append(s.Environ(), "TERM="+pty.Term)
	opts := h.app.screenOptions(h.cfg)
	opts.Settings = v.settings
	var ok bool
	if opts.Reader, ok = signature(h.authorized, s.PublicKey()); !ok {
		return errors.New("this key may no longer come in")
	}
	opts.OpenLink, opts.NoSuspend = nil, true
	opts.ConfigPath, opts.StorePath = "", ""
	opts.Profile = colorprofile.Env(environ)
	program := ui.Program(ctx, v, opts,
		tea.WithInput(alive{s, func() { idle.Reset(h.idle) }}), tea.WithOutput(s), tea.WithEnvironment(environ),
		tea.WithWindowSize(cmp.Or(pty.Window.Width, 80), cmp.Or(pty.Window.Height, 24)), tea.WithoutSignalHandler())
	go func() {
		for w := range sizes {
			if w.Width == 0 || w.Height == 0 {
				continue // a client without a terminal of its own
			}
			program.Send(tea.WindowSizeMsg{Width: w.Width, Height: w.Height})
		}
	}()
	final, err := program.Run()
	err = errors.Join(err, ui.Left(ctx, final))
	if why := context.Cause(ctx); why != nil && !errors.Is(why, context.Canceled) {
		return why
	}
	return ui.Ended(ctx, err)
}

// alive tells of every read, which is a key press.
type alive struct {
	io.Reader
	read func()
}

func (a alive) Read(p []byte) (int, error) {
	n, err := a.Reader.Read(p)
	a.read()
	return n, err
}

// goodbye waits until the sessions have ended, as they do with the server's
// context.
func (h *house) goodbye() {
	h.coming.Lock()
	h.closed = true
	h.coming.Unlock()
	ended := make(chan struct{})
	go func() {
		h.open.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(goodbyeFor):
	}
}
