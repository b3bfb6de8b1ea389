package model

import "slices"

// What the record keeps of words as numbers: operations, directions, how exact a time is, and
// what else is told of a fact in one word of flags.

type opCode uint8

const (
	opNone opCode = iota
	opUpdate
	opCorrected
	opRefile
	opWithdrawn
	opKill
)

var operations = []Operation{OpNone, OpUpdate, OpCorrected, OpRefile, OpWithdrawn, OpKill}

func codeOf(op Operation) opCode { return opCode(max(0, slices.Index(operations, op))) }

// takesBack says whether an operation strikes what it names.
func (op opCode) takesBack() bool { return op == opCorrected || op.kills() }

func (op opCode) kills() bool { return op == opWithdrawn || op == opKill }

type direction uint8

const (
	noDirection direction = iota
	pressure
	relief
)

type precision uint8

const (
	precUnknown precision = iota
	precYear
	precMonth
	precDay
	precHour
	precMinute
)

var precisions = []string{"unknown", "year", "month", "day", "hour", "minute"}

type factFlags uint32

const (
	flagNegative    factFlags = 1 << iota // an odd number of negations
	flagDirect                            // quoted, in whole or part
	flagConditional                       //
	flagTemporary                         //
	flagHistorical                        // background
	flagHedged                            //
	flagAnonymous                         // nobody in particular speaks
	flagWeekday                           // its sentence names a weekday that its date is not
	flagClaimsDeal                        // what a readout says: see readoutIn
	flagDeniesDeal
	flagDiscussed
	flagNotDiscussed
	flagVenueSet
	flagVenueOpen
	flagStill   // a signal that only says that an earlier measure is still in force
	flagInstead // an event that tells of the form in which a phase is held instead
)

// Above the flags of a statement stand two parties of the summit, counted from 1,
// 0 for none: whose side speaks, and who is said to have asked for the meeting.
const (
	speakerBits = 16
	askedBits   = 20
	partyMask   = 15
)

// flagHeld says of an event, which has no parties there, that it is told to be under
// way or done.
const flagHeld factFlags = 1 << speakerBits

// Of an event that is only suggested so far; how long it went on, in minutes, stands above,
// and whether that is the least that it was.
const (
	flagOpen    factFlags = 1 << 17
	flagAtLeast factFlags = 1 << 18
	// flagNameless says that its whole report names nobody who could meet.
	flagNameless factFlags = 1 << 19
	lastedBits             = 20
	lastedMask             = 1<<12 - 1
)

// flagHandshake says of an event, which is never a quotation, that it is told by the hands
// that were shaken.
const flagHandshake = flagDirect

// flagFragment says of a statement, which is never temporary, that it is too few words to
// stand for what was said.
const flagFragment = flagTemporary

// lasted is how long an event went on, in minutes, 0 where nobody told.
func (f factFlags) lasted() int64 { return int64(f >> lastedBits & lastedMask) }

// Above those stands which of the small words that turn a verb a statement has.
const particleBits = 24

var particles = []string{"up", "down", "off", "out", "over", "against", "under", "before"}

// particlesIn are the flags for the small words of a text.
func particlesIn(text string) (f factFlags) {
	eachWordBytes(text, func(w []byte) bool {
		if i := slices.Index(particles, string(w)); i >= 0 {
			f |= 1 << (particleBits + i)
		}
		return true
	})
	return f
}

func (f factFlags) particles() factFlags { return f >> particleBits }

func (f factFlags) party() int { return int(f >> speakerBits & partyMask) }
func (f factFlags) asked() int { return int(f >> askedBits & partyMask) }
