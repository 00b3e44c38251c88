//go:build slow

package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// built is the program, made from this folder.
func built(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "hanhlang")
	cmd := exec.Command("go", "build", "-o", program, "./cmd/hanhlang")
	cmd.Dir = filepath.Join("..", "..")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return program
}

// reported writes the report of something that is shipped, over a few days.
func reported(t *testing.T, program, language, name string, more ...string) string {
	t.Helper()
	page := filepath.Join(t.TempDir(), "report.html")
	args := append([]string{"report", name, "--lang", language, "--report", page, "--no-progress", "--observe", "1"}, more...)
	cmd := exec.Command(program, args...)
	cmd.Dir = t.TempDir()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v: %s", args, err, out)
	}
	return page
}

// seenAt looks at a page. Who has no Chromium is told so.
func seenAt(t *testing.T, page string) *seen {
	t.Helper()
	s, err := look(context.Background(), page)
	if err != nil {
		t.Fatalf("this test needs Chromium and its letters (Debian: chromium, fonts-liberation): %v", err)
	}
	return s
}

// Reports of every kind can be read in a browser, on a desk, on a phone and on paper, in all languages that are whole: a comparison, years of growth,
// curves, a network with ICDs, and a single scenario.
func TestReportsCanBeReadInABrowser(t *testing.T) {
	program := built(t)
	short := []string{"--replications", "2", "--set", "horizon.length=3 days", "--set", "horizon.warm_up=1 day"}
	for _, language := range []string{"en", "vi"} {
		for name, figures := range map[string]int{
			"lao-bao-digital-vs-paper": 10, "growth-to-2030": 5, "break-even-return-loads": 5, "icd-sites": 5, "lao-bao-today": 5,
		} {
			s := seenAt(t, reported(t, program, language, name, short...))
			if len(s.faults) > 0 {
				t.Errorf("%s in %s:\n%s", name, language, strings.Join(s.faults, "\n"))
			}
			if s.figures < figures || s.tables < 5 || s.unfolded < 3 || s.pages < 3 {
				t.Errorf("%s in %s has %d figures, %d tables, %d of them to be unfolded, and %d pages", name, language, s.figures, s.tables, s.unfolded, s.pages)
			}
		}
	}
}

// planted is a section with one fault of each kind that is looked for. Its figures are otherwise whole.
const planted = `<section id="planted"><h2>planted</h2>
<script>console.error("said aloud")</script><script>throw new Error("thrown away")</script>
<img src="https://example.org/far.png" alt=""><img src="near.png" alt="">
<figure id="twice"><figcaption>A figure with two texts in one place.</figcaption>` + drawing + `<text x="40" y="40" font-size="12">one</text>
  <text x="45" y="44" font-size="12">other</text></svg></figure>
<figure id="apart"><figcaption>A figure with two texts in two lines.</figcaption>` + drawing + `<text x="40" y="40" font-size="12">upper</text>
  <text x="45" y="53" font-size="12">lower</text></svg></figure>
<figure id="beyond"><figcaption>A figure with a text beyond its edge.</figcaption>` + drawing + `<text x="180" y="40" font-size="12">long enough</text></svg></figure>
<figure id="turned"><figcaption>A figure with a text that is turned.</figcaption>` + drawing + `<text x="12" y="20" font-size="12" transform="rotate(-90 12 20)">upwards</text></svg></figure>
<figure id="flat"><figcaption>A figure that is there and not drawn.</figcaption><div style="display:none">` + drawing + `</svg></div></figure>
<figure id="bare"><figcaption>A figure with nothing but its frame.</figcaption><svg viewBox="0 0 9 9" width="9" height="9" role="img" aria-labelledby="pt pd"></svg></figure>
<figure id="mute"><figcaption>Short.</figcaption><svg viewBox="0 0 9 9" width="9" height="9" role="img" aria-labelledby="pt gone"><polyline points="0,0 9,9"/></svg></figure>
<details><summary>stuck</summary><table><thead><tr><th>h</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></details>
<script>document.querySelector("#planted summary").addEventListener("click", (e) => e.preventDefault())</script></section>
<section id="empty"><h2>empty</h2><details><summary>rows</summary><table><thead><tr><th>h</th></tr></thead><tbody></tbody></table></details></section>
<section id="open"><h2>open</h2><details open><summary>rows</summary><table><thead><tr><th></th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></details></section>
<section id="tight"><h2>tight</h2><p style="width:3rem">Unausweichlichkeiten</p><figure id="alone"><figcaption>A figure that has no table.</figcaption>` + drawing + `</svg></figure></section>
<section id="broad"><h2>broad</h2><pre style="width:1300px">far to the right</pre></section>
<style>@page { size: A5 }</style>`

const drawing = `<svg viewBox="0 0 200 100" width="200" height="100" style="min-width:0;width:200px" role="img" aria-labelledby="pt pd"><title id="pt">t</title><desc id="pd">d</desc><polyline points="0,0 9,9"/>`

// What is planted in a report is found, each fault by its sentence, and what is right beside it is not.
func TestPlantedFaultsAreFound(t *testing.T) {
	path := reported(t, built(t), "en", "reference/p01-one-lane")
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if s := seenAt(t, path); len(s.faults) > 0 {
		t.Fatalf("there are faults before any is planted: %v", s.faults)
	}
	with := strings.Replace(string(page), "</main>", planted+"</main>", 1)
	if err := os.WriteFile(path, []byte(with), 0o644); err != nil {
		t.Fatal(err)
	}
	all := strings.Join(seenAt(t, path).faults, "\n")
	for _, want := range []string{
		"1100 px: the console says error: \"said aloud\"", "390 px: an exception: Uncaught Error: thrown away", "asked for https://example.org/far.png", "near.png",
		"1100 px: figure twice: “other” lies on “one”", "390 px: figure twice: “other” lies on “one”", "figure beyond: “long enough” is cut",
		"figure turned: “upwards” is cut", "figure flat has no drawing", "figure bare has nothing drawn", "figure mute has no caption", "figure mute has no text for",
		"figure alone has no table", "table in planted does not unfold", "table in planted has rows that do not show", "table in empty has no rows",
		"table in open is there before", "table in open has no headings", "“Unausweichlichkeiten” runs out of its box", "1100 px: the page is 13", "390 px: the page is 13",
		"on paper: something in “broad” is wider", "is no A4",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("not found: %s", want)
		}
	}
	for _, right := range []string{"figure apart"} {
		if strings.Contains(all, right) {
			t.Errorf("found where nothing is wrong: %s", right)
		}
	}
	if t.Failed() {
		t.Log(all)
	}
}
