package main

import (
	"strings"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/study"
)

// inputsFolder is where --out keeps the files that were read; inputsFile says which they are.
const (
	inputsFolder = "inputs"
	inputsFile   = "inputs.txt"
)

// repeats are the command lines that give an answer again: the one for where it was asked for, and the one for the folder that keeps it.
type repeats struct{ here, kept string }

// repeated makes both. What was read from a file of the user is read from its copy in the folder.
func repeated(verb, name string, changes []string, o study.Options, read scenarios.Packed) repeats {
	r := repeats{here: commandLine(again(verb, name, changes, o))}
	if read.First != "" {
		name = inputsFolder + "/" + read.First
	}
	r.kept = commandLine(again(verb, name, read.Sets, o))
	return r
}

// inputPages are the files that were read, and a page that says which they are and which the program holds.
func (d *desk) inputPages(read scenarios.Packed) []page {
	var pages []page
	var kept []string
	for _, f := range read.Files {
		name := inputsFolder + "/" + f.Name
		kept = append(kept, name)
		pages = append(pages, page{name: name, data: f.Data})
	}
	told := []string{d.text(words.Say("cmd.inputs.begins", "version", release))}
	told = append(told, d.inputList(words.Say("cmd.inputs.kept", "count", len(kept)), kept)...)
	told = append(told, d.inputList(words.Say("cmd.inputs.shipped", "count", len(read.Shipped), "version", release), read.Shipped)...)
	return append(pages, page{name: inputsFile, data: []byte(strings.Join(told, "\n") + "\n")})
}

// inputList is a heading with names below it, if there are any.
func (d *desk) inputList(heading words.Phrase, names []string) []string {
	if len(names) == 0 {
		return nil
	}
	told := []string{"", d.text(heading)}
	for _, name := range names {
		told = append(told, "  "+name)
	}
	return told
}
