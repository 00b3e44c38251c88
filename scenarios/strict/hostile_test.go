package strict

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hostileTexts are files made to cost time or memory, of many values or of a size in bytes.
func hostileTexts(many, size int) map[string]string {
	return map[string]string{
		"brackets":         strings.Repeat("[", 100_000),
		"braces":           strings.Repeat("{a: ", many),
		"dashes":           strings.Repeat("- ", many) + "x",
		"questions":        strings.Repeat("? ", many) + "x",
		"steps":            steps(2000),
		"unknown keys":     "version: 1\n" + numbered(many, "k%d: 1\n"),
		"equal keys":       "version: 1\n" + strings.Repeat("name: 1\n", many),
		"unnamed gates":    "gates:\n" + strings.Repeat("  - {}\n", many),
		"gates of a name":  "gates:\n" + strings.Repeat("  - name: x\n", many/2),
		"one line":         "goods: [" + strings.Repeat("a,", many) + "]",
		"one line of keys": "version: 1\ngates: [{" + numbered(many, "k%d: '1', ") + "}]",
		"one line of tags": "goods: [" + strings.Repeat("!a b,", many/2) + "]",
		"aliases":          "name: &a " + strings.Repeat("x", size/16) + "\ngoods: [" + strings.Repeat("*a,", many) + "]",
		"long word":        "load: " + strings.Repeat("x", size-10),
		"long number":      "gates: [{name: x, lanes: " + strings.Repeat("9", size/16) + "}]",
		"long figure":      "distance: 1 " + strings.Repeat("/", size/16),
		"long hours":       "gates: [{name: x, lanes: 1, open: \"" + strings.Repeat("07:00-07:01,", many/10) + "\"}]",
		"open quote":       "name: \"" + strings.Repeat("x ", size/2-10),
		"comments":         strings.Repeat("#\n", size/2-10) + "a: 1\n",
		"documents":        strings.Repeat("---\n", many),
	}
}

func steps(n int) string {
	var text strings.Builder
	for i := range n {
		text.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return text.String()
}

func numbered(n int, format string) string {
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, format, i)
	}
	return text.String()
}

// TestHostileFilesEnd is no measurement (the benchmark is): its bound only tells a second from an hour.
func TestHostileFilesEnd(t *testing.T) {
	many, size := 20_000, MaxSize/16
	if testing.Short() {
		many, size = 2000, MaxSize/256
	}
	speaker := english(t)
	for name, text := range hostileTexts(many, size) {
		t.Run(name, func(t *testing.T) {
			done := make(chan string, 1)
			go func() { done <- problemsOf("hostile.yaml", []byte(text)).Text(speaker) }()
			select {
			case message := <-done:
				assert.NotEmpty(t, message)
				assert.Less(t, len(message), 20*1000)
			case <-time.After(time.Minute):
				t.Fatal("still reading after a minute")
			}
		})
	}
}

func TestNestingBeyondTheLimitIsLocated(t *testing.T) {
	problems := problemsOf("a.yaml", []byte("name: "+strings.Repeat("[", 100_000)))
	require.Equal(t, 1, problems.Len())
	assert.Contains(t, problems.Error(), "a.yaml:1:71: lists and mappings stand more than 64 deep in one another")
	problems = problemsOf("a.yaml", []byte("version: 1\nname: "+strings.Repeat("[", 60)+strings.Repeat("]", 60)))
	assert.NotContains(t, problems.Error(), "deep")
}

func TestAFileBeyondTheSizeLimitIsRefused(t *testing.T) {
	problems := problemsOf("a.yaml", make([]byte, MaxSize+1))
	assert.Equal(t, "a.yaml: the file has 16.0 MiB, the limit is 16 MiB\n   help: keep long tables in a .csv file of their own", problems.Error())
	assert.Equal(t, Limits, problems.Class())
	problems = problemsOf("a.yaml", []byte("goods: ["+strings.Repeat("1,", maxMarks)+"]"))
	assert.Equal(t, Limits, problems.Class())
	assert.Contains(t, problems.Error(), "more values than the limit of 400000")
}

