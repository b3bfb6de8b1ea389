package feeds

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// reach says how far an address reaches.
type reach uint8

const (
	reachPublic  reach = iota
	reachPrivate       // this machine or an in-house network: only where a feed's entry allows it
	reachNever         // nobody's web server: link-local, multicast, reserved, unspecified
)

// special lists the address blocks that are not the public internet, after the
// IANA special-purpose registries. The first block that holds an address decides.
var special = []struct {
	block netip.Prefix
	reach reach
	what  string
}{
	{netip.MustParsePrefix("0.0.0.0/8"), reachNever, "an unspecified address"},
	{netip.MustParsePrefix("10.0.0.0/8"), reachPrivate, "a private address"},
	{netip.MustParsePrefix("100.64.0.0/10"), reachPrivate, "a private (carrier-grade NAT) address"},
	{netip.MustParsePrefix("127.0.0.0/8"), reachPrivate, "a loopback address"},
	{netip.MustParsePrefix("169.254.0.0/16"), reachNever, "a link-local address"},
	{netip.MustParsePrefix("172.16.0.0/12"), reachPrivate, "a private address"},
	{netip.MustParsePrefix("192.0.0.0/24"), reachNever, "a reserved address"},
	{netip.MustParsePrefix("192.0.2.0/24"), reachNever, "an address for documentation"},
	{netip.MustParsePrefix("192.168.0.0/16"), reachPrivate, "a private address"},
	{netip.MustParsePrefix("198.18.0.0/15"), reachPrivate, "a private (benchmark) address"},
	{netip.MustParsePrefix("198.51.100.0/24"), reachNever, "an address for documentation"},
	{netip.MustParsePrefix("203.0.113.0/24"), reachNever, "an address for documentation"},
	{netip.MustParsePrefix("224.0.0.0/4"), reachNever, "a multicast address"},
	{netip.MustParsePrefix("240.0.0.0/4"), reachNever, "a reserved address"},
	{netip.MustParsePrefix("::/128"), reachNever, "an unspecified address"},
	{netip.MustParsePrefix("::1/128"), reachPrivate, "a loopback address"},
	{netip.MustParsePrefix("64:ff9b:1::/48"), reachPrivate, "a private (NAT64) address"},
	{netip.MustParsePrefix("100::/64"), reachNever, "a discard address"},
	{netip.MustParsePrefix("2001:db8::/32"), reachNever, "an address for documentation"},
	{netip.MustParsePrefix("3fff::/20"), reachNever, "an address for documentation"},
	{netip.MustParsePrefix("fc00::/7"), reachPrivate, "a private address"},
	{netip.MustParsePrefix("fe80::/10"), reachNever, "a link-local address"},
	{netip.MustParsePrefix("fec0::/10"), reachPrivate, "a private (site-local) address"},
	{netip.MustParsePrefix("ff00::/8"), reachNever, "a multicast address"},
}

// IPv6 blocks that carry an IPv4 address, which is where packets end up.
var (
	compatible = netip.MustParsePrefix("::/96")
	nat64      = netip.MustParsePrefix("64:ff9b::/96")
	sixToFour  = netip.MustParsePrefix("2002::/16")
	teredo     = netip.MustParsePrefix("2001::/32")
)

// reachOf says how far an address reaches and, unless it is public, what it is.
func reachOf(ip netip.Addr) (reach, string) {
	ip = ip.WithZone("").Unmap()
	if !ip.IsValid() {
		return reachNever, "no address"
	}
	for _, s := range special {
		if s.block.Contains(ip) {
			return s.reach, s.what
		}
	}
	if inner, ok := carried(ip); ok {
		return reachOf(inner)
	}
	return reachPublic, ""
}

