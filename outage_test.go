package main

import (
	"fmt"
	"net"
	"path/filepath"
	"strings"
	"testing"
)

// closedPort is a port on this machine that nobody listens on.
func closedPort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func TestANetworkThatIsDownIsSaidOnce(t *testing.T) {
	home := emptyHome(t)
	url, _ := demoServer(t)
	port := closedPort(t)
	feed := func(name, url string) string {
		return fmt.Sprintf("[[feeds]]\nname = %q\nurl = %q\nallow_private = true\n", name, url)
	}
	dead := feed("Demo One", fmt.Sprintf("http://127.0.0.1:%d/rss", port)) + feed("Demo Two", fmt.Sprintf("http://localhost:%d/rss", port))
	head := "[summit]\nname = \"Demo talks\"\ntimezone = \"UTC\"\n[poll]\nfloor = \"0s\"\n"
	down := writeFile(t, filepath.Join(home, "down.toml"), head+dead)
	up := writeFile(t, filepath.Join(home, "up.toml"), head+dead+feed("Demo Wire", url))

	status, out, errs := parley(t, "", "feeds", "check", "--config", down)
	if status != exitFailed || out != "" || !strings.Contains(errs, "the network seems to be down: no server of 2 feeds can be reached") {
		t.Errorf("check: %d\n%s\n%s", status, out, errs)
	}
	_, out, _ = parley(t, "", "feeds", "check", "--config", up)
	if strings.Contains(out, "network seems") || strings.Count(out, "connection refused") != 2 || !strings.Contains(out, "Demo Wire") {
		t.Errorf("where one server answers, each feed says why:\n%s", out)
	}

	status, out, _ = parley(t, "", "poll", "--once", "--config", down, "--store", filepath.Join(home, "down.db"))
	if status != exitFailed || strings.Count(out, "the network seems to be down") != 1 || strings.Count(out, "connection refused") != 1 || strings.Count(out, "failed") != 2 {
		t.Errorf("poll:\n%s", out)
	}
	status, out, _ = parley(t, "", "poll", "--once", "--config", up, "--store", filepath.Join(home, "up.db"))
	if status != exitDone || strings.Contains(out, "network seems") || strings.Count(out, "connection refused") != 2 || !strings.Contains(out, "2 new") {
		t.Errorf("poll where one server answers:\n%s", out)
	}
}

func TestAPollThatNothingCameOfFailed(t *testing.T) {
	home := emptyHome(t)
	cfg := demoConfig(t, home, fmt.Sprintf("http://127.0.0.1:%d/rss", closedPort(t)), "1h")
	for _, c := range []struct {
		args   string
		status int
	}{
		{"poll --once", exitFailed},
		{"poll --once", exitDone}, // none is due yet
		{"poll --for 300ms --store " + filepath.Join(home, "other.db"), exitFailed},
	} {
		status, _, errs := parley(t, "", append(strings.Fields(c.args), "--config", cfg)...)
		if says := strings.Contains(errs, "nothing came of polling: 1 feed was asked"); status != c.status || says != (c.status == exitFailed) {
			t.Errorf("%s: %d %q, want %d", c.args, status, errs, c.status)
		}
	}
}
