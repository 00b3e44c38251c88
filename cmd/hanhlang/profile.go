package main

import (
	"errors"
	"runtime"
	"runtime/pprof"
	"slices"

	"github.com/spf13/cobra"

	"hanhlang/corridors/words"
)

// profiles are the files of --cpuprofile and --memprofile, for `go tool pprof`. They are kept however the command ends: where the time of
// a run goes that was too slow to wait for is worth knowing, too.
type profiles struct {
	time, memory *wholeFile // nil: not wanted
}

// profiling begins what the user wants of profiles. No two files may have one name, those of other options included.
func (d *desk) profiling(cmd *cobra.Command, others ...string) (*profiles, error) {
	var p profiles
	var taken []string
	for _, path := range others {
		if path != "" && slices.Contains(taken, path) {
			return nil, twice(path)
		}
		taken = append(taken, path)
	}
	for _, each := range []struct {
		flag string
		to   **wholeFile
	}{{"cpuprofile", &p.time}, {"memprofile", &p.memory}} {
		file, err := profileOf(cmd, each.flag, &taken)
		if err != nil {
			p.drop()
			return nil, err
		}
		*each.to = file
	}
	if p.time != nil {
		if err := pprof.StartCPUProfile(p.time); err != nil {
			p.drop()
			return nil, err
		}
	}
	return &p, nil
}

// profileOf opens the file that a flag names, whose name must not be taken; nil if the flag is not there.
func profileOf(cmd *cobra.Command, name string, taken *[]string) (*wholeFile, error) {
	flag := cmd.Flag(name)
	if flag == nil || !flag.Changed {
		return nil, nil
	}
	path := flag.Value.String()
	if path == "" {
		return nil, misuse(words.Say("cmd.flag-empty", "flag", "--"+name), words.Phrase{}, seeHelp(cmd))
	}
	if slices.Contains(*taken, path) {
		return nil, twice(path)
	}
	*taken = append(*taken, path)
	force, _ := cmd.Flags().GetBool("force") // declared with the others, see running
	return openWhole(path, force, words.Say("cmd.help.profile", "flag", "--"+name))
}

// twice is the fault of two options that name one file.
func twice(path string) error {
	return misuse(words.Say("cmd.file-twice", "path", path), words.Phrase{}, words.Say("cmd.help.file-twice"))
}

// end writes what was found out.
func (p *profiles) end() error {
	defer p.drop()
	var faults []error
	if p.time != nil {
		pprof.StopCPUProfile()
		faults = append(faults, p.time.orOwn(p.time.keep()))
	}
	if p.memory != nil {
		runtime.GC() // what is in use is known from one collection to the next
		err := pprof.Lookup("allocs").WriteTo(p.memory, 0)
		if err == nil {
			err = p.memory.keep()
		}
		faults = append(faults, p.memory.orOwn(err))
	}
	return errors.Join(faults...)
}

// drop removes what was not written to its end.
func (p *profiles) drop() {
	for _, file := range []*wholeFile{p.time, p.memory} {
		if file != nil {
			file.drop()
		}
	}
}
