package feeds

import "net"

// What tests replace of a poller.

// WithClock replaces the system's clock.
func WithClock(c Clock) Option { return func(o *options) { o.clock = c } }

// WithResolver replaces the system's name resolution.
func WithResolver(r *net.Resolver) Option { return func(o *options) { o.resolver = r } }

// WithJitter replaces the source of chance, which returns numbers in [0, 1).
func WithJitter(f func() float64) Option { return func(o *options) { o.jitter = f } }

// WithParser replaces Parse.
func WithParser(f ParseFunc) Option { return func(o *options) { o.parse = f } }
