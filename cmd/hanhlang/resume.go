package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/seeds"
	"hanhlang/sim/runlog"
)

// The fields that a run is known by, in the order in which they are held against each other; parts of what was read follow.
const (
	versionField  = "version"
	buildField    = "build"
	askedField    = "asked" // what the verb is about
	seedField     = "seed"
	luckField     = "luck"     // how replications share it: singles or pairs
	measuresField = "measures" // that are wanted; not there: all
	partField     = "part"     // with its kind and name
)

// intended reads what is to become of a run that the folder holds. With both options the run goes on, and files that other options name
// are replaced.
func intended(cmd *cobra.Command, out string, files ...string) (intent, error) {
	force, _ := cmd.Flags().GetBool("force") // declared with the others, see running
	resume, _ := cmd.Flags().GetBool("resume")
	named := strings.Join(files, "") != ""
	switch {
	case force && resume && !named:
		return 0, misuse(words.Say("cmd.resume-or-force"), words.Phrase{}, words.Say("cmd.help.resume-or-force"))
	case resume && out == "":
		return 0, misuse(words.Say("cmd.resume-where"), words.Phrase{}, words.Say("cmd.help.resume-where"))
	case force && out == "" && cmd.Flag("log") == nil:
		return 0, misuse(words.Say("cmd.force-where"), words.Phrase{}, words.Say("cmd.help.force-where"))
	case force && out == "" && !named:
		return 0, misuse(words.Say("cmd.force-where-either"), words.Phrase{}, words.Say("cmd.help.force-where-either"))
	case resume:
		return resumeRun, nil
	case force:
		return replaceRun, nil
	}
	return refuseRun, nil
}

// How replications share luck, as it is held in the field.
const (
	singles = "singles"
	pairs   = "pairs" // every other one has the mirrored luck of that before it
)

// identity is all that decides what the runs of a study, scenario or sweep come to: the program, the seed, whether replications come in
// antithetic pairs, and what was read. What is taken from a run besides, as indicators or estimates, is looked for in what is kept of it.
func identity(asked string, parts []scenarios.Part, seed seeds.Seed, antithetic bool) (runlog.Header, error) {
	built, err := thisBuild()
	if err != nil {
		return nil, err
	}
	h := runlog.Header{
		{Name: versionField, Value: release},
		{Name: buildField, Value: built},
		{Name: askedField, Value: asked},
		{Name: seedField, Value: strconv.FormatUint(uint64(seed), 10)},
		{Name: luckField, Value: singles},
	}
	if antithetic {
		h[len(h)-1].Value = pairs
	}
	for _, p := range parts {
		h = append(h, runlog.Field{Name: strings.Join([]string{partField, string(p.Kind), p.Name}, " "), Value: p.Content})
	}
	return h, nil
}

// measuring adds the measures to an identity that are all that is kept of the runs.
func measuring(h runlog.Header, measures []string) runlog.Header {
	if len(measures) == 0 {
		return h
	}
	return append(h, runlog.Field{Name: measuresField, Value: strings.Join(measures, "\n")})
}

// otherMeasures says what differs between two lists of measures, one of which may not be there.
func otherMeasures(c runlog.Change) words.Phrase {
	switch {
	case !c.Before:
		return words.Say("cmd.changed.to-some-measures")
	case !c.Then:
		return words.Say("cmd.changed.to-all-measures")
	}
	was, is := strings.Split(c.Was, "\n"), strings.Split(c.Is, "\n")
	for _, name := range is {
		if !slices.Contains(was, name) {
			return words.Say("cmd.changed.measure-added", "measure", name)
		}
	}
	gone := slices.IndexFunc(was, func(name string) bool { return !slices.Contains(is, name) })
	return words.Say("cmd.changed.measure-gone", "measure", was[max(0, gone)])
}

// thisBuild is the SHA-256 of this program: two builds of one version can differ in the last digit of a figure.
var thisBuild = sync.OnceValues(func() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	self, err := os.Open(name)
	if err != nil {
		return "", broken(name, err, words.Phrase{})
	}
	defer self.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, self); err != nil {
		return "", broken(name, err, words.Phrase{})
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
})

// unfinished is the fault of a folder that holds a run which was stopped.
func unfinished(place *folder, found *runlog.Found) error {
	asked, _ := found.Header.Value(askedField)
	seed, _ := found.Header.Value(seedField)
	version, _ := found.Header.Value(versionField)
	run := words.Say("cmd.folder-unfinished.run", "asked", asked, "seed", seed, "version", version)
	return &fault{
		code: exitFiles, what: words.Say("cmd.folder-unfinished", "path", place.path, "run", run, "count", runlog.Continue(found, nil).Kept()),
		help: words.Say("cmd.help.force"),
	}
}

// changed is the fault of a run that is another one now.
func changed(place *folder, c runlog.Change) error {
	return &fault{
		code: exitFiles, what: words.Say("cmd.resume-changed", "path", place.path, "change", changeOf(c)), help: words.Say("cmd.help.changed"),
	}
}

// changeOf says what differs, with both values.
func changeOf(c runlog.Change) words.Phrase {
	switch c.Name {
	case versionField, askedField, seedField:
		return words.Say("cmd.begun."+c.Name, "was", c.Was, "is", c.Is)
	case buildField:
		return words.Say("cmd.changed.build", "version", release)
	case luckField:
		if c.Is == pairs {
			return words.Say("cmd.changed.to-pairs")
		}
		return words.Say("cmd.changed.from-pairs")
	}
	if c.Name == measuresField {
		return otherMeasures(c)
	}
	kind, name := partOf(c.Name)
	if kind == scenarios.DataPart {
		return words.Say("cmd.changed.file", "file", name)
	}
	at := words.Say("cmd.in-part."+string(kind), "name", name)
	d, found := scenarios.FirstDifference(c.Was, c.Is)
	switch {
	case !found:
		return words.Say("cmd.changed.whole", "in", at)
	case !d.Before:
		return words.Say("cmd.changed.added", "in", at, "path", d.Path, "is", d.Is)
	case !d.Now:
		return words.Say("cmd.changed.gone", "in", at, "path", d.Path, "was", d.Was)
	}
	return words.Say("cmd.changed.field", "in", at, "path", d.Path, "was", d.Was, "is", d.Is)
}

// partOf is the part that a field is about.
func partOf(field string) (kind scenarios.PartKind, name string) {
	rest, _ := strings.CutPrefix(field, partField+" ")
	first, name, _ := strings.Cut(rest, " ")
	return scenarios.PartKind(first), name
}

// illegible says why nothing can be read from a log.
func illegible(path string, err error) words.Phrase {
	switch {
	case errors.Is(err, runlog.ErrNewFormat):
		return words.Say("cmd.log-newer", "path", path)
	case errors.Is(err, runlog.ErrHeader):
		return words.Say("cmd.log-headless", "path", path)
	}
	return words.Say("cmd.log-foreign", "path", path)
}

// damage says what is wrong with a stretch of the log, and that the runs there are done again.
func damage(path string, f runlog.Fault) words.Phrase {
	if f.Torn {
		return words.Say("cmd.log-torn", "path", path)
	}
	return words.Say("cmd.log-damaged", "path", path, "at", f.At, "count", f.Bytes)
}
