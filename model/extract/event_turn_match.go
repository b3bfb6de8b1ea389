package extract

// turned is what a phrase names where it stands.
type turned struct {
	parties []string
	place   string
	end     int
}

// followTurn says what a phrase names whose steps begin at token i.
func (r *eventReader) followTurn(steps []turnStep, i, hi int, got turned) (turned, bool) {
	if len(steps) == 0 {
		got.end = i
		return got, true
	}
	s := &steps[0]
	if s.gap {
		for at := i; at < hi && at <= i+turnGap; at++ {
			if out, ok := r.followTurn(steps[1:], at, hi, got); ok {
				return out, true
			}
			if _, _, brk := r.breaks.match(r.t.tok, at); brk || !r.t.tok[at].wordy() && r.t.tok[at].kind != quoteToken && r.t.tok[at].kind != dashToken && r.t.tok[at].low != "%" && r.t.tok[at].low != "$" {
				break
			}
		}
		return got, false
	}
	for i < hi && r.t.tok[i].kind == quoteToken {
		i++
	}
	if i < hi {
		with := got
		if end := r.meetsTurn(s, i, hi, &with); end > 0 {
			if out, ok := r.followTurn(steps[1:], end, hi, with); ok {
				return out, true
			}
		}
	}
	if s.optional {
		return r.followTurn(steps[1:], i, hi, got)
	}
	return got, false
}

// meetsTurn says where a step ends that stands at token i, 0 when it does not, and notes what
// it names.
func (r *eventReader) meetsTurn(s *turnStep, i, hi int, got *turned) int {
	switch s.class {
	case "":
		if _, ok := s.words[r.t.tok[i].low]; ok {
			return i + 1
		}
	case "party":
		end := r.objectEnd(i, hi)
		if end > i && genitive(&r.t.tok[end-1]) {
			end--
		}
		if ids := r.partiesIn(i, end); len(ids) > 0 {
			got.parties = merge(got.parties, ids...)
			return end
		}
	case "guest":
		end := r.objectEnd(i, hi)
		ids := r.partiesIn(i, end)
		if len(ids) > 0 && !genitive(&r.t.tok[end-1]) && (r.who.known(r.t, end-1) && r.person(ids[0]) || r.delegates(stretch{i, end})) {
			got.parties = merge(got.parties, ids...)
			return end
		}
	case "place":
		if place := r.placeAt(i, hi); place != "" {
			got.place = place
			return min(i+len(r.cut(place)), hi)
		}
	case "day":
		if _, _, n := date(r.t, i, hi, r.written, 1); n > 0 {
			return i + n
		}
	case "deal":
		return r.nameFrom(i, hi, got, func(w eventWord) bool { return w.is(roleDeal) })
	case "talks":
		return r.nameFrom(i, hi, got, func(w eventWord) bool { return w.kinds[roleNoun] == "talks" })
	case "talk":
		return r.nameFrom(i, hi, got, func(w eventWord) bool {
			kind := w.kinds[roleNoun]
			return w.is(roleNoun) && (kind == "talks" || kind == "meeting" || kind == "call")
		})
	}
	return 0
}

// nameFrom says where the name of an event ends whose words, a determiner or an adjective at
// the first, begin at token i, its parties behind it included; 0 for none.
func (r *eventReader) nameFrom(i, hi int, got *turned, fits func(eventWord) bool) int {
	for at := i; at < hi && at < i+8; at++ {
		k := &r.t.tok[at]
		if w, n, ok := r.ev.terms.match(r.t.tok, at); ok && k.id != 0 && fits(w) && at+n <= hi {
			if at+n < hi && r.inCompound(at+n) {
				return 0
			}
			with, to := r.companions(at+n, hi)
			got.parties = merge(merge(got.parties, r.ownersIn(i, at)...), with...)
			return max(to, at+n)
		}
		if !k.wordy() && k.kind != dashToken && k.kind != quoteToken && k.low != "%" && k.low != "$" || r.word(r.t, at)&(hPrep|hBreak|hAux|hNegator) != 0 && k.low != "of" {
			return 0
		}
	}
	return 0
}

// inCompound tells whether an event's name before i only describes what stands there: "truce
// proposal", "deal offer".
func (r *eventReader) inCompound(i int) bool {
	return r.beside(i, i+1, aroundThing)
}
