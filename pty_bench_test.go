//go:build linux

package main

import (
	"bytes"
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"parley/model"
	"parley/model/config"
)

// openTerminal is a pseudo terminal: the end that a screen is, and the program's.
func openTerminal(b *testing.B, w, h uint16) (screen, line *os.File) {
	b.Helper()
	fd, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY|unix.O_NONBLOCK|unix.O_CLOEXEC, 0)
	if err != nil {
		b.Skip("no pseudo terminals here: ", err)
	}
	screen = os.NewFile(uintptr(fd), "screen")
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: h, Col: w})
	}
	if err == nil {
		line, err = os.OpenFile(fmt.Sprint("/dev/pts/", n), os.O_RDWR|syscall.O_NOCTTY, 0)
	}
	if err != nil {
		b.Fatal(err)
	}
	return screen, line
}

// program is a running parley in a terminal of its own.
type program struct {
	b      *testing.B
	cmd    *exec.Cmd
	screen *os.File
	sent   bytes.Buffer
	began  time.Time
}

func runProgram(b *testing.B, bin string, args ...string) *program {
	b.Helper()
	screen, line := openTerminal(b, 200, 60)
	p := &program{b: b, cmd: exec.Command(bin, args...), screen: screen, began: time.Now()}
	p.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "HOME="+filepath.Dir(bin), "XDG_STATE_HOME="+filepath.Dir(bin), "NO_COLOR=")
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = line, line, line
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := p.cmd.Start(); err != nil {
		b.Fatal(err)
	}
	line.Close()
	return p
}

// shows reads what the program sends until all the parts have come.
func (p *program) shows(parts ...string) (after time.Duration) {
	p.b.Helper()
	buf := make([]byte, 1<<16)
	if err := p.screen.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
		p.b.Fatal(err)
	}
	for {
		missing := false
		for _, part := range parts {
			missing = missing || !bytes.Contains(p.sent.Bytes(), []byte(part))
		}
		if !missing {
			return time.Since(p.began)
		}
		n, err := p.screen.Read(buf)
		p.sent.Write(buf[:n])
		if err != nil {
			p.b.Fatalf("%v after\n%s", err, p.sent.String())
		}
	}
}

// end kills the program and says what processor time it took.
func (p *program) end() time.Duration {
	p.b.Helper()
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
	p.screen.Close()
	return p.cmd.ProcessState.UserTime() + p.cmd.ProcessState.SystemTime()
}

// benchFeeds is where the feeds of a benchDesk are. It is always the same place: the
// derived state of a record holds for its feeds only.
const benchFeeds = "127.0.0.1:48126"

// benchDesk is a built parley with the arguments of a desk of 26 feeds that never
// have anything new.
func benchDesk(b *testing.B) (bin string, cfg config.Config, args []string) {
	b.Helper()
	dir := b.TempDir()
	bin = filepath.Join(dir, "parley")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	listener, err := (&net.ListenConfig{}).Listen(b.Context(), "tcp", benchFeeds)
	if err != nil {
		b.Skip("somebody else is where the feeds should be: ", err)
	}
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = io.WriteString(w, `<rss version="2.0"><channel><title>Demo</title></channel></rss>`)
	}))
	srv.Listener.Close()
	srv.Listener = listener
	srv.Start()
	b.Cleanup(srv.Close)
	var text strings.Builder
	text.WriteString("[summit]\nname = \"Demo talks\"\ntimezone = \"UTC\"\nstart = 2031-05-20T10:00:00Z\n")
	for i := range 26 {
		fmt.Fprintf(&text, "\n[[feeds]]\nname = \"Demo %d\"\nurl = \"%s/%d\"\nkind = \"wire\"\nevery = \"1m\"\nallow_private = true\n", i, srv.URL, i)
	}
	file := filepath.Join(dir, "desk.toml")
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	cfg, err = config.Parse(file, []byte(text.String()))
	if err != nil {
		b.Fatal(err)
	}
	return bin, cfg, []string{"--config", file}
}

