package extract

import "fmt"

// Words before the name of a person: titles, and those of headlines that only look like a given
// name. See data/name-words.txt.

// nameWord is what a word before a name tells of whoever bears it.
type nameWord struct {
	pronoun string // by which who has the title goes; empty for either
	short   bool   // a title in short
	post    string // that the title stands for; empty for none
	common  bool   // no given name, however it is written
}

func (r *resolver) indexNameWords() error {
	rows, err := table(actorData, "data/name-words.txt", 3)
	if err != nil {
		return err
	}
	r.beforeName = map[string]nameWord{}
	for _, row := range rows {
		for _, word := range list(row[1]) {
			w := r.beforeName[word]
			switch row[0] {
			case "he", "she":
				w.pronoun = row[0]
			case "short":
				w.short, w.post = true, row[2]
			case "common":
				w.common = true
			default:
				return fmt.Errorf("data/name-words.txt: there is no class %q; the classes are explained at its top", row[0])
			}
			r.beforeName[word] = w
		}
	}
	return nil
}

// honorific says whether a word in front of a name tells no post: "Mr", "Lady".
func (r *resolver) honorific(low string) bool {
	title := r.beforeName[low]
	return title.short && title.post == ""
}
