package store

import "flag"

// The same draws on every machine, so that a red build means a change.
// go test -rapid.seed=0 draws afresh.
func init() {
	if err := flag.Set("rapid.seed", "20250815"); err != nil {
		panic(err)
	}
}