// bigRecord makes a record of 100,000 items over sixty days, with its derived state,
// and keeps it in the temporary directory for the next time: that takes a minute.
func bigRecord(b *testing.B, cfg config.Config) string {
	b.Helper()
	directory, err := directoryOf(cfg)
	if err != nil {
		b.Fatal(err)
	}
	hash := fnv.New64a()
	fmt.Fprint(hash, model.RecordFormat, rulesOf(cfg, directory))
	kept := filepath.Join(os.TempDir(), fmt.Sprintf("parley-bench-%x.db", hash.Sum64()))
	if _, err := os.Stat(kept); err != nil {
		making := kept + ".making"
		_ = os.Remove(making)
		ctx := context.Background()
		d, err := openDesk(ctx, cfg, deskOptions{path: making})
		if err != nil {
			b.Fatal(err)
		}
		var states []string
		for _, actor := range d.directory.All() {
			if actor.Kind == model.State {
				states = append(states, actor.Name)
			}
		}
		r := rand.New(rand.NewPCG(1, 1))
		speakers := []string{"Ada", "Bela", "Cyril", "Dora", "Emil", "Flora", "Gustav", "Hedda", "Ivo", "Jana", "Karl", "Lena"}
		rank := rand.NewZipf(r, 1.2, 8, 30_000)
		words := func(n int) string { // few are heard often, most of them rarely
			list := make([]string, n)
			for i := range list {
				for k := rank.Uint64() + 70; k > 0; k /= 70 {
					list[i] += string("bdfgklmnprstvz"[k%14]) + string("aeiou"[k/14%5])
				}
			}
			return strings.Join(list, " ")
		}
		const batches, each = 100, 1000
		step := 60 * 24 * time.Hour / (batches * each)
		at := time.Now().Add(-60 * 24 * time.Hour)
		for n := range batches {
			list := make([]model.Sighting, each)
			for i := range list {
				at = at.Add(step)
				id := fmt.Sprint(n*each + i)
				list[i] = model.Sighting{Feed: cfg.Feeds[i%len(cfg.Feeds)].Name, Identity: id, GUID: id, Seen: at, Published: at}
				list[i].Title = fmt.Sprintf("%s Quill says %s", speakers[r.IntN(len(speakers))], words(9))
				list[i].Summary = fmt.Sprintf("%s. The %s.", words(12), words(20))
				if i%10 == 0 {
					list[i].Title = madeMeasure(r, states)
				}
			}
			if _, _, err := d.Take(ctx, model.Feed{}, list); err != nil {
				b.Fatal(err)
			}
		}
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
		if err := os.Rename(making, kept); err != nil {
			b.Fatal(err)
		}
	}
	mine := filepath.Join(b.TempDir(), "record.db")
	if err := copyFile(kept, mine); err != nil {
		b.Fatal(err)
	}
	return mine
}

// madeMeasure is a headline in which a state does something to another.
func madeMeasure(r *rand.Rand, states []string) string {
	any := func(of ...string) string { return of[r.IntN(len(of))] }
	verb := any("imposes", "threatens", "lifts", "eases", "announces", "tightens")
	what := any("tariffs", "sanctions", "export controls", "an asset freeze", "a travel ban", "an oil embargo")
	return fmt.Sprintf("%s %s %s on %s", any(states...), verb, what, any(states...))
}

func copyFile(from, to string) error {
	blob, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, blob, 0o600)
}

// BenchmarkFirstFrame is the time from the start of the process to a frame with
// something to read, in a terminal of 200x60, and the processor time until then:
//
//	go test . -run xxx -bench FirstFrame -benchtime 20x
func BenchmarkFirstFrame(b *testing.B) {
	for _, c := range []struct {
		name  string
		big   bool
		shows string
	}{{"empty", false, "Demo talks"}, {"100000", true, "Quill"}} {
		b.Run(c.name, func(b *testing.B) {
			bin, cfg, args := benchDesk(b)
			path := filepath.Join(b.TempDir(), "record.db")
			if c.big {
				path = bigRecord(b, cfg)
			}
			args = append(args, "--store", path)
			p := runProgram(b, bin, args...) // the file is made, and in the system's cache
			p.shows(c.shows)
			p.end()
			var wall, busy time.Duration
			n := 0
			for b.Loop() {
				p := runProgram(b, bin, args...)
				wall += p.shows(c.shows)
				busy += p.end()
				n++
			}
			b.ReportMetric(wall.Seconds()*1e3/float64(n), "ms-to-frame")
			b.ReportMetric(busy.Seconds()*1e3/float64(n), "cpu-ms")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkIdle is the share of a core that a live screen takes while nothing comes,
// over 100,000 items, with 26 feeds that are asked every minute:
//
//	go test . -run xxx -bench Idle -benchtime 1x
func BenchmarkIdle(b *testing.B) {
	bin, cfg, args := benchDesk(b)
	p := runProgram(b, bin, append(args, "--store", bigRecord(b, cfg))...)
	p.shows("Quill")
	go func() { _, _ = io.Copy(io.Discard, p.screen) }()
	time.Sleep(10 * time.Second) // the first round of the feeds
	const span = time.Minute
	var busy time.Duration
	n := 0
	for b.Loop() {
		before := busyTime(b, p.cmd.Process.Pid)
		time.Sleep(span)
		busy += busyTime(b, p.cmd.Process.Pid) - before
		n++
	}
	b.ReportMetric(100*busy.Seconds()/span.Seconds()/float64(n), "%-of-a-core")
	b.ReportMetric(float64(resident(b, p.cmd.Process.Pid))/1e6, "MB")
	b.ReportMetric(0, "ns/op")
	p.end()
}

// busyTime is the processor time that a process has taken.
func busyTime(b *testing.B, pid int) time.Duration {
	b.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		b.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	var user, system int64
	if _, err := fmt.Sscan(fields[11]+" "+fields[12], &user, &system); err != nil {
		b.Fatal(err)
	}
	return time.Duration(user+system) * time.Second / 100 // clock ticks
}

// resident is the memory of a process in bytes.
func resident(b *testing.B, pid int) int64 {
	b.Helper()
	statm, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		b.Fatal(err)
	}
	var size, pages int64
	if _, err := fmt.Sscan(string(statm), &size, &pages); err != nil {
		b.Fatal(err)
	}
	return pages * int64(os.Getpagesize())
}
