package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/pem"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"

	"parley/model/store"
)

func TestServeLetsInOnlyTheKeysOfTheFile(t *testing.T) {
	emptyHome(t)
	dir := t.TempDir()
	known, stranger := newKey(t), newKey(t)
	status, _, errs := parley(t, "", "serve", "--listen", "127.0.0.1:0", "--authorized-keys", filepath.Join(dir, "authorized_keys"))
	if status != exitFailed || !strings.Contains(errs, "nobody could come in") {
		t.Errorf("without a file: %d %q", status, errs)
	}
	s := serve(t, dir, []gossh.Signer{known})
	s.enter(known)
	for who, auth := range map[string][]gossh.AuthMethod{
		"nobody":      nil,
		"a stranger":  {gossh.PublicKeys(stranger)},
		"a password":  {gossh.Password("ada")},
		"an answerer": {gossh.KeyboardInteractive(func(_, _ string, q []string, _ []bool) ([]string, error) { return make([]string, len(q)), nil })},
	} {
		if client, err := s.dial(auth...); err == nil {
			client.Close()
			t.Errorf("%s came in", who)
		}
	}
	allow(t, dir, stranger)
	if _, err := s.dial(gossh.PublicKeys(known)); err == nil {
		t.Error("a key that was taken out of the file still came in")
	}
}

