package ui

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

var update = flag.Bool("update", false, "write the frames in testdata/frames anew")

// TestFrames holds whole frames to those in testdata/frames. After a change that
// is meant, `go test ./ui -run Frames -update` writes them anew: look at them.
func TestFrames(t *testing.T) {
	replay := func() *fakeDesk {
		d := summitDesk()
		d.player = &fakePlayer{speed: 60, caption: "Watch the second lane"}
		return d
	}
	failing := func() *fakeDesk {
		d := newFakeDesk()
		d.health[0].Asking = true
		d.health[1].State.Failures, d.health[1].State.LastError = 2, "no such host: daily.demo.example"
		return d
	}
	for _, f := range []struct {
		name    string
		desk    func() *fakeDesk
		w, h    int
		keys    string
		present bool
	}{
		{"live-60x16", summitDesk, 60, 16, "", false},
		{"live-80x24", summitDesk, 80, 24, "", false},
		{"live-120x36", summitDesk, 120, 36, "", false},
		{"live-200x60", summitDesk, 200, 60, "", false},
		{"asof-120x36", summitDesk, 120, 36, "left left", false},
		{"evidence-120x36", summitDesk, 120, 36, "left left enter", false},
		{"evidence-signal-180x45", summitDesk, 180, 45, "3 enter", false},
		{"help-120x40", summitDesk, 120, 40, "?", false},
		{"palette-80x24", summitDesk, 80, 24, "ctrl+p text:ver", false},
		{"empty-100x30", failing, 100, 30, "", false},
		{"replay-100x30", replay, 100, 30, "", false},
		{"present-120x36", replay, 120, 36, "", true},
	} {
		t.Run(f.name, func(t *testing.T) {
			got, err := Snapshot(f.desk(), Options{Profile: colorprofile.NoTTY, Present: f.present}, f.w, f.h, strings.Fields(f.keys))
			if err != nil {
				t.Fatal(err)
			}
			checkFrame(t, got, f.w, f.h)
			path := filepath.Join("testdata", "frames", f.name+".txt")
			if *update {
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(got+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if got+"\n" != string(want) {
				t.Errorf("the frame is another one than in %s:\n%s", path, got)
			}
		})
	}
}
