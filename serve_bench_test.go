//go:build linux

package main

import (
	"crypto/ed25519"
	"encoding/pem"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// admitted writes a key pair that `parley serve` lets in, and returns the file of
// its private half.
func admitted(b *testing.B, dir string) string {
	b.Helper()
	_, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		b.Fatal(err)
	}
	block, err := gossh.MarshalPrivateKey(private, "bench")
	if err != nil {
		b.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(dir, "id")
	for name, text := range map[string][]byte{file: pem.EncodeToMemory(block), filepath.Join(dir, "authorized_keys"): gossh.MarshalAuthorizedKey(signer.PublicKey())} {
		if err := os.WriteFile(name, text, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return file
}

// BenchmarkSessions is what fifty OpenSSH clients of 200x60 take of one `parley serve`
// with 100,000 items, after each has moved in its lists and in time: memory for each,
// the time from `ssh` to a frame, and the share of a core while all are idle.
//
//	go test . -run xxx -bench Sessions -benchtime 1x
func BenchmarkSessions(b *testing.B) {
	ssh, err := exec.LookPath("ssh")
	if err != nil {
		b.Skip("no OpenSSH client on this machine")
	}
	const sessions, idle = 50, 20 * time.Second
	bin, cfg, args := benchDesk(b)
	dir := filepath.Dir(bin)
	key := admitted(b, dir)
	server := runProgram(b, bin, append(args, "--store", bigRecord(b, cfg), "serve", "--listen", "127.0.0.1:0",
		"--authorized-keys", filepath.Join(dir, "authorized_keys"), "--host-key", filepath.Join(dir, "host_key"))...)
	defer server.end()
	server.shows("ctrl+c ends it")
	port := regexp.MustCompile(`serving on 127\.0\.0\.1:(\d+)`).FindSubmatch(server.sent.Bytes())
	if port == nil {
		b.Fatalf("the server said %q", server.sent.String())
	}
	go func() { _, _ = io.Copy(io.Discard, server.screen) }()
	pid := server.cmd.Process.Pid
	for b.Loop() {
		before := resident(b, pid)
		var first time.Duration
		var seats []*program
		for range sessions {
			p := runProgram(b, ssh, "-F", "none", "-tt", "-p", string(port[1]), "-i", key, "-o", "IdentitiesOnly=yes",
				"-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile="+filepath.Join(dir, "known"), "-o", "LogLevel=ERROR", "ada@127.0.0.1")
			seats = append(seats, p)
			first += p.shows("Quill")
			if _, err := p.screen.WriteString("jjjjjhhhhh"); err != nil {
				b.Fatal(err)
			}
			p.shows("AS OF")
			go func() { _, _ = io.Copy(io.Discard, p.screen) }()
		}
		time.Sleep(2 * time.Second)
		after, busy := resident(b, pid), busyTime(b, pid)
		time.Sleep(idle)
		busy = busyTime(b, pid) - busy
		b.ReportMetric(float64(after-before)/1e6/sessions, "MB/session")
		b.ReportMetric(float64(before)/1e6, "MB-server")
		b.ReportMetric(first.Seconds()*1e3/sessions, "ms-to-frame")
		b.ReportMetric(100*busy.Seconds()/idle.Seconds(), "%-of-a-core")
		b.ReportMetric(0, "ns/op")
		for _, p := range seats {
			p.end()
		}
	}
}
