package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestAnImportKeepsTheConfigurationWhereItIsAndToWhomItIs(t *testing.T) {
	home := emptyHome(t)
	list := writeFile(t, filepath.Join(home, "list.opml"), `<opml version="2.0"><body><outline text="Demo" xmlUrl="https://demo.example/feed"/></body></opml>`)
	file, link := writeFile(t, filepath.Join(home, "own.toml"), ""), filepath.Join(home, "linked.toml")
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	if status, _, errs := parley(t, "", "feeds", "import", list, "--config", link); status != exitDone {
		t.Fatal(errs)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is now %v, %v", info, err)
	}
	info, err := os.Stat(file)
	if err != nil || info.Size() == 0 || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is now %v, %v", info, err)
	}
}
