package feeds

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	"golang.org/x/net/http/httpproxy"
)

// proxyFunc returns the proxy for a URL, nil for none.
type proxyFunc func(*url.URL) (*url.URL, error)

// environmentProxy reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY.
func environmentProxy() proxyFunc { return httpproxy.FromEnvironment().ProxyFunc() }

// network makes connections and keeps three pools of them, so that one which was
// opened under one rule is never used under another.
type network struct {
	public  *http.Transport // to public addresses only, checked as each is dialled
	private *http.Transport // for feeds that may live in-house
	proxied *http.Transport // to the proxy; where that goes on to is its matter
	proxy   proxyFunc
	names   *net.Resolver
}

type proxyKey struct{}

func newNetwork(cfg Config, o options) *network {
	pool := func(control func(network, address string, c syscall.RawConn) error) *http.Transport {
		d := &net.Dialer{Timeout: cfg.Timeout, Resolver: o.resolver, Control: control}
		return &http.Transport{
			DialContext:            d.DialContext,
			DisableCompression:     true, // answers are decompressed within bounds, see body.go
			ForceAttemptHTTP2:      true,
			MaxIdleConns:           64,
			MaxIdleConnsPerHost:    cfg.PerHost,
			IdleConnTimeout:        30 * time.Second,
			TLSHandshakeTimeout:    cfg.Timeout,
			MaxResponseHeaderBytes: 128 << 10,
		}
	}
	n := &network{public: pool(control(false)), private: pool(control(true)), proxied: pool(nil), proxy: o.proxy, names: o.resolver}
	n.proxied.ProxyConnectHeader = http.Header{"User-Agent": {cfg.UserAgent}}
	n.proxied.Proxy = func(r *http.Request) (*url.URL, error) {
		via, _ := r.Context().Value(proxyKey{}).(*url.URL)
		return via, nil
	}
	return n
}

// control checks the address that is really connected to: after name resolution,
// for every one of a host's addresses, on every hop.
func control(private bool) func(string, string, syscall.RawConn) error {
	return func(_, address string, _ syscall.RawConn) error {
		to, err := netip.ParseAddrPort(address)
		if err != nil {
			return refused("%q is no network address", address)
		}
		return allow(to.Addr(), private)
	}
}

// route returns the proxy that a request goes through, nil for none.
func (n *network) route(ctx context.Context, u *url.URL, private bool) (via *url.URL, err error) {
	if via, err = n.proxy(u); err != nil { // its text holds the proxy's password
		return nil, errors.New("the proxy named in the environment cannot be used; check HTTP_PROXY and HTTPS_PROXY")
	}
	if via != nil {
		err = n.allowName(ctx, u.Hostname(), private)
	}
	return via, err
}

// send makes one request, without following where it leads.
func (n *network) send(r *http.Request, via *url.URL, private bool) (*http.Response, error) {
	switch {
	case via != nil:
		return n.proxied.RoundTrip(r.WithContext(context.WithValue(r.Context(), proxyKey{}, via)))
	case private:
		return n.private.RoundTrip(r)
	}
	return n.public.RoundTrip(r)
}

// allowName checks where a name leads before a proxy is sent there. What cannot
// be resolved here is left to the proxy, which may be the only one that can.
func (n *network) allowName(ctx context.Context, host string, private bool) error {
	if _, ok := literal(host); ok {
		return nil // allowURL has looked at it
	}
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	ips, err := n.names.LookupNetIP(ctx, "ip", strings.TrimSuffix(host, "."))
	if err != nil {
		return nil
	}
	for _, ip := range ips {
		if err := allow(ip, private); err != nil {
			return err
		}
	}
	return nil
}

func (n *network) close() {
	for _, t := range []*http.Transport{n.public, n.private, n.proxied} {
		t.CloseIdleConnections()
	}
}
