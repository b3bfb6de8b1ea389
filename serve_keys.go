package main

import (
	"cmp"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gliderlabs/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// guest is who may come in: a key and the comment that stands behind it.
type guest struct {
	key  ssh.PublicKey
	name string
}

// readKeys reads an authorized_keys file, which must exist and be nobody
// else's to write.
func readKeys(path string) ([]guest, error) {
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
	var guests []guest
	for len(data) > 0 {
		key, comment, _, rest, err := ssh.ParseAuthorizedKey(data)
		if err != nil {
			break // only comments are left
		}
		guests, data = append(guests, guest{key, strings.TrimSpace(comment)}), rest
	}
	if len(guests) == 0 {
		return nil, fmt.Errorf("%s holds no public key, so nobody could come in", path)
	}
	return guests, nil
}

// signature is how what the owner of a key does by hand is signed: with the comment
// behind the key, which only the server's keeper writes, else with its fingerprint.
// ok is false for a key that may not come in.
func signature(path string, key ssh.PublicKey) (name string, ok bool) {
	guests, err := readKeys(path)
	if err != nil {
		return "", false
	}
	for _, g := range guests {
		if ssh.KeysEqual(g.key, key) {
			return cmp.Or(g.name, gossh.FingerprintSHA256(key)), true
		}
	}
	return "", false
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
