package feeds

import (
	"bytes"
	"io"
	"net/http"
	"testing"
)

// FuzzReadBody holds the bounds of a body, whatever is sent under whichever
// coding: never more than the limit comes out, nor is read, by much.
func FuzzReadBody(f *testing.F) {
	feed := demoRSS("Delegates arrive")
	for _, coding := range []string{"", "gzip", "deflate", "gzip, deflate", "gzip,gzip,gzip", "br", ",,", "identity"} {
		f.Add(coding, []byte(feed))
		f.Add(coding, packed("gzip", feed))
		f.Add(coding, packed("zlib", feed))
		f.Add(coding, packed("flate", feed))
		f.Add(coding, packed("gzip", string(packed("gzip", feed))))
		f.Add(coding, packed("gzip", string(bytes.Repeat([]byte{' '}, 1<<16))))
	}
	const limit = 4096
	f.Fuzz(func(t *testing.T, coding string, sent []byte) {
		resp := &http.Response{
			Header: http.Header{"Content-Encoding": {coding}}, ContentLength: int64(len(sent)),
			Body: io.NopCloser(bytes.NewReader(sent)),
		}
		body, wire, err := readBody(resp, limit)
		if len(body) > limit || wire > limit+1 {
			t.Fatalf("%d bytes out of %d, with a limit of %d", len(body), wire, limit)
		}
		if err != nil && body != nil {
			t.Fatalf("a body of %d bytes beside the error %v", len(body), err)
		}
		if words(err) != Clean(words(err)) {
			t.Fatalf("%q is not clean", words(err))
		}
	})
}
