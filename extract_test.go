package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestExtractSaysWhatALineShouldBe(t *testing.T) {
	home := emptyHome(t)
	const toPlain = "has no line that is a document; for plain text write --text"
	for in, want := range map[string][]string{
		"Quill has left Vienna for good.": {"line 1 was passed over: it is not JSON, but begins with “Quill has left Vienna fo…”", `{"id": "1", "title": "…", "text": "…"}`, toPlain},
		`"Quill has left"`:                {"it is a JSON string", toPlain},
		"null":                            {"it is a JSON null", toPlain},
		`{"text": 7}`:                     {"its text is a number and no text"},
		`{"text": "Quill"`:                {"it is broken JSON (unexpected end of JSON input)"},
		"\x1b[31mQuill\n":                 {"begins with “Quill”"},
		strings.Repeat("Quill has left.\n", 1000): {"line 5 was passed over", "995 lines more were passed over", toPlain},
	} {
		for _, name := range []string{"-", writeFile(t, filepath.Join(home, "notes.jsonl"), in)} {
			status, out, errs := parley(t, in, "extract", name)
			if status != exitFailed || out != "" || strings.Count(errs, "\n") > 8 || strings.Contains(errs, "line 6 ") {
				t.Errorf("%.30q: %d %q %q", in, status, out, errs)
			}
			for _, says := range want {
				if !strings.Contains(errs, says) {
					t.Errorf("%.30q: no %q in %q", in, says, errs)
				}
			}
		}
	}
	if _, _, errs := parley(t, "{\"id\":\"a\"}\nnot JSON\n", "extract"); !strings.Contains(errs, "line 2") || strings.Contains(errs, "--text") {
		t.Errorf("one bad line among documents: %q", errs)
	}
}

func TestExtractTakesPlainTextFromStandardInput(t *testing.T) {
	home := emptyHome(t)
	const said = "Ada Quill said the talks were over.\nNobody else spoke."
	notes := writeFile(t, filepath.Join(home, "notes.jsonl"), said)
	status, out, errs := parley(t, said, "extract", "--text", "-", notes)
	if status != exitDone || strings.Count(out, "\n") != 2 || strings.Count(out, `"text":"the talks were over"`) != 2 || !strings.HasPrefix(out, `{"id":"-"`) {
		t.Errorf("%d %q %q", status, out, errs)
	}
}

func TestExtractReadsLinesAsProgramsWriteThem(t *testing.T) {
	emptyHome(t)
	lines := "\ufeff{\"id\":\"a\"}\r\n"
	for _, published := range []string{"2025-08-15T10:00:00+0200", "Fri, 15 Aug 2025 10:00:00 GMT", "Fri, 15 Aug 2025 10:00:00 -0800", "2025-08-15", ""} {
		lines += `{"id": "a", "published": "` + published + "\"}\r\n"
	}
	status, out, errs := parley(t, lines, "extract", "-")
	if status != exitDone || strings.Count(out, `"id":"a"`) != strings.Count(lines, "\n") {
		t.Errorf("%d %q %q", status, out, errs)
	}
}

func TestExtractTakesANumberForAnID(t *testing.T) {
	emptyHome(t)
	status, out, errs := parley(t, `{"id": 90071992547409931, "text": "Nobody spoke."}`+"\n"+`{"id": -7}`+"\n", "extract")
	if status != exitDone || !strings.Contains(out, `"id":"90071992547409931"`) || !strings.Contains(out, `"id":"-7"`) {
		t.Errorf("%d %q %q", status, out, errs)
	}
	if _, _, errs := parley(t, `{"id": ["a"]}`+"\n", "extract"); !strings.Contains(errs, "its id is a") {
		t.Errorf("%q", errs)
	}
}
