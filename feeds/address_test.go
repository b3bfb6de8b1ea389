package feeds

import (
	"net/netip"
	"strings"
	"testing"
)

func TestAddressesByReach(t *testing.T) {
	for ip, want := range map[string]reach{
		"8.8.8.8": reachPublic, "2a00:1450::1": reachPublic, "::ffff:8.8.8.8": reachPublic, "64:ff9b::808:808": reachPublic, "2002:808:808::1": reachPublic,
		"100.63.255.255": reachPublic, "100.128.0.0": reachPublic, "172.15.255.255": reachPublic, "172.32.0.0": reachPublic, "11.0.0.0": reachPublic,

		"127.0.0.1": reachPrivate, "127.255.255.254": reachPrivate, "::1": reachPrivate, "::ffff:127.0.0.1": reachPrivate, "::127.0.0.1": reachPrivate,
		"10.0.0.1": reachPrivate, "172.16.0.1": reachPrivate, "172.31.255.255": reachPrivate, "192.168.0.1": reachPrivate, "100.64.0.1": reachPrivate,
		"fc00::1": reachPrivate, "fd12:3456::1": reachPrivate, "fec0::1": reachPrivate, "198.18.0.1": reachPrivate,
		"64:ff9b::7f00:1": reachPrivate, "64:ff9b::a00:1": reachPrivate, "64:ff9b:1::1": reachPrivate, "2002:7f00:1::": reachPrivate, "2002:c0a8:1::": reachPrivate,
		"2001:0:0:0:0:0:80ff:fffe": reachPrivate, // Teredo for 127.0.0.1

		"0.0.0.0": reachNever, "0.1.2.3": reachNever, "::": reachNever, "169.254.169.254": reachNever, "::ffff:169.254.169.254": reachNever,
		"fe80::1": reachNever, "fe80::1%eth0": reachNever, "224.0.0.1": reachNever, "239.255.255.255": reachNever, "ff02::1": reachNever,
		"255.255.255.255": reachNever, "240.0.0.1": reachNever, "192.0.2.1": reachNever, "2001:db8::1": reachNever, "64:ff9b::a9fe:a9fe": reachNever,
	} {
		if got, what := reachOf(netip.MustParseAddr(ip)); got != want {
			t.Errorf("%s: reach %d (%s), want %d", ip, got, what, want)
		}
	}
	if got, _ := reachOf(netip.Addr{}); got != reachNever {
		t.Error("no address may be reached")
	}
}

func TestAddressOfAFeed(t *testing.T) {
	for _, c := range []struct {
		url     string
		private bool
		refused string // part of the reason; empty for allowed
	}{
		{"https://demo.example/rss", false, ""},
		{"  HTTP://Demo.Example/rss ", false, ""},
		{"http://user:pw@demo.example:8080/rss?x=1#y", false, ""},
		{"http://127.0.0.1:1/x", true, ""},
		{"http://127.0.0.1:1/x", false, "allow_private"},
		{"http://１２７。0.0.1/x", false, "allow_private"},
		{"http://ＬｏｃａｌＨｏｓｔ/x", false, "allow_private"},
		{"http://app.localhost/x", false, "allow_private"},
		{"http://[::ffff:10.0.0.1]/x", false, "allow_private"},
		{"http://2130706433/x", false, "allow_private"},
		{"http://0x7F000001/x", false, "allow_private"},
		{"http://0177.0.0.01/x", false, "allow_private"},
		{"http://127.1/x", false, "allow_private"},
		{"http://0xa9.254.43518./x", true, "link-local"},
		{"http://0/x", true, "unspecified"},
		{"http://134744072/x", false, ""},
		{"http://1.2.3.4.5/x", false, ""},
		{"http://0x/x", false, "unspecified"},
		{"http://4294967296/x", false, ""},
		{"http://256.0.0.1/x", false, ""},
		{"http://_1.2/x", false, ""},
		{"http://169.254.169.254/x", true, "link-local"},
		{"http://0.0.0.0:80/x", true, "unspecified"},
		{"file:///etc/passwd", true, "only http and https"},
		{"demo.example/rss", true, "scheme-less"},
		{"feed://demo.example/rss", true, "feed addresses"},
		{"http:///rss", true, "no host"},
		{"http://[::1", true, "cannot be read"},
		{"", true, "scheme-less"},
	} {
		_, err := address(c.url, c.private)
		if (err == nil) != (c.refused == "") || err != nil && (!isRefusal(err) || !strings.Contains(err.Error(), c.refused)) {
			t.Errorf("%q: %v, want %q", c.url, err, c.refused)
		}
	}
}

