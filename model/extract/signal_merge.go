package extract

import (
	"slices"
	"strings"

	"parley/model"
)

func (c *signalContext) mergeAll(out, more []model.Signal, sent stretch) []model.Signal {
	for i := range more {
		out = c.merge(out, &more[i], sent)
	}
	return out
}

// merge adds a signal unless it only tells again what one of the last sentences
// told: then that one learns what it did not know.
func (c *signalContext) merge(out []model.Signal, sig *model.Signal, sent stretch) []model.Signal {
	here := int(c.t.tok[sent.lo].sent)
	near := here-c.last <= 3
	c.last = here
	if sig.Sender != "" {
		c.sender = sig.Sender
	}
	if len(sig.Target) > 0 && sig.In == model.InText {
		c.struck, c.strike = sig.Target, here
	}
	for i := range out {
		old := &out[i]
		if sig.In == model.InTitle && old.In == sig.In && old.Instrument == sig.Instrument && old.Sender == sig.Sender && slices.Equal(old.Target, sig.Target) {
			if strings.HasPrefix(sig.Rule, "signal-bare") {
				return out // what is done with it is told elsewhere in the title
			}
			if strings.HasPrefix(old.Rule, "signal-bare") {
				*old = *sig
				return out
			}
		}
		if c.toldStronger(old, sig) {
			spans := slices.Concat(old.Spans, sig.Spans)
			if sig.Action == "tightened" {
				*old = *sig // what is in force was made harder
			}
			old.Spans = spans
			return out
		}
		if old.In != sig.In || old.Action != sig.Action || old.Instrument != sig.Instrument || old.Historical != sig.Historical {
			continue
		}
		near := near || sig.Action == "in-force"
		sameSender := old.Sender == sig.Sender || near && (old.Sender == "" || sig.Sender == "")
		sameTarget := slices.Equal(old.Target, sig.Target) || near && (len(old.Target) == 0 || len(sig.Target) == 0)
		if !sameSender || !sameTarget {
			continue
		}
		if old.Sender == "" {
			old.Sender = sig.Sender
		}
		if len(old.Target) == 0 {
			old.Target = sig.Target
		}
		old.Expires, old.Effective = or(old.Expires, sig.Expires), or(old.Effective, sig.Effective)
		if old.Sector == "" {
			old.Sector = sig.Sector
		}
		if old.Condition == nil {
			old.Condition, old.Conditional = sig.Condition, sig.Conditional
		}
		old.Spans = append(old.Spans, sig.Spans...)
		return out
	}
	return append(out, *sig)
}

// toldStronger says that of two signals one tells that a measure is in force and the other that
// the same was tightened: it is one measure. Who gets round it is told besides.
func (c *signalContext) toldStronger(old, sig *model.Signal) bool {
	pair := old.Action == "in-force" && sig.Action == "tightened" || old.Action == "tightened" && sig.Action == "in-force"
	return pair && !strings.HasSuffix(old.Rule, "-evade") && !strings.HasSuffix(sig.Rule, "-evade") && old.In == sig.In && old.Instrument == sig.Instrument && old.Historical == sig.Historical && old.Sender == sig.Sender && slices.Equal(old.Target, sig.Target)
}
