package feeds

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"time"
)

// words says why a fetch failed so that a person knows what to do. It holds no
// credentials and nothing that a terminal would obey.
func words(err error) string {
	var (
		r        *refusal
		dns      *net.DNSError
		unknown  x509.UnknownAuthorityError
		wrong    x509.HostnameError
		invalid  x509.CertificateInvalidError
		untls    tls.RecordHeaderError
		unproven *tls.CertificateVerificationError
	)
	switch {
	case err == nil:
		return ""
	case errors.As(err, &r):
		return Clean(r.advised())
	case errors.Is(err, context.DeadlineExceeded):
		return Clean(strings.ReplaceAll(err.Error(), context.DeadlineExceeded.Error(), "no answer in time"))
	case errors.As(err, &dns):
		if dns.IsNotFound {
			return Clean("there is no host " + dns.Name + "; check the spelling, and the network")
		}
		return Clean("the name " + dns.Name + " could not be looked up; check the network")
	case errors.As(err, &unknown):
		return "TLS: nobody whom this machine trusts has signed the server's certificate"
	case errors.As(err, &wrong):
		return Clean("TLS: the server's certificate is for another host than " + wrong.Host)
	case errors.As(err, &invalid), errors.As(err, &unproven):
		return Clean("TLS: the server's certificate does not hold: " + err.Error())
	case errors.As(err, &untls):
		return "TLS: the server does not speak it on this port; is the address meant to be http?"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "the server accepts no connections (connection refused)"
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return "the network does not lead to the server; check the connection"
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "the server closed the connection before it had answered"
	}
	if fault, ok := strings.CutPrefix(err.Error(), "net/http: HTTP/1.x transport connection broken: "); ok {
		return Clean("what the server sent is no sound HTTP: " + strings.TrimPrefix(fault, "net/http: "))
	}
	return Clean(err.Error())
}

// faultWords is words without what to do, where a report gives its own advice on that.
func faultWords(err error) string {
	var r *refusal
	if errors.As(err, &r) {
		return Clean(r.why)
	}
	return words(err)
}

// What is wrong with an answer that came, to be asked for with errors.Is. The errors
// that are marked so say it in words of their own.
var (
	errNoFeed = errors.New("no feed")
	errPacked = errors.New("not to be unpacked")
)

// marked is an error that is another, too: one of those above, or a deadline that has passed.
type marked struct {
	error
	as error
}

// Unwrap gives both to errors.Is and errors.As.
func (m marked) Unwrap() []error { return []error{m.error, m.as} }

// statusWords says what an answer that is no feed means.
func statusWords(status int) string {
	said := fmt.Sprintf("answered %d", status)
	if text := http.StatusText(status); text != "" {
		said += " " + text
	}
	switch {
	case status == http.StatusUnauthorized, status == http.StatusForbidden:
		return said + ": it does not let us in; a login, or a User-Agent with a contact, may be asked for"
	case status == http.StatusNotFound:
		return said + ": there is no feed at this address; look for its new one"
	case status == http.StatusGone:
		return said + ": the feed has ended and is not asked any more; take it out of the config. Should it come back, `parley feeds check` finds out"
	case status == http.StatusTooManyRequests:
		return said + ": it asks for fewer requests"
	case status >= 500:
		return said + ": the server is in trouble"
	}
	return said
}

// laterWords says of an answer that puts us off what it means, and where the server told it
// how long it wants to be left alone.
func laterWords(status int, wait time.Duration, told bool) string {
	said := statusWords(status)
	if told {
		said += "; it asks us to come back in " + Spell(wait)
	}
	return said
}

// Spell writes a duration as the configuration does: "5m", not "5m0s".
func Spell(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}
