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

// items are titles with summaries as feeds send them, of people who do not exist.
var items = []model.Document{
	{Title: "Quell says harbour deal is ‘closer than ever’ as envoys return to Port Serren", Text: "Prime Minister Ada Quell said on Friday that the two sides had “never been so close” to an agreement on the harbour, after a fourth day of talks in Port Serren."},
	{Title: "Altland imposes 20% tariffs on Borland steel from Monday", Text: "The trade ministry of Altland published the list on Thursday. Borland called the duties unlawful and said that it would answer in kind."},
	{Title: "Ferry crews end strike after nine days", Text: "Ferries between the islands sailed again on Wednesday morning. The union said that its members had voted for the offer by a wide margin."},
	{Title: "Borland warns of new sanctions unless blockade is lifted", Text: "Foreign minister Tomas Reyl told reporters that his government was ready to freeze the assets of the firms which supply the blockade, and urged its allies to follow."},
	{Title: "Rain delays the harvest in the north", Text: "Farmers expect a third less barley than last year. “We have mud up to our knees,” one of them told the Demo Gazette."},
	{Title: "Marden and Reyl to meet in Lower Serren next week, officials say", Text: "The meeting would be the first since the ceasefire broke down in March, according to two officials with knowledge of the plans."},
}

// BenchmarkReadItems reads what a poll brings: short texts with their titles.
func BenchmarkReadItems(b *testing.B) {
	r := testReader(b)
	size := 0
	for _, it := range items {
		size += len(it.Title) + len(it.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, it := range items {
			r.Read(it)
		}
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