// carried returns the IPv4 address inside a transition address.
func carried(ip netip.Addr) (netip.Addr, bool) {
	b := ip.As16()
	switch {
	case ip.Is4():
		return netip.Addr{}, false
	case compatible.Contains(ip), nat64.Contains(ip):
		return netip.AddrFrom4([4]byte(b[12:])), true
	case sixToFour.Contains(ip):
		return netip.AddrFrom4([4]byte(b[2:6])), true
	case teredo.Contains(ip): // the client's address, with every bit turned over
		var v4 [4]byte
		binary.BigEndian.PutUint32(v4[:], ^binary.BigEndian.Uint32(b[12:]))
		return netip.AddrFrom4(v4), true
	}
	return netip.Addr{}, false
}

// refusal is an address that we would not go to, with the reason in words.
type refusal struct {
	why   string
	leave bool // a feed whose entry says allow_private would go there
}

func (r *refusal) Error() string { return "refused: " + r.advised() }

// advised is the reason with what would lift the refusal.
func (r *refusal) advised() string {
	if r.leave {
		return r.why + "; set allow_private = true on the feed if it is meant to live there"
	}
	return r.why
}

func refused(format string, args ...any) error {
	return &refusal{why: fmt.Sprintf(format, args...)}
}

func isRefusal(err error) bool {
	var r *refusal
	return errors.As(err, &r)
}

// wantsLeave reports a refusal that allow_private on the feed would lift.
func wantsLeave(err error) bool {
	var r *refusal
	return errors.As(err, &r) && r.leave
}

// allow returns a refusal unless a feed may be fetched from ip.
func allow(ip netip.Addr, private bool) error {
	switch r, what := reachOf(ip); {
	case r == reachPublic, r == reachPrivate && private:
		return nil
	case r == reachPrivate:
		return &refusal{fmt.Sprintf("%s is %s", ip, what), true}
	default:
		return refused("%s is %s, and no feed lives there", ip, what)
	}
}

// address reads a feed's or a redirect's URL and refuses what is not plain http
// or https to a host. Where the host is written as a number or is this machine
// by name, the reach is checked here; every other name when it is dialled. The
// URL is never nil.
func address(raw string, private bool) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil {
		return &url.URL{}, refused("the address cannot be read; write it as https://host/path")
	}
	return u, allowURL(u, private)
}

func allowURL(u *url.URL, private bool) error {
	if u.Scheme != "http" && u.Scheme != "https" {
		return refused("%s addresses are not fetched, only http and https", orNone(u.Scheme))
	}
	host := u.Hostname()
	if host == "" {
		return refused("the address names no host; write it as %s://host/path", u.Scheme)
	}
	if ip, ok := literal(host); ok {
		return allow(ip, private)
	}
	return nil
}

// literal returns the address that a host name stands for by itself.
func literal(host string) (netip.Addr, bool) {
	name := strings.ToLower(host)
	if ascii, err := idna.Lookup.ToASCII(name); err == nil {
		name = ascii // digits and dots have other forms that mean the same
	}
	name = strings.TrimSuffix(name, ".")
	if name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return netip.AddrFrom4([4]byte{127, 0, 0, 1}), true
	}
	if ip, err := netip.ParseAddr(name); err == nil {
		return ip, true
	}
	return numeral(name)
}

// numeral reads the forms of an IPv4 address that some resolvers and proxies take
// besides four decimal numbers: fewer of them, of which the last fills the rest,
// and octal and hexadecimal ones.
func numeral(name string) (netip.Addr, bool) {
	parts := strings.Split(name, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var v uint64
	for i, part := range parts {
		bits := 8
		if i == len(parts)-1 {
			bits = 8 * (5 - len(parts))
		}
		base := 10
		if hex, ok := strings.CutPrefix(part, "0x"); ok {
			part, base = "0"+hex, 16
		} else if len(part) > 1 && part[0] == '0' {
			base = 8
		}
		n, err := strconv.ParseUint(part, base, bits)
		if err != nil {
			return netip.Addr{}, false
		}
		v = v<<bits | n
	}
	return netip.AddrFrom4([4]byte{byte(v >> 24), byte(v >> 16), byte(v >> 8), byte(v)}), true
}

func orNone(scheme string) string {
	if scheme == "" {
		return "scheme-less"
	}
	return scheme
}