func TestRedact(t *testing.T) {
	for in, want := range map[string]string{
		"https://demo.example/rss?a=b&key=":     "https://demo.example/rss?a=b&key=",
		"https://u:p@demo.example/rss":          "https://redacted@demo.example/rss",
		"https://TOKEN@demo.example/":           "https://redacted@demo.example/",
		"https://demo.example/?Access_Token=x":  "https://demo.example/?Access_Token=redacted",
		"https://demo.example/?a=1&sig=x&b=2":   "https://demo.example/?a=1&sig=redacted&b=2",
		"https://demo.example/?monkey=banana":   "https://demo.example/?monkey=banana",
		"http://u:p@[::1/x":                     "http://redacted@[::1/x",
		"u:p@demo.example":                      "redacted@demo.example",
		"https://demo.example/\x1b[31m":         "https://demo.example/",
		"https://demo.example/a%20b?q=x%20y#fr": "https://demo.example/a%20b?q=x%20y#fr",
		"HTTPS://Demo.example/a b?q=ü":          "HTTPS://Demo.example/a b?q=ü",
	} {
		if got := Redact(in); got != want {
			t.Errorf("Redact(%q) = %q, want %q", in, got, want)
		}
	}
	if got := Key(" https://u:p@demo.example/rss?key=news "); got != "https://redacted@demo.example/rss?key=news" {
		t.Errorf("Key: %q", got)
	}
}

// FuzzAddress holds what every address that is let through must be, and that
// nothing secret or unsafe is shown of any.
func FuzzAddress(f *testing.F) {
	for _, s := range []string{
		"https://demo.example/rss", "http://u:p@127.0.0.1:80/?token=x", "http://[::ffff:7f00:1]/", "//h", "http://[fe80::1%25en0]/", "http://h\x00/", "HTTP://%31%32%37.0.0.1/",
		"http://user:pass@:80/", "https://@/", "http://a@b@c/", "http://localhost./", "ht\ttp://x/",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		u, err := address(raw, false)
		if err != nil && !isRefusal(err) {
			t.Fatalf("%q: an error that is no refusal: %v", raw, err)
		}
		if err == nil {
			if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
				t.Fatalf("%q was let through as %q to %q", raw, u.Scheme, u.Hostname())
			}
			if ip, perr := netip.ParseAddr(u.Hostname()); perr == nil {
				if r, _ := reachOf(ip); r != reachPublic {
					t.Fatalf("%q was let through to %s", raw, ip)
				}
			}
			if k := Key(raw); Key(k) != k {
				t.Fatalf("Key(%q) = %q, and its own key is %q", raw, k, Key(k))
			}
			if u.User != nil {
				if password, ok := u.User.Password(); ok && len(password) > 3 && !strings.Contains(u.Host+u.RequestURI()+u.Fragment+hidden+u.Scheme, password) && strings.Contains(Redact(raw), password) {
					t.Fatalf("Redact(%q) shows the password: %q", raw, Redact(raw))
				}
			}
		}
		if shown := Redact(raw); shown != Clean(shown) {
			t.Fatalf("Redact(%q) = %q is not clean", raw, shown)
		}
	})
}
