package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/sheet"
	"hanhlang/scenarios/strict"
)

// converting is the verb that takes the figures of a file to a workbook, and back.
func (d *desk) converting() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "convert FILE",
		Short:   d.text(words.Say("cmd.convert.short")),
		Long:    d.text(words.Say("cmd.convert.long")),
		Example: d.text(words.Say("cmd.convert.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return misuse(words.Say("cmd.convert.no-file"), words.Say("cmd.convert.files"), words.Say("cmd.convert.help"))
			case 1:
				return d.convert(cmd, args[0])
			}
			return surplus(args[1])
		},
	}
	d.writesTo(cmd, words.Say("cmd.flag.convert-to"))
	return cmd
}

const (
	bookEnd = ".xlsx"
	fileEnd = ".yaml"
)

func (d *desk) convert(cmd *cobra.Command, name string) error {
	if d.mended != nil {
		return d.mended
	}
	to := cmd.Flag("to").Value.String()
	back := strings.EqualFold(filepath.Ext(name), bookEnd)
	end := bookEnd
	if back {
		end = fileEnd
	}
	if to == "" {
		to = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)) + end
		if _, shipped := scenarios.Source(name); !shipped {
			to = filepath.Join(filepath.Dir(name), to)
		}
	}
	if wanted := filepath.Ext(to); !strings.EqualFold(wanted, end) {
		return value{where: "--to", text: to}.refused(words.Say("cmd.convert.end", "end", end), words.Phrase{})
	}
	if back {
		return d.fromBook(cmd, name, to)
	}
	return d.toBook(cmd, name, to)
}

// toBook writes the workbook of a file, which must be in order.
func (d *desk) toBook(cmd *cobra.Command, name, to string) error {
	problems := &strict.Problems{}
	data, shipped := scenarios.Source(name)
	if !shipped {
		var ok bool
		if data, ok = strict.ReadFile(name, problems); !ok {
			return problems.Err()
		}
	}
	if kind := kindOf(name); kind == scenarios.StudyFile || kind == scenarios.SweepFile {
		return &fault{code: exitScenario, what: words.Say("cmd.convert.kind."+string(kind), "name", name), help: words.Say("cmd.convert.kind-help")}
	}
	world, err := scenarios.LoadScenario(name, nil)
	if err != nil {
		return err
	}
	text := strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n")
	top := strict.Parse(name, []byte(text), problems)
	book, err := sheet.NewFrame().Book(text, top.Node(), world.Inputs, d.text)
	if err != nil {
		return broken(to, err, words.Say("cmd.help.to"))
	}
	return d.whole(cmd, to, book)
}

// fromBook writes the file of a workbook, if it is in order with the figures that stand there now.
func (d *desk) fromBook(cmd *cobra.Command, name, to string) error {
	problems := &strict.Problems{}
	data, ok := strict.ReadFile(name, problems)
	if !ok {
		return problems.Err()
	}
	book, ok := sheet.NewFrame().Open(name, data, d.text, problems)
	if !ok {
		return problems.Err()
	}
	kept := strict.Parse(name, []byte(book.Text), problems)
	if err := problems.Err(); err != nil {
		return err
	}
	text := book.Changed(kept.Node())
	if err := problems.Err(); err != nil {
		return err
	}
	if err := checked(book, text, to); err != nil {
		return err
	}
	d.warn(problems)
	return d.whole(cmd, to, []byte(text))
}

// checked reads a text as the file that it will be, from where the files that it names are found, and tells what is wrong by its cell.
func checked(book *sheet.Sheet, text, to string) error {
	file, err := os.CreateTemp(filepath.Dir(to), ".hanhlang-*.yaml")
	if err != nil {
		return broken(to, err, words.Say("cmd.help.to"))
	}
	defer os.Remove(file.Name())
	_, err = file.WriteString(text)
	if e := file.Close(); err == nil {
		err = e
	}
	if err != nil {
		return broken(to, err, words.Say("cmd.help.to"))
	}
	_, err = scenarios.LoadScenario(file.Name(), nil)
	var found *strict.Problems
	if !errors.As(err, &found) {
		return err
	}
	placed := &strict.Problems{}
	for _, p := range found.All() {
		if p.Pos.File == file.Name() {
			p = book.Place(p)
		}
		placed.Add(p)
	}
	return placed.Err()
}
