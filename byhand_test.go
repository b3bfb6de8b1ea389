package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"parley/model"
	"parley/model/store"
)

// "press m over SSH; the mark is signed with what stands behind the key, whatever name
// the editor logged in with; a mark that another program makes shows here, too"
func TestMarksAreSignedByTheKeyAndReachThePollersDesk(t *testing.T) {
	emptyHome(t)
	dir, key := t.TempDir(), newKey(t)
	s := serve(t, dir, []gossh.Signer{key})
	line := strings.TrimSpace(string(gossh.MarshalAuthorizedKey(key.PublicKey()))) + " Night desk\n"
	writeFile(t, filepath.Join(dir, "authorized_keys"), line)
	a := s.sit(key).sees("Ada Quill")
	a.SendText("m")
	a.sees("marked as checked")

	st, err := store.Open(t.Context(), filepath.Join(dir, "desk.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	marks, err := st.Marks(t.Context())
	if err != nil || len(marks) != 1 || marks[0].By != "Night desk" || marks[0].Verb != "checked" {
		t.Fatalf("marks %+v, %v", marks, err)
	}
	if _, err := st.AddMark(t.Context(), model.Mark{At: time.Now(), By: "bo", Verb: "speaker", On: marks[0].On, Value: "zelensky"}); err != nil {
		t.Fatal(err)
	}
	a.sees("Zelensky")
}

func TestAMarkPassesOverNoneThatAnotherDeskMadeJustBefore(t *testing.T) {
	rec, cfg := alaska(t)
	path := filepath.Join(t.TempDir(), "r.db")
	opened := func(reader string) *view {
		d, err := openDesk(t.Context(), cfg, deskOptions{path: path})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		v, err := d.view(t.Context(), reader)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	mine := opened("ada")
	if err := mine.takeAll(t.Context(), rec.Sightings[:50]); err != nil {
		t.Fatal(err)
	}
	theirs := opened("bo")
	on := mine.Board(time.Time{}, model.BySeen).Statements(model.Filter{})[0]
	for _, v := range []*view{theirs, mine} {
		if err := v.Mark(t.Context(), model.Mark{At: time.Now(), By: v.reader, Verb: "checked", On: on}); err != nil {
			t.Fatal(err)
		}
	}
	row, _ := mine.Board(time.Time{}, model.BySeen).Statement(on)
	var by []string
	for _, m := range row.Marks {
		by = append(by, m.By)
	}
	if !slices.Equal(by, []string{"bo", "ada"}) {
		t.Errorf("checked by %q", by)
	}
}

func TestAKeyWithoutACommentSignsWithItsFingerprint(t *testing.T) {
	dir, key, stranger := t.TempDir(), newKey(t), newKey(t)
	allow(t, dir, key)
	path := filepath.Join(dir, "authorized_keys")
	if name, ok := signature(path, key.PublicKey()); !ok || name != gossh.FingerprintSHA256(key.PublicKey()) {
		t.Errorf("signs as %q, %v", name, ok)
	}
	if name, ok := signature(path, stranger.PublicKey()); ok || name != "" {
		t.Errorf("a stranger signs as %q", name)
	}
}

func TestARecordingIsReadFromStandardInput(t *testing.T) {
	emptyHome(t)
	status, recording, errs := parley(t, "", "export", "--demo", "--what", "recording", "--at", "2025-08-09T12:00:00Z")
	if status != exitDone {
		t.Fatal(errs)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	out := &untilSaid{want: "Zelensky", said: cancel}
	var said bytes.Buffer
	if status := run(ctx, []string{"replay", "-", "--plain", "--at", "2025-08-09T12:00:00Z"}, strings.NewReader(recording), out, &said); status != exitDone || !out.seen {
		t.Errorf("exit %d, %q; printed %q", status, said.String(), out.text.String())
	}
}

// untilSaid takes text until some of it holds a word.
type untilSaid struct {
	text bytes.Buffer
	want string
	said func()
	seen bool
}

func (u *untilSaid) Write(p []byte) (int, error) {
	n, err := u.text.Write(p)
	if !u.seen && strings.Contains(u.text.String(), u.want) {
		u.seen = true
		u.said()
	}
	return n, err
}

// seated opens a desk with the first reports of the recording, and what one reader sees of it.
func seated(t *testing.T) (*desk, *view) {
	t.Helper()
	rec, cfg := alaska(t)
	d, err := openDesk(t.Context(), cfg, deskOptions{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	if err := d.takeAll(t.Context(), rec.Sightings[:50]); err != nil {
		t.Fatal(err)
	}
	v, err := d.view(t.Context(), "ada")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(v.leave)
	return d, v
}

func TestAMarkDoesNotWaitForARecordThatIsBeingLoaded(t *testing.T) {
	d, v := seated(t)
	on := d.Board(time.Time{}, model.BySeen).Statements(model.Filter{})[0]
	d.setOpening("opening the record")
	d.ingest.Lock() // as whoever loads it does
	if err := v.Mark(t.Context(), model.Mark{At: time.Now(), By: "ada", Verb: "checked", On: on}); err != nil {
		t.Fatal(err)
	}
	d.ingest.Unlock()
	d.setOpening("")
	if err := d.keepUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	if row, _ := d.Board(time.Time{}, model.BySeen).Statement(on); len(row.Marks) != 1 {
		t.Errorf("marks %+v", row.Marks)
	}
}

func TestAFilteredBriefLeavesTheWholeOneAlone(t *testing.T) {
	_, v := seated(t)
	t.Chdir(t.TempDir())
	rec, _ := alaska(t)
	at := rec.Sightings[49].Seen
	whole, err := v.Brief(t.Context(), at, model.BySeen, model.BriefOptions{})
	if err != nil {
		t.Fatal(err)
	}
	part, err := v.Brief(t.Context(), at, model.BySeen, model.BriefOptions{Filter: model.Filter{Text: "comet"}, Asked: "comet"})
	if err != nil || part == whole || !strings.HasSuffix(part, "-filtered.md") {
		t.Errorf("%s beside %s, %v", part, whole, err)
	}
}

// "the brief of the morning has my own lines in it by now: B at the same moment leaves it
// alone, and one that says the same is no second file"
func TestABriefIsNeverWrittenOverAnother(t *testing.T) {
	t.Chdir(t.TempDir())
	write := func(text string) string {
		t.Helper()
		name, err := writeBeside("brief-demo", ".md", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	if first, again := write("one"), write("one"); first != "brief-demo.md" || again != first {
		t.Fatalf("the same brief stands in %s and %s", first, again)
	}
	writeFile(t, "brief-demo.md", "one, and a line of my own")
	if second, third := write("one"), write("two"); second != "brief-demo-2.md" || third != "brief-demo-3.md" {
		t.Errorf("further ones stand in %s and %s", second, third)
	}
	if kept, err := os.ReadFile("brief-demo.md"); err != nil || string(kept) != "one, and a line of my own" {
		t.Errorf("the first one reads %q, %v", kept, err)
	}
	if name, err := writeBeside(filepath.Join("none", "brief"), ".md", nil); err == nil {
		t.Errorf("it was written to %s, where there is no directory", name)
	}
}
