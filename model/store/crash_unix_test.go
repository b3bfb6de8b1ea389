//go:build linux || darwin

package store

import (
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

func init() {
	limitChild = func(bytes uint64) error {
		signal.Ignore(syscall.SIGXFSZ) // a write over the limit fails instead
		return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: bytes})
	}
}

// The system refuses to let a file grow, in the middle of whatever write it is:
// the process says so in words, and all that it committed is there.
func TestWritesThatFail(t *testing.T) {
	ctx := context.Background()
	for _, limit := range []int{300_000, 777_777, 1_500_001} {
		t.Run(strconv.Itoa(limit), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "record.db")
			t.Setenv("PARLEY_STORE_LIMIT", strconv.Itoa(limit))
			_, lines := startChild(t, path)
			committed, failed := 0, ""
			for lines.Scan() {
				if n, ok := strings.CutPrefix(lines.Text(), "appended "); ok {
					committed, _ = strconv.Atoi(n)
				}
				if strings.HasPrefix(lines.Text(), "error") {
					failed = lines.Text()
				}
			}
			if committed == 0 || !strings.Contains(failed, "nothing of this batch was stored") {
				t.Fatalf("after %d items: %q", committed, failed)
			}
			if _, err := os.Stat(path); err != nil {
				t.Fatal(err)
			}
			s := reopen(t, path)
			if faults, err := s.Check(ctx); err != nil || len(faults) > 0 {
				t.Errorf("%v %v", faults, err)
			}
			if c, err := s.Counts(ctx); err != nil || c.Items < int64(committed) {
				t.Errorf("%d items of %d, %v", c.Items, committed, err)
			}
		})
	}
}
