// Command train makes model/extract/data/learned.txt anew from the sentences of package
// learn. It is run by go generate ./model/extract, in that directory.
package main

import (
	"bytes"
	"fmt"
	"os"

	"parley/model/extract/learn"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	examples, err := learn.Examples()
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := learn.Train(examples).Write(&out); err != nil {
		return err
	}
	fmt.Print(learn.Check(examples))
	return os.WriteFile("data/learned.txt", out.Bytes(), 0o644) //nolint:gosec // a file of the source
}
