package feeds

import (
	"context"
	"fmt"
	"testing"
	"time"
)

func TestATimeoutIsToldInPlainWords(t *testing.T) {
	for want, err := range map[string]error{
		"no whole answer within 20s": fmt.Errorf("no whole answer within %s (%w)", 20*time.Second, context.DeadlineExceeded),
		"no answer in time":          context.DeadlineExceeded,
	} {
		if got := words(err); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
