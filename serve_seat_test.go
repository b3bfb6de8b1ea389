package main

import (
	"bufio"
	"context"
	"crypto/ed25519"
	"errors"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"
)

// patience is how long a test waits for what has to come.
const patience = 20 * time.Second

// served is a running `parley serve`.
type served struct {
	t     *testing.T
	dir   string // holds authorized_keys, host_key and desk.db
	addr  string
	print string // of the host key
	end   func() (status int)
}

// serve starts a server over one demo feed for the holders of some keys.
func serve(t *testing.T, dir string, keys []gossh.Signer, args ...string) *served {
	t.Helper()
	url, _ := demoServer(t)
	allow(t, dir, keys...)
	ctx, cancel := context.WithCancel(context.Background())
	said, stderr := io.Pipe()
	status := make(chan int, 1)
	go func() {
		args := append([]string{
			"serve", "--listen", "127.0.0.1:0", "--config", demoConfig(t, dir, url, "1s"), "--store", filepath.Join(dir, "desk.db"),
			"--authorized-keys", filepath.Join(dir, "authorized_keys"), "--host-key", filepath.Join(dir, "host_key"),
		}, args...)
		status <- run(ctx, args, strings.NewReader(""), io.Discard, stderr)
		stderr.Close()
	}()
	lines := bufio.NewReader(said)
	line, err := lines.ReadString('\n')
	m := regexp.MustCompile(`serving on (\S+), host key (\S+);`).FindStringSubmatch(line)
	if m == nil {
		t.Fatalf("the server said %q, %v", line, err)
	}
	go func() { _, _ = io.Copy(io.Discard, lines) }()
	s := &served{t: t, dir: dir, addr: m[1], print: m[2]}
	ended := -1
	s.end = func() int {
		cancel()
		if ended < 0 {
			select {
			case ended = <-status:
			case <-time.After(patience):
				t.Fatal("the server did not end")
			}
		}
		return ended
	}
	t.Cleanup(func() { s.end() })
	return s
}

// allow writes the authorized_keys file.
func allow(t *testing.T, dir string, keys ...gossh.Signer) {
	t.Helper()
	text := "# who may look\n"
	for _, k := range keys {
		text += string(gossh.MarshalAuthorizedKey(k.PublicKey()))
	}
	writeFile(t, filepath.Join(dir, "authorized_keys"), text)
}

func newKey(t *testing.T) gossh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

func (s *served) dial(auth ...gossh.AuthMethod) (*gossh.Client, error) {
	return gossh.Dial("tcp", s.addr, &gossh.ClientConfig{User: "ada", Auth: auth, Timeout: patience, HostKeyCallback: gossh.InsecureIgnoreHostKey()})
}

// enter connects with a key that may come in.
func (s *served) enter(key gossh.Signer) *gossh.Client {
	s.t.Helper()
	client, err := s.dial(gossh.PublicKeys(key))
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { client.Close() })
	return client
}

// seat is an editor's terminal at the other end of a session.
type seat struct {
	*vt.SafeEmulator
	t       *testing.T
	client  *gossh.Client
	session *gossh.Session
	ended   chan error
}

// sit opens the dashboard in an emulated terminal.
func (s *served) sit(key gossh.Signer) *seat {
	s.t.Helper()
	client := s.enter(key)
	session, err := client.NewSession()
	if err != nil {
		s.t.Fatal(err)
	}
	e := &seat{vt.NewSafeEmulator(100, 30), s.t, client, session, make(chan error, 1)}
	session.Stdout = e.SafeEmulator
	session.Stdin = e.SafeEmulator
	if err := session.RequestPty("xterm-256color", 30, 100, gossh.TerminalModes{}); err != nil {
		s.t.Fatal(err)
	}
	if err := session.Shell(); err != nil {
		s.t.Fatal(err)
	}
	go func() { e.ended <- session.Wait() }()
	return e
}

// sees waits until the screen shows a text.
func (e *seat) sees(want string) *seat {
	e.t.Helper()
	for until := time.Now().Add(patience); time.Now().Before(until); time.Sleep(10 * time.Millisecond) {
		if strings.Contains(ansi.Strip(e.Render()), want) {
			return e
		}
	}
	e.t.Fatalf("%q was never seen:\n%s", want, ansi.Strip(e.Render()))
	return e
}

// leaves waits for the session's end and returns its exit status.
func (e *seat) leaves() int {
	e.t.Helper()
	select {
	case err := <-e.ended:
		if err == nil {
			return 0
		}
		var exit *gossh.ExitError
		if errors.As(err, &exit) {
			return exit.ExitStatus()
		}
		return -1
	case <-time.After(patience):
		e.t.Fatalf("the session did not end:\n%s", ansi.Strip(e.Render()))
		return -1
	}
}

func TestNobodyComesInWhileTheServerSaysGoodbye(t *testing.T) {
	h := &house{}
	if !h.come() {
		t.Fatal("nobody may come in")
	}
	h.open.Done()
	h.goodbye()
	if h.come() {
		t.Error("a session came in after the last had left")
	}
}
