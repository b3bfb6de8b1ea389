package feeds

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func TestReadFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "demo.xml")
	body := `<rss version="2.0"><channel><title>Demo</title><item><title>One</title><link>https://demo.example/1</link></item></channel></rss>`
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(ReadFile(path, ParseOptions{Seen: seenAt}))
	if err != nil {
		t.Fatal(err)
	}
	file, _ := json.Marshal(path)
	want := `{"file":` + string(file) + `,"error":"","title":"Demo","items":[{"guid":"","title":"One","link":"https://demo.example/1",` +
		`"published":"","updated":"","date_from":"first-seen","summary":"","content":"","authors":[]}]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestReadFileSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "page.html")
	if err := os.WriteFile(page, []byte("<html></html>"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{page, dir, filepath.Join(dir, "missing.xml")} {
		r := ReadFile(path, ParseOptions{})
		if r.Error == "" || r.Items == nil || len(r.Items) != 0 {
			t.Errorf("%s: error %q, items %v", path, r.Error, r.Items)
		}
	}
}
