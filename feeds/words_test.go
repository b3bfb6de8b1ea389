package feeds

import (
	"context"
	"errors"
	"testing"
)

func TestATimeoutIsToldInPlainWords(t *testing.T) {
	for want, err := range map[string]error{
		"no whole answer within 20s": marked{errors.New("no whole answer within 20s"), context.DeadlineExceeded},
		"no answer in time":          context.DeadlineExceeded,
	} {
		if got := words(err); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