func TestServeMakesItsHostKeyOnce(t *testing.T) {
	emptyHome(t)
	dir := t.TempDir()
	key := []gossh.Signer{newKey(t)}
	first := serve(t, dir, key)
	first.end()
	info, err := os.Stat(filepath.Join(dir, "host_key"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("host key: %v %v", info, err)
	}
	if again := serve(t, dir, key); again.print != first.print {
		t.Error("another start has another host key")
	}
}

func TestAnEditorOverSSHSeesTheDashboardAndTouchesNothingHere(t *testing.T) {
	emptyHome(t)
	t.Chdir(t.TempDir())
	ada, bo := newKey(t), newKey(t)
	s := serve(t, t.TempDir(), []gossh.Signer{ada, bo})
	a := s.sit(ada).sees("Ada Quill").sees("LIVE")
	b := s.sit(bo).sees("Ada Quill")
	a.SendText("B")
	a.sees("over SSH nothing is written")
	a.SendText("?")
	a.sees("Keys")
	if strings.Contains(ansi.Strip(b.Render()), "Keys") {
		t.Error("another editor's screen changed too")
	}
	if err := a.session.WindowChange(5, 20); err != nil {
		t.Fatal(err)
	}
	a.Resize(20, 5)
	a.sees("Parley needs")
	a.SendText("q")
	if status := a.leaves(); status != 0 {
		t.Errorf("q: %d", status)
	}
	if files, err := os.ReadDir("."); err != nil || len(files) > 0 {
		t.Errorf("a session left %v, %v", files, err)
	}
	b.sees("LIVE")
	if status := s.end(); status != exitDone {
		t.Errorf("the server: %d", status)
	}
	st, err := store.Open(t.Context(), filepath.Join(s.dir, "desk.db"), store.ReadOnly())
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	for key, looked := range map[gossh.Signer]bool{ada: true, newKey(t): false} {
		look, err := st.LastLook(t.Context(), "ssh "+gossh.FingerprintSHA256(key.PublicKey()))
		if err != nil || look.IsZero() == looked {
			t.Errorf("last look %v, %v; want one: %v", look, err, looked)
		}
	}
}

func TestASessionIsForTheDashboardOnly(t *testing.T) {
	emptyHome(t)
	key := newKey(t)
	s := serve(t, t.TempDir(), []gossh.Signer{key})
	client := s.enter(key)
	session := func() *gossh.Session {
		t.Helper()
		one, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		return one
	}
	if err := session().Run("ls"); err == nil {
		t.Error("a command ran")
	}
	if err := session().RequestSubsystem("sftp"); err == nil {
		t.Error("sftp was given")
	}
	for _, request := range []string{"auth-agent-req@openssh.com", "x11-req"} {
		if ok, err := session().SendRequest(request, true, nil); ok || err != nil {
			t.Errorf("%s: %v %v", request, ok, err)
		}
	}
	if conn, err := client.Dial("tcp", s.addr); err == nil {
		conn.Close()
		t.Error("a port was forwarded")
	}
	if listener, err := client.Listen("tcp", "127.0.0.1:0"); err == nil {
		listener.Close()
		t.Error("a port was forwarded back")
	}
	bare := session()
	var said bytes.Buffer
	bare.Stdout = &said
	if err := bare.Shell(); err != nil {
		t.Fatal(err)
	}
	if err := bare.Wait(); err == nil || !strings.Contains(said.String(), "ssh -t") {
		t.Errorf("without a terminal: %v %q", err, said.String())
	}
}

func TestEveryWayOutFreesThePlace(t *testing.T) {
	emptyHome(t)
	key := newKey(t)
	s := serve(t, t.TempDir(), []gossh.Signer{key}, "--max-sessions", "1")
	for name, leave := range map[string]func(*seat){
		"q":       func(e *seat) { e.SendText("q") },
		"ctrl+c":  func(e *seat) { e.SendKey(uv.KeyPressEvent{Code: 'c', Mod: uv.ModCtrl}) },
		"dropped": func(e *seat) { e.client.Close() },
	} {
		first := s.takePlace(key)
		if status := s.sit(key).sees("every place is taken").leaves(); status != exitFailed {
			t.Errorf("no place: %d", status)
		}
		leave(first)
		first.leaves()
		next := s.takePlace(key)
		if next == nil {
			t.Fatalf("%s: the place stayed taken", name)
		}
		next.SendText("q")
		next.leaves()
	}
}

// takePlace tries until there is a place; a session that was dropped needs a
// moment to notice. Without one it returns nil.
func (s *served) takePlace(key gossh.Signer) *seat {
	s.t.Helper()
	for until := time.Now().Add(patience); time.Now().Before(until); {
		e := s.sit(key)
		for len(e.ended) == 0 {
			if strings.Contains(ansi.Strip(e.Render()), "LIVE") {
				return e
			}
			time.Sleep(10 * time.Millisecond)
		}
	}
	return nil
}

func TestASilentSessionEnds(t *testing.T) {
	emptyHome(t)
	key := newKey(t)
	s := serve(t, t.TempDir(), []gossh.Signer{key}, "--idle", "1s")
	if status := s.sit(key).sees("no key was pressed for 1s").leaves(); status != exitFailed {
		t.Errorf("status %d", status)
	}
}

func TestTheServerSaysGoodbye(t *testing.T) {
	emptyHome(t)
	key := newKey(t)
	s := serve(t, t.TempDir(), []gossh.Signer{key})
	e := s.sit(key).sees("LIVE")
	if status := s.end(); status != exitDone {
		t.Errorf("the server: %d", status)
	}
	e.sees("the server has ended")
	if strings.Contains(ansi.Strip(e.Render()), "LIVE") {
		t.Errorf("the terminal was not given back:\n%s", ansi.Strip(e.Render()))
	}
}

func TestTheOpenSSHClientSeesTheDashboard(t *testing.T) {
	ssh, err := exec.LookPath("ssh")
	if err != nil {
		t.Skip("no OpenSSH client on this machine")
	}
	emptyHome(t)
	dir := t.TempDir()
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	block, err := gossh.MarshalPrivateKey(private, "demo")
	if err != nil {
		t.Fatal(err)
	}
	file := writeFile(t, filepath.Join(dir, "id"), string(pem.EncodeToMemory(block)))
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	s := serve(t, dir, []gossh.Signer{signer})
	_, port, err := net.SplitHostPort(s.addr)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), ssh, "-F", "none", "-tt", "-p", port, "-i", file, "-o", "IdentitiesOnly=yes",
		"-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile="+filepath.Join(dir, "known"), "-o", "LogLevel=ERROR", "ada@127.0.0.1")
	cmd.Env = append(os.Environ(), "TERM=xterm-256color")
	e := &seat{SafeEmulator: vt.NewSafeEmulator(100, 30), t: t, ended: make(chan error, 1)}
	keys, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout = e.SafeEmulator
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = io.Copy(keys, e.SafeEmulator) }()
	go func() { e.ended <- cmd.Wait() }()
	e.sees("LIVE") // in 80x24: its own input is a pipe, so that its terminal has no size
	e.SendText("q")
	if status := e.leaves(); status != 0 {
		t.Errorf("ssh ended with %d", status)
	}
}
