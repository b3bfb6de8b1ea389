package extract

import (
	"slices"
	"testing"
)

func TestWithoutLeavesTheListItIsGiven(t *testing.T) {
	ids := []string{"altland", "borland", "ruritania"}
	if left := without(ids, []string{"altland"}); !slices.Equal(left, []string{"borland", "ruritania"}) {
		t.Errorf("left %v", left)
	}
	if !slices.Equal(ids, []string{"altland", "borland", "ruritania"}) {
		t.Errorf("the list given became %v", ids)
	}
}
