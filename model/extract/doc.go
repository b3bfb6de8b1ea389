// Package extract reads text: who said what to whom, which sanction signals were
// sent, and what happened. It is rules and word lists, no model and no network;
// the same document always gives the same reading.
//
//	Document ──► tokens ──► paragraphs, quotations, sentences      token.go quote.go sentence.go
//	                │
//	                ├──► mentions of actors                        resolve*.go
//	                ├──► statements of the title                   headline*.go
//	                ├──► statements of the text                    attribution*.go
//	                ├──► signals (they know who spoke)             signal*.go
//	                └──► events, topics                            event*.go topic*.go
//
// # Inside
//
// A doc holds two texts, title and body. A text has its tokens (tok), and runs of
// them (stretch, end-exclusive) for sentences and paragraphs; quotes are the runs
// in quotation marks. A token knows its offsets in bytes and in code points, its
// lower-case form (low), whether it is capitalised, in capitals, glued to the token
// before or inside a quotation, and the number of its sentence. Its id is non-zero
// when any list knows the word: lexicon.of gives its classes in data/words.txt.
//
// To find phrases of a list, fill a terms[T] while the Reader is made and ask
// match(tok, i): the longest phrase at token i with its value. text.span and
// text.phrase turn runs of tokens into spans and phrases for the reading.
//
// Word lists are files in data/, one entry a line, columns parted by "|" and
// explained in the comment at the top of each; table and list read them.
package extract
