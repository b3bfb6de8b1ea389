package model

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// eachWord calls yield for every word of a text, folded: lower case, without
// accents and possessive endings, numbers without their separators and with
// their per cent sign, initials without their dots. It stops when yield says so.
//
//	"Zelensky's 1,000 café-owners at the U.N." → zelensky 1000 cafe owners at the un
func eachWord(text string, yield func(word string) bool) {
	eachWordBytes(text, func(w []byte) bool { return yield(string(w)) })
}

// longestWord is how many bytes of a word count, but for the letter that ends there.
const longestWord = 40

// eachWordBytes is eachWord without a string for each word; the bytes are only
// good until the next one.
func eachWordBytes(text string, yield func(word []byte) bool) { eachWordIn(nil, text, yield) }

// eachWordIn is eachWordBytes with room for the words, which it returns for the next
// text.
func eachWordIn(room []byte, text string, yield func(word []byte) bool) []byte {
	text = plainLetters(text)
	if room == nil {
		room = make([]byte, 0, longestWord+utf8.UTFMax)
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += size
			continue
		}
		word, digits, initials := room[:0], false, i
		for i < len(text) {
			if c := text[i]; c-'a' < 26 {
				if len(word) < longestWord {
					word = append(word, c)
				}
				i++
				continue
			}
			r, size = utf8.DecodeRuneInString(text[i:])
			switch {
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				digits = digits || unicode.IsDigit(r)
				if len(word) < longestWord {
					word = utf8.AppendRune(word, unicode.ToLower(r))
				}
				i += size
				continue
			case (r == '\'' || r == '’') && insideWord(text[i+size:]):
				i += size // don't → dont; a possessive is cut below
				if rest := text[i:]; isPossessive(rest) {
					i++
				}
				continue
			case r == '.' && !digits && i == initials+1 && isInitial(text[i+size:]):
				i += size
				initials = i
				continue
			case digits && (r == ',' || r == '.') && startsWithDigit(text[i+size:]):
				if r == '.' {
					word = append(word, '.')
				}
				i += size
				continue
			case digits && r == '%':
				word = append(word, '%')
				i += size
			}
			break
		}
		if !yield(word) {
			break
		}
	}
	return room
}

// plainLetters takes accents off, where there are any.
func plainLetters(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < utf8.RuneSelf {
			continue
		}
		// Dashes and quotation marks are most of what is not ASCII.
		if s[i] == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 {
			i += 2
			continue
		}
		return strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) {
				return -1
			}
			return r
		}, norm.NFD.String(s))
	}
	return s
}

func insideWord(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(r)
}

func isPossessive(rest string) bool {
	return (strings.HasPrefix(rest, "s") || strings.HasPrefix(rest, "S")) && !insideWord(rest[1:])
}

// isInitial says whether a text goes on with one letter of English and no more of
// a word.
func isInitial(rest string) bool {
	return rest != "" && (rest[0]|0x20)-'a' < 26 && !insideWord(rest[1:])
}

func startsWithDigit(rest string) bool { return rest != "" && rest[0] >= '0' && rest[0] <= '9' }

// foldWords returns the words of a text, folded.
func foldWords(text string) []string {
	var words []string
	eachWord(text, func(w string) bool { words = append(words, w); return true })
	return words
}

// isNumber says whether a folded word is a figure ("25%", "1000", "19th").
func isNumber(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// functionWords carry no content of their own. Negations are not among them:
// they are counted apart.
var functionWords = wordSet(`a about above after again against all also am an and any are as at be because been before being
	below between both but by can could did do does doing down during each few for from further get gets got had has have having he her
	here hers herself him himself his how i if im in into is it its itself ive just let lets me more most my myself now of off on once only
	or other our ours out over own per same say says said saying shall she should so some such tell tells told than that thats the their
	theirs them themselves then there these they theyre this those through to too under until up upon very was we were weve what when where
	which while who whom why will with would you your yours amid us via vs re ll`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// bitsOfStems says of each stem of a data file in which of its lines it stands, as bits, lines
// that begin with "#" not counted.
func bitsOfStems(file string) map[string]uint32 {
	var lines []map[string]bool
	for line := range strings.Lines(file) {
		if !strings.HasPrefix(line, "#") {
			lines = append(lines, stemsOf(line))
		}
	}
	return bitsOfLists(lines...)
}

// bitsOfLists says of each word of some lists in which of them it stands, as bits. It panics
// where there are more lists than bits: the lists are part of the program.
func bitsOfLists(lists ...map[string]bool) map[string]uint32 {
	bits := map[string]uint32{}
	for n, list := range lists {
		if n == 32 {
			panic("more lists than bits")
		}
		for word := range list {
			bits[word] |= 1 << n
		}
	}
	return bits
}

// wordsListed walks the words of a data file, but for lines that begin with "#".
func wordsListed(file string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(file) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for w := range strings.FieldsSeq(line) {
				if !yield(w) {
					return
				}
			}
		}
	}
}

// stemsListed are the stems of the words of a data file.
func stemsListed(file string) map[string]bool {
	stems := map[string]bool{}
	for w := range wordsListed(file) {
		stems[stem(w)] = true
	}
	return stems
}

// negations turn a sentence round.
var negations = wordSet(`no not never none nobody nothing nor neither without cannot cant dont doesnt didnt wont wouldnt shouldnt couldnt
	unless isnt arent wasnt werent hasnt havent hadnt refuse refuses refused reject rejects rejected deny denies denied fail fails failed failure`)

// stem cuts the endings that grammar asks for, so that "sanctions", "sanctioned"
// and "sanctioning" meet. It is rough on purpose: it only has to be the same for
// both sides of a comparison.
func stem(w string) string {
	n := len(w)
	if n < 4 || isNumber(w) {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies") && n > 4:
		w = w[:n-3] + "y"
	case strings.HasSuffix(w, "sses"):
		w = w[:n-2]
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"):
	case strings.HasSuffix(w, "s"):
		w = w[:n-1]
	}
	n = len(w)
	switch {
	case strings.HasSuffix(w, "ingly") && n > 7:
		w = undouble(w[:n-5])
	case strings.HasSuffix(w, "ing") && n > 5:
		w = undouble(w[:n-3])
	case strings.HasSuffix(w, "ied") && n > 4:
		w = w[:n-3] + "y"
	case strings.HasSuffix(w, "ed") && n > 4:
		w = undouble(w[:n-2])
	case strings.HasSuffix(w, "ly") && n > 5:
		w = w[:n-2]
	}
	if n = len(w); n > 3 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	return w
}

func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("aeiouls", rune(w[n-1])) {
		return w[:n-1]
	}
	return w
}

// contentStems returns the stems of a text's content words, each once, in order.
// Negations and numbers stay in.
func contentStems(text string, limit int) []string {
	var stems []string
	seen := map[string]bool{}
	eachWord(text, func(w string) bool {
		if functionWords[w] || len(w) == 1 && !isNumber(w) {
			return true
		}
		if s := stem(w); !seen[s] {
			seen[s] = true
			stems = append(stems, s)
		}
		return len(stems) < limit
	})
	return stems
}
