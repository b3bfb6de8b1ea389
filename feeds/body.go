package feeds

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// acceptEncoding names what readBody can undo.
const acceptEncoding = "gzip, deflate"

// maxPromise is how much room is made for a body before it has come, in bytes.
const maxPromise = 1 << 20

var errTooBig = errors.New("too big")

// counter counts the bytes that came over the wire and stops at a limit.
type counter struct {
	r     io.Reader
	n     int64
	limit int64
}

func (c *counter) Read(p []byte) (int, error) {
	if c.n >= c.limit {
		return 0, errTooBig
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.limit-c.n)])
	c.n += int64(n)
	return n, err
}

// readBody reads an answer's body and undoes its compression. At most limit
// bytes are read and at most limit come out; a body with more, or with less than
// it announced, is an error. It also returns the bytes on the wire.
func readBody(resp *http.Response, limit int64) (body []byte, wire int64, err error) {
	c := &counter{r: resp.Body, limit: limit + 1}
	r, err := decompress(c, resp.Header.Values("Content-Encoding"))
	if err == nil {
		body, err = readAll(r, resp.ContentLength, limit)
	}
	if err == nil && len(body) > 2 && body[0] == 0x1f && body[1] == 0x8b {
		// A compressed file, served as such or compressed twice.
		if r, err = gzip.NewReader(bytes.NewReader(body)); err == nil {
			body, err = readAll(r, -1, limit)
		}
	}
	if errors.Is(err, gzip.ErrHeader) && len(body) > 0 {
		err = nil // whole members, and then something else: padding
	}
	switch {
	case errors.Is(err, errTooBig):
		return nil, c.n, fmt.Errorf("the answer is bigger than %s; raise max_body if it is meant to be", size(limit))
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, c.n, errors.New("the answer was cut off before its end")
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, zlib.ErrHeader), errors.Is(err, zlib.ErrChecksum), isCorrupt(err):
		return nil, c.n, marked{fmt.Errorf("the answer's compression is broken (%w)", err), errPacked}
	}
	return body, c.n, err
}

// readAll reads to the end, or one byte over the limit.
func readAll(r io.Reader, announced, limit int64) ([]byte, error) {
	var b bytes.Buffer
	if announced > 0 && announced <= limit {
		b.Grow(int(min(announced, maxPromise)) + bytes.MinRead)
	}
	n, err := b.ReadFrom(io.LimitReader(r, limit+1))
	if err == nil && n > limit {
		err = errTooBig
	}
	return b.Bytes(), err
}

// decompress undoes the codings that a server says it applied, the last first.
// A server that names a coding and sends plain text is taken at its text.
func decompress(r io.Reader, codings []string) (io.Reader, error) {
	list := strings.Split(strings.ToLower(strings.Join(codings, ",")), ",")
	if len(list) > 3 {
		return nil, marked{errors.New("the answer is compressed too many times over"), errPacked}
	}
	for i := len(list) - 1; i >= 0; i-- {
		br := bufio.NewReader(r)
		head, err := br.Peek(32)
		if len(head) < 2 {
			if err != nil && !errors.Is(err, io.EOF) {
				return nil, err
			}
			return br, nil
		}
		if isPlain(head) {
			r = br
			continue
		}
		switch coding := strings.TrimSpace(list[i]); coding {
		case "", "identity":
			r = br
		case "gzip", "x-gzip":
			r = br
			if head[0] == 0x1f && head[1] == 0x8b {
				if r, err = gzip.NewReader(br); err != nil {
					return nil, err
				}
			}
		case "deflate": // by the standard with a zlib header, by habit often without
			if head[0]&0x0f == 8 && (uint(head[0])<<8|uint(head[1]))%31 == 0 {
				if r, err = zlib.NewReader(br); err != nil {
					return nil, err
				}
			} else {
				r = flate.NewReader(br)
			}
		default:
			return nil, marked{fmt.Errorf("the answer is compressed with %q, which was not asked for", Clean(coding)), errPacked}
		}
	}
	return r, nil
}

// isPlain reports whether an answer begins as markup or JSON does, and hence is
// not compressed, whatever its headers say.
func isPlain(head []byte) bool {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(text) < 8 || text[0] != '<' && text[0] != '{' {
		return false
	}
	for _, c := range text {
		if c < ' ' && c != '\t' && c != '\r' && c != '\n' || c >= 0x7f {
			return false
		}
	}
	return true
}

func isCorrupt(err error) bool {
	var c flate.CorruptInputError
	return errors.As(err, &c)
}

// size writes a number of bytes as people read it.
func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%.3g MiB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.3g KiB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d bytes", n)
}
