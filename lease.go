package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"

	"parley/feeds"
	"parley/model/config"
)

// leaseFor is how long a poller that died keeps others from taking over.
const leaseFor = 15 * time.Second

// tenure is who polls a record.
type tenure struct {
	mine  bool
	owner string
}

const leaseForm = "process %d on %s"

func leaseName() string { return fmt.Sprintf(leaseForm, os.Getpid(), hostname()) }

func hostname() string {
	host, err := os.Hostname()
	if err != nil {
		return "this machine"
	}
	return host
}

// gone reports whether the owner of a lease was a process of this machine that
// has died without giving it back.
func gone(owner string) bool {
	var pid int
	var host string
	if n, err := fmt.Sscanf(owner, leaseForm, &pid, &host); n != 2 || err != nil || host != hostname() {
		return false
	}
	process, err := os.FindProcess(pid)
	return err == nil && errors.Is(process.Signal(syscall.Signal(0)), os.ErrProcessDone)
}

// lease asks to be the record's one poller. What a dead process holds is taken
// over at once where that can be known, else when the lease runs out.
func (d *desk) lease(ctx context.Context) (tenure, func(), error) {
	mine, owner, err := d.store.Lease(ctx, leaseName(), leaseFor)
	if err == nil && !mine && gone(owner) {
		if err = d.store.Release(ctx, owner); err == nil {
			mine, owner, err = d.store.Lease(ctx, leaseName(), leaseFor)
		}
	}
	release := func() { _ = d.store.Release(context.WithoutCancel(ctx), leaseName()) }
	return tenure{mine, owner}, release, err
}

// poll keeps the record growing until ctx ends: as its poller while it holds the
// lease, else as a reader that follows what the poller writes and takes over
// when that one dies. What goes wrong is shown and tried again.
func (d *desk) poll(ctx context.Context, cfg config.Config, report func(feeds.Fetch)) {
	tick := time.NewTicker(leaseFor / 3)
	defer tick.Stop()
	follow := time.NewTicker(time.Second)
	defer follow.Stop()
	for {
		held, release, err := d.lease(ctx)
		d.wrote(err)
		switch {
		case err != nil:
		case held.mine:
			d.setPolledBy("")
			d.failed(d.pollWhileLeased(ctx, cfg, report, tick.C))
			release()
		default:
			d.setPolledBy(held.owner)
		}
		for waiting := true; waiting; {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				waiting = false
				d.failed(d.loadHealth(ctx))
				d.news.tell()
			case <-follow.C:
				d.failed(d.keepUp(ctx))
			}
		}
	}
}

// pollWhileLeased runs the poller and keeps the lease fresh. It returns nil when
// the lease was lost to another process, as after a long sleep of the machine.
func (d *desk) pollWhileLeased(ctx context.Context, cfg config.Config, report func(feeds.Fetch), tick <-chan time.Time) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	d.saving.Lock()
	d.leftUnread = true // whoever polled before may have been killed between two writes
	d.saving.Unlock()
	d.failed(d.keepUp(ctx))
	ended := make(chan error, 1)
	go func() { ended <- d.poller(cfg, report).Run(ctx) }()
	for {
		select {
		case err := <-ended:
			return err
		case <-tick:
			d.failed(d.keepUp(ctx)) // what hands entered at other desks, too
			held, _, err := d.lease(ctx)
			if err == nil && !held.mine {
				stop()
				return <-ended
			}
		}
	}
}

// keepUp reads what was left unread and adds to the record what came from elsewhere.
// While the record is being loaded that is left to the loading: who waited for it
// could neither keep the lease nor end.
func (d *desk) keepUp(ctx context.Context) error {
	if d.Opening() != "" {
		return nil
	}
	d.appending.Lock()
	d.saving.Lock()
	d.appending.Unlock()
	err := d.readLeft(ctx)
	d.saving.Unlock()
	return errors.Join(err, d.catchUp(ctx))
}
