package model

import "testing"

func TestTheAddressesOfOneHouseShareASite(t *testing.T) {
	for host, want := range map[string]string{
		"wire.example": "wire.example", "RSS.wire.example": "wire.example", "www.post.co.uk": "post.co.uk", "post.com": "post.com",
		"feeds.office.gov.ua": "office.gov.ua", "tass.ru": "tass.ru", "a.tass.ru": "tass.ru", "127.0.0.1": "0.1", "localhost": "localhost", "": "",
	} {
		if got := SiteOf(host); got != want {
			t.Errorf("%q: %q, want %q", host, got, want)
		}
	}
}
