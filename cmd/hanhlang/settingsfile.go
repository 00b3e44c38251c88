package main

import (
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios/strict"
)

// settingsFile is the name of the file that holds settings, in the current folder or in the user's own.
const settingsFile = "hanhlang.yaml"

// fromFile reads the settings file of the current folder or, where there is none, of the user.
// Only texts come out of it, as they were written; their meaning is read where those of flags and variables are.
func fromFile() (map[string]any, error) {
	for _, name := range places() {
		if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		problems := &strict.Problems{}
		data, ok := strict.ReadFile(name, problems)
		if !ok {
			return nil, problems.Err()
		}
		return readSettings(name, data)
	}
	return nil, nil
}

// places lists where a settings file may be, the nearest first.
func places() []string {
	names := []string{settingsFile}
	if dir, err := os.UserConfigDir(); err == nil {
		names = append(names, filepath.Join(dir, "hanhlang", settingsFile))
	}
	return names
}

// readSettings checks a settings file as strictly as a scenario and gives the texts that stand in it.
func readSettings(name string, data []byte) (map[string]any, error) {
	found := map[string]any{}
	if blank(string(data)) {
		return found, nil
	}
	problems := &strict.Problems{}
	doc := strict.Reader{Skeleton: "replications: 100\nformat: csv"}.Parse(name, data, problems)
	if doc != nil {
		top := doc.Root()
		checkSettings(top)
		for _, key := range top.Keys() {
			if child, ok := top.Node().Child(key); ok {
				found[key] = child.Text()
			}
		}
	}
	if problems.Err() != nil {
		return nil, &fault{code: exitUsage, cause: problems}
	}
	return found, nil
}

// blank tells whether a text holds nothing but comments: a settings file that sets nothing is in order.
func blank(text string) bool {
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return false
		}
	}
	return true
}

// checkSettings reads every key there may be and reports the others.
func checkSettings(top *strict.Map) {
	if at, ok := top.At("seed"); ok {
		if _, err := (value{text: at.Raw()}).seed(); err != nil {
			at.Problem(words.Say("cmd.not-allowed", "value", at.Raw()), words.Say("cmd.allowed.whole", "low", 0, "high", uint64(math.MaxUint64)), words.Phrase{})
		}
	}
	top.Count("replications", 1, mostReplications)
	top.Count("workers", 1, math.MaxInt32)
	top.Choice("format", answerFormats()...)
	top.Text("out")
	top.Flag("no-progress")
	top.Flag("indicators")
	top.Count("observe", 1, mostReplications)
	top.Text("log")
	checkFiles(top)
	if lang, ok := top.Text("lang"); ok {
		if _, err := words.Speak(lang); err != nil {
			at, _ := top.At("lang")
			at.Problem(words.Say("cmd.not-allowed", "value", lang), words.Say("cmd.allowed.names", "names", orList(words.Languages())), didYouMean(lang, words.Languages()))
		}
	}
	if top.Has("confidence") {
		at, _ := top.At("confidence")
		at.Problem(words.Say("cmd.no-setting"), words.Phrase{}, words.Say("cmd.help.confidence"))
	}
	top.Done()
}

// checkFiles reads the list of files for other programs.
func checkFiles(top *strict.Map) {
	text, ok := top.Text("files")
	if !ok {
		return
	}
	if _, err := (value{text: text}).files(); err != nil {
		at, _ := top.At("files")
		at.Problem(words.Say("cmd.not-allowed", "value", text), words.Say("cmd.allowed.names", "names", orList(fileWords())), words.Phrase{})
	}
}
