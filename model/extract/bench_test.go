package extract

import (
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"

	"parley/model"
)

// article is a whole article about people who do not exist.
const article = `The envoys of Altland and Borland met for a fourth hour on Friday, and their spokesman, Ivo Marden, said that no paper had been signed.

“We have not agreed on the one thing that matters,” Marden told reporters outside the hall. “But we are still at the table, and that is more than last year.”

Prime Minister Ada Quell, who arrived late, described the talks as “useful” but admitted that the question of the harbour was open. She warned that her cabinet would impose tariffs on steel unless the blockade ended by Monday.

According to two officials with knowledge of the talks, the sides may meet again next week in Port Serren. Critics called the plan a gift to the generals.

“It is not a plan,” said Tomas Reyl, a former minister who now leads the opposition. “It is a wish with a date on it.

“And the date,” he added, “has already passed.”

The foreign ministry denied the claim that sanctions had been lifted, saying the licence covered only grain. A report by the central bank showed that trade fell by a third after the border was closed in March.

`

func benchText(n int) string { return strings.Repeat(article, n/len(article)+1) }

func BenchmarkRead(b *testing.B) {
	r := testReader(b)
	doc := model.Document{Title: "Quell: 'we are still at the table' as talks end with no deal", Text: benchText(16 << 10)}
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		r.Read(doc)
	}
}

// BenchmarkNew is what a start of the program waits for.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		testReader(b)
	}
}

// BenchmarkProse is the named alternative: it only tags parts of speech.
func BenchmarkProse(b *testing.B) {
	text := benchText(16 << 10)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := prose.NewDocument(text, prose.WithExtraction(false)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHostile shows that time grows with length and not faster: MB/s are
// alike for ten times the text.
func BenchmarkHostile(b *testing.B) {
	r := testReader(b)
	for _, size := range []int{100_000, 1_000_000} {
		for name, text := range hostile(size) {
			b.Run(name+"/"+map[int]string{100_000: "100kB", 1_000_000: "1MB"}[size], func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					r.Read(model.Document{Text: text})
				}
			})
		}
	}
}
