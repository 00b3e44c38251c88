package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
)

// reportFile is what the report is called if nobody names it.
const reportFile = "report.html"

// inWords is the form of an answer that is only its sentences: what stands on the screen when the rest is in a file.
const inWords = "words"

// reporting is the verb that writes the report of a study or scenario.
func (d *desk) reporting() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "report STUDY|SCENARIO",
		Short:   d.text(words.Say("cmd.report.short")),
		Long:    d.text(words.Say("cmd.report.long")),
		Example: d.text(words.Say("cmd.report.example")),
		RunE: func(cmd *cobra.Command, args []string) error {
			name, err := d.one(args, kindStudy)
			if err != nil {
				return err
			}
			if again, err := reopened(name); again != nil || err != nil {
				return d.anew(cmd, again, err)
			}
			if kindOf(name) == scenarios.StudyFile {
				return d.answerAs(cmd, name, d.ask.study, inWords)
			}
			return d.answerAs(cmd, name, d.ask.scenario, inWords)
		},
		ValidArgsFunction: d.offer(kindStudy),
	}
	d.running(cmd)
	page := cmd.Flags().Lookup("report")
	page.DefValue = reportFile
	if err := page.Value.Set(reportFile); err != nil {
		panic(err) // It takes any text.
	}
	return cmd
}

// reopened is the command line that writes the report of a folder which --out has filled: the one that repeats its answer, with what is
// kept there. Nil: the name is that of no folder.
func reopened(name string) ([]string, error) {
	if there, err := os.Stat(name); err != nil || !there.IsDir() {
		return nil, nil
	}
	path := filepath.Join(name, resultsFile)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &fault{code: exitFiles, what: words.Say("cmd.report-nothing", "path", name, "file", resultsFile), help: words.Say("cmd.help.report-nothing")}
	}
	if err != nil {
		return nil, broken(path, err, words.Phrase{})
	}
	var kept struct {
		Repeat string `json:"repeat"`
	}
	if err := json.Unmarshal(data, &kept); err != nil {
		return nil, &fault{code: exitFiles, what: words.Say("cmd.report-illegible", "path", path), help: words.Say("cmd.help.report-nothing"), cause: err}
	}
	typed := unquoted(kept.Repeat)
	if len(typed) < 3 || typed[1] != "compare" && typed[1] != "run" {
		return nil, &fault{code: exitFiles, what: words.Say("cmd.report-other", "path", path), help: words.Say("cmd.help.report-nothing")}
	}
	asked := typed[2]
	if own := filepath.Join(name, filepath.FromSlash(asked)); fileThere(own) {
		asked = own
	}
	return append([]string{"report", asked, "--out", name, "--resume"}, typed[3:]...), nil
}

func fileThere(name string) bool {
	there, err := os.Stat(name)
	return err == nil && there.Mode().IsRegular()
}

// anew runs the command line of a folder, with all that the user set for this one behind it.
func (d *desk) anew(cmd *cobra.Command, typed []string, err error) error {
	if err != nil {
		return err
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if f.Name != "set" {
			typed = append(typed, "--"+f.Name+"="+f.Value.String())
		}
	})
	typed = append(typed, setFlags(changes(cmd))...)
	root := d.root()
	root.SetArgs(typed)
	return root.ExecuteContext(cmd.Context())
}

// unquoted takes a command line apart as commandLine has put it together.
func unquoted(line string) []string {
	var out []string
	var word strings.Builder
	quoted, begun := false, false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\'':
			quoted, begun = !quoted, true
		case quoted:
			word.WriteByte(c)
		case c == '\\' && i+1 < len(line):
			i++
			word.WriteByte(line[i])
		case c == ' ':
			if begun || word.Len() > 0 {
				out = append(out, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteByte(c)
		}
	}
	if begun || word.Len() > 0 {
		out = append(out, word.String())
	}
	return out
}
