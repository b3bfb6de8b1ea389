package extract

import (
	"embed"
	"regexp"
	"strings"
	"testing"
)

// Who adds a word to a class must be able to read what the class means where it stands.
func TestWordListsSayWhatTheirClassesMean(t *testing.T) {
	for name, fs := range map[string]embed.FS{
		"data/words.txt": textData, "data/report-words.txt": textData, "data/name-words.txt": actorData,
		"data/events-around.txt": eventData, "data/headline-words.txt": headlineData, "data/measures.txt": signalData,
	} {
		data, err := fs.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		classes := 0
		for line := range strings.Lines(string(data)) {
			class, _, row := strings.Cut(line, "|")
			switch class = strings.TrimSpace(class); {
			case strings.HasPrefix(line, "#"):
				said.WriteString(line)
			case row:
				classes++
				if told := regexp.MustCompile(`(?m)^#[^"\n]*[ ,]` + regexp.QuoteMeta(class) + `[ ,:]`); !told.MatchString(said.String()) {
					t.Errorf("%s does not say at its top what %q means", name, class)
				}
			}
		}
		if classes == 0 {
			t.Errorf("%s has no classes", name)
		}
	}
}