func TestALineBeyondItsEndIsNotShown(t *testing.T) {
	src := newSource("a.yaml", "a: 1")
	assert.Empty(t, src.line(0))
	assert.Empty(t, src.line(7))
}

// FuzzParse: whatever the bytes, reading ends, every problem has words and a place inside the file, and what is read without any can be read again.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"version: 1\n", twoGates, "a: &a [*a]\n", "<<: 3\n", "a: \"\\u0000\"\n", "\t", "a:\n\tb", "[", "{", "'", "\"", "]", "}", "%", "---", "...", "- - a",
		"? a\n: b", "a: |\n  x\n y", "a: >2\n   x", "&a a: *a", "!!map {a: 1}", "\xef\xbb\xbfa: 1", "\xff\xfea", "a: b: c", "*a", "&", "a: & b", "@", "`",
		"a: 1\r\nb: 2\rc: 3", "\u2028", "a: [1, 2\nb: 3", "a: {b: 1]\n", "name: \"x\ny: \"z\"\n", "%TAG ! x\n---\na: 1", "#", "a: 'x''y'", "gates: [{name: }]",
		"{<<: [*a]}", "a: &x {b: 1}\nc: {<<: *x, b: 2}\n", ": a", "a: !<x> b", "? [a]\n: b", "a: \"\\u0080\"",
	} {
		f.Add([]byte(seed))
	}
	speaker := english(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		problems := new(Problems)
		doc := Parse("f.yaml", data, problems)
		sound := problems.Len() == 0
		if doc != nil {
			readGates(doc)
		}
		if doc != nil && sound {
			again := Canonical(doc.Node())
			var more Problems
			if copied := Parse("g.yaml", again, &more); copied == nil || string(Canonical(copied.Node())) != string(again) {
				t.Fatalf("%q is %s, which is read as something else: %s", data, again, more.Error())
			}
		} else if doc == nil && sound {
			t.Fatalf("%q gives no document and no problem", data)
		}
		lines := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 1
		for _, p := range problems.All() {
			if p.Pos.Line > lines || p.Pos.Line > 0 && p.Pos.Col < 1 || p.What.Empty() {
				t.Fatalf("%q: problem without a place or words: %+v", data, p)
			}
		}
		if text := problems.Text(speaker); strings.Contains(text, "strict.") && !strings.Contains(string(data), "strict.") {
			t.Fatalf("%q: a message without words: %s", data, text)
		}
	})
}

func FuzzSet(f *testing.F) {
	for _, seed := range []string{"name=x", "gates[0].lanes=2", "gates[Cầu Treo].strip={a: [1]}", "a.b.c=3", "[", "a[", "a[]", "a=[", "a=\"", "a=&a *a", "a=\n- b", "\xff=\xff"} {
		f.Add(seed)
	}
	base := tree(f, "base.yaml", twoGates)
	f.Fuzz(func(t *testing.T, text string) {
		var problems Problems
		changed := Set(base, []string{"name=first", text}, &problems)
		readGates(&Document{node: changed, problems: &problems})
		for _, p := range problems.All() {
			if p.What.Empty() || p.Pos.File == "--set" && (p.Pos.Line < 1 || p.Pos.Line > 2) {
				t.Fatalf("%q: %+v", text, p)
			}
		}
	})
}

func BenchmarkHostile(b *testing.B) {
	for name, text := range hostileTexts(100_000, MaxSize) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				problemsOf("hostile.yaml", []byte(text))
			}
		})
	}
}

// BenchmarkParse reads a file of a thousand gates without a fault.
func BenchmarkParse(b *testing.B) {
	text := "version: 1\ngates:\n"
	for n := range 1000 {
		text += fmt.Sprintf("  - name: gate %d\n    lanes: 2\n    open: 07:00-19:30\n    service: 7 min\n    strip: {slots: 12}\n", n)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if err := problemsOf("a.yaml", []byte(text)).Err(); err != nil {
			b.Fatal(err)
		}
	}
}
