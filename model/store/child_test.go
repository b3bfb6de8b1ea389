package store

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"time"
)

// limitChild makes the system refuse files of more bytes, where it can.
var limitChild func(bytes uint64) error

// runChild does the work of a second process, where the test binary was started
// as one: it ingests batches and says after each what is committed, until killed.
func runChild() bool {
	path := os.Getenv("PARLEY_STORE_CHILD")
	if path == "" {
		return false
	}
	ctx := context.Background()
	if bytes, err := strconv.ParseUint(os.Getenv("PARLEY_STORE_LIMIT"), 10, 64); err == nil {
		if err := limitChild(bytes); err != nil {
			fmt.Println("error", err)
			return true
		}
	}
	s, err := Open(ctx, path)
	if err != nil {
		fmt.Println("error", err)
		return true
	}
	held, owner, err := s.Lease(ctx, "child", time.Minute)
	fmt.Println("lease", held, owner, err)
	c, err := s.Counts(ctx)
	if err != nil {
		fmt.Println("error", err)
		return true
	}
	m := newMaker()
	for at := int(c.Items); ; at += 40 {
		time.Sleep(2 * time.Millisecond) // as long as a reader would take: others write, too
		batch := m.batch(at, 40)
		added, err := s.AppendUnread(ctx, batch)
		if err != nil {
			fmt.Println("error", err)
			return true
		}
		fmt.Println("appended", int(added[len(added)-1].Item))
		if err := s.SaveReadings(ctx, "rules-1", m.read(added)); err != nil {
			fmt.Println("error", err)
			return true
		}
	}
}
