// Package extract reads text: who said what to whom, which sanction signals were
// sent, and what happened. It is rules and word lists, with a small table of learned
// weights for measures of which the rules say nothing; no model server and no network.
// The same document always gives the same reading.
//
//	Document ──► tokens ──► paragraphs, quotations, sentences      token.go quote.go sentence.go
//	                │
//	                ├──► mentions of actors                        resolve*.go
//	                ├──► statements of the title                   headline*.go
//	                ├──► statements of the text                    attribution*.go (below)
//	                ├──► signals (they know who spoke)             signal*.go (below)
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
// A rule that nothing but certain words can begin has a bit of its own for them (newBit,
// markAll): a token has the bits of its word, text.begins those of a sentence's, so that
// mayHold spares most sentences the rule. Who gives the rule another word marks it too.
//
// # Statements of the text
//
// A paragraph is read in units: sentences, joined where a quotation spans them.
//
//	cue (cues.go) ──► is it a verb here? (verb*.go)
//	              ──► subject: own, shared, behind it (subject*.go, nounphrase.go)
//	              ──► content: complement.go behind it up to content*.go's end, or
//	                  attribution_around.go before it
//	nouns, adjectives, "according to" (attribution_noun.go), labels and signatures
//	(attribution_label.go) ──► quotations nobody took go on with the statement
//	before them (attribution_join.go) ──► who that is (discourse*.go), and what kind
//	of act (statement.go)
//
// What is reported within another's content is that one's statement, not another.
// testdata/lessons shows sentence by sentence what is read; lesson_test.go says how
// a lesson is written.
//
// # Signals
//
// Rules read what is done with a measure from the verbs that the lists know. Where they
// say nothing of a measure that a text names, signal_learned*.go weighs the words around
// it with data/learned.txt, which package learn makes from sentences of its own:
//
//	words before and behind ──► stems, classes, senses (data/senses.txt)   signal_learned_view.go
//	                        ──► features, each with its weights            signal_learned_features.go
//	                        ──► a rung of the ladder, or none              signal_learned_rung.go
//
// A deed needs to be surer than a word, and gives way to one when it is not. The rule of
// such a signal is "signal-learned:", with the two features that spoke most for it. After
// a change to learn/sentences, or to a list that changes what is seen of them, run
//
//	go generate ./model/extract
//
// Word lists are files in data/, one entry a line, columns parted by "|" and
// explained in the comment at the top of each; table and list read them.
package extract
