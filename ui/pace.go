package ui

import (
	"reflect"
	"sync"
	"time"
	"unsafe"

	tea "charm.land/bubbletea/v2"
)

// How often the renderer looks for a new frame.
const (
	atOnce = 4 * time.Millisecond  // for the first one after a rest: a key is on the screen when it is pressed
	steady = 40 * time.Millisecond // while more follow: a key held down sends no frame that nobody could see
	asleep = time.Second           // while none come: ticks that find nothing are all that an idle screen would cost
)

// How long it keeps looking so after a frame.
const (
	quickFor = 3 * atOnce
	awakeFor = 5 * steady
)

// pace lets the renderer sleep while nothing is to be drawn. Bubble Tea has it look
// for a frame at a fixed rate, by a ticker that it shows nobody: at 25 times a second
// that was nearly all that an idle screen took, in each session of a server, and a
// key waited for the next tick.
//
// Where a version of Bubble Tea has no such ticker, the rate stays fixed.
type pace struct {
	program *tea.Program

	mu     sync.Mutex
	ticker *time.Ticker
	rate   time.Duration // of the ticker, 0 before it was first set
	last   time.Time     // when the latest frame was made
	slow   *time.Timer   // sets a slower rate
}

// framesPerSecond is the rate until the first frame, and the fixed one.
const framesPerSecond = 25

// tickerOf is the ticker of a program's renderer; nil before it runs, and ok is false
// where there is none to be had. It must be called from the program's own goroutine.
func tickerOf(p *tea.Program) (t *time.Ticker, ok bool) {
	f := reflect.ValueOf(p).Elem().FieldByName("ticker")
	if !f.IsValid() || f.Type() != reflect.TypeFor[*time.Ticker]() {
		return nil, false
	}
	return *(**time.Ticker)(unsafe.Pointer(f.UnsafeAddr())), true
}

// drawn is told of each frame: it is to be looked for soon.
func (p *pace) drawn() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ticker == nil {
		p.ticker, _ = tickerOf(p.program)
	}
	if p.last = time.Now(); p.ticker == nil || p.rate == atOnce || p.rate == steady {
		return
	}
	p.set(atOnce)
	if p.slow == nil {
		p.slow = time.AfterFunc(quickFor, p.slower)
		return
	}
	p.slow.Reset(quickFor)
}

func (p *pace) set(rate time.Duration) {
	p.rate = rate
	p.ticker.Reset(rate)
}

// slower sets the next slower rate when its time has come.
func (p *pace) slower() {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch rest := awakeFor - time.Since(p.last); {
	case p.rate == atOnce:
		p.set(steady)
		p.slow.Reset(rest)
	case rest > 0:
		p.slow.Reset(rest)
	default:
		p.set(asleep)
	}
}
