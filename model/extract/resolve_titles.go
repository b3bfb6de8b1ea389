package extract

import "fmt"

// Words around the name of a person: titles, those that tell who he is to another, and those that
// only look like a given name. See data/name-words.txt.

// nameWord is what a word beside a name tells of whoever bears it.
type nameWord struct {
	pronoun string // by which who has the title goes; empty for either
	short   bool   // a title in short
	post    string // that the title stands for; empty for none
	common  bool   // no given name, however it is written
	kin     bool   // who somebody is to another
	goes    string // of kin, by which pronoun; empty for either
	style   bool   // "Excellency"
	place   bool   // one whose name is a given name, too
	firm    bool   // behind "&", no second party
}

func (r *resolver) indexNameWords() error {
	rows, err := table(actorData, "data/name-words.txt", 3)
	if err != nil {
		return err
	}
	r.besideName = map[string]nameWord{}
	for _, row := range rows {
		for _, word := range list(row[1]) {
			w := r.besideName[word]
			switch row[0] {
			case "he", "she":
				w.pronoun = row[0]
			case "short":
				w.short, w.post = true, row[2]
			case "common":
				w.common = true
			case "kin":
				w.kin, w.goes = true, row[2]
			case "style":
				w.style = true
			case "place":
				w.place = true
			case "firm":
				w.firm = true
			default:
				return fmt.Errorf("data/name-words.txt: there is no class %q; the classes are explained at its top", row[0])
			}
			r.besideName[word] = w
		}
	}
	return nil
}

// honorific says whether a word in front of a name tells no post: "Mr", "Lady".
func (r *resolver) honorific(low string) bool {
	title := r.besideName[low]
	return title.short && title.post == ""
}
