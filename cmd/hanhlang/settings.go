package main

import (
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/viper"

	"hanhlang/corridors/journey"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
)

// mostReplications is the largest number of replications that one command takes on.
const mostReplications = 1_000_000

// setting is one thing that can be set in the settings file, as HANHLANG_*, or as a flag; what a scenario says is never a setting.
type setting struct {
	key      string // lower-kebab, also the flag's name
	fallback string
}

// settable lists all settings. What has no fallback is decided by the study.
func settable() []setting {
	return []setting{
		{"seed", ""},
		{"replications", ""},
		{"workers", ""},
		{"format", "table"},
		{"out", ""},
		{"lang", ""}, // the language of the surroundings
		{"no-progress", "false"},
		{"indicators", "false"},
		{"observe", ""},
		{"log", ""},
		{"files", workbookFile},
	}
}

func settingKeys() []string {
	var keys []string
	for _, s := range settable() {
		keys = append(keys, s.key)
	}
	return keys
}

// variable is the environment variable of a setting.
func variable(key string) string {
	return "HANHLANG_" + strings.ToUpper(strings.ReplaceAll(key, "-", "_"))
}

// written is every setting as it was written, wherever that was.
type written struct {
	Seed         string `mapstructure:"seed"`
	Replications string `mapstructure:"replications"`
	Workers      string `mapstructure:"workers"`
	Format       string `mapstructure:"format"`
	Out          string `mapstructure:"out"`
	Lang         string `mapstructure:"lang"`
	NoProgress   string `mapstructure:"no-progress"`
	Indicators   string `mapstructure:"indicators"`
	Observe      string `mapstructure:"observe"`
	Log          string `mapstructure:"log"`
	Files        string `mapstructure:"files"`
}

// settings is what the user set, checked. A missing number is decided by the study.
type settings struct {
	seed         *uint64
	replications *int
	precision    *scenarios.Precision // until when replications are run; nil: as the study says
	estimates    bool                 // measures are estimated a second way
	antithetic   bool                 // replications come in pairs
	measures     string               // those that are wanted, as written; empty: all
	steady       string               // measure whose long run is asked for; empty: none
	workers      int
	format       string
	out          string
	noProgress   bool
	observe      int      // replications observed for indicators; 0: none
	log          string   // file for the trucks of those; empty: none
	report       string   // file for the report; empty: none
	files        []string // for other programs, in the folder of --out
}

// gather makes the settings of this process from file and environment; flags join when a verb has parsed them.
// The error tells what is wrong with the file; the settings are usable all the same, so that help can be given.
func gather() (*viper.Viper, error) {
	v := viper.New()
	for _, s := range settable() {
		v.SetDefault(s.key, s.fallback)
		if err := v.BindEnv(s.key, variable(s.key)); err != nil {
			return v, err
		}
	}
	found, err := fromFile()
	if err != nil {
		return v, err
	}
	return v, v.MergeConfigMap(found)
}

// settings reads and checks everything that a verb can be told, with flags before environment before file before fallback.
func (d *desk) settings(cmd *cobra.Command) (settings, error) {
	if d.mended != nil {
		return settings{}, d.mended
	}
	for _, key := range settingKeys() {
		if flag := cmd.Flags().Lookup(key); flag != nil {
			if err := d.tool.BindPFlag(key, flag); err != nil {
				return settings{}, err
			}
		}
	}
	var w written
	if err := d.tool.UnmarshalExact(&w); err != nil {
		return settings{}, err
	}
	d.warnOfVariables()
	return d.checked(cmd, w)
}

// checked turns what was written into values; the first wrong one is the error.
func (d *desk) checked(cmd *cobra.Command, w written) (settings, error) {
	s := settings{format: w.Format, out: w.Out}
	for name, value := range map[string]*bool{"estimates": &s.estimates, "antithetic": &s.antithetic} {
		if flag := cmd.Flag(name); flag != nil {
			*value = flag.Value.String() == "true"
		}
	}
	var faults []error
	read := func(key, text string, take func(value) error) {
		if text != "" {
			faults = append(faults, take(value{where: d.where(cmd, key), text: text}))
		}
	}
	read("seed", w.Seed, func(v value) (err error) { s.seed, err = v.seed(); return err })
	read("replications", w.Replications, func(v value) (err error) { s.replications, err = v.replications(); return err })
	if flag := cmd.Flag("steady"); flag != nil && flag.Changed {
		s.steady = flag.Value.String()
		faults = append(faults, value{where: "--steady", text: s.steady}.oneOf(journey.Serial()))
	}
	read("format", w.Format, func(v value) error { return v.oneOf(answerFormats()) })
	read("lang", w.Lang, func(v value) error { return v.language() })
	read("no-progress", w.NoProgress, func(v value) (err error) { s.noProgress, err = v.yes(); return err })
	var indicators bool
	read("indicators", w.Indicators, func(v value) (err error) { indicators, err = v.yes(); return err })
	var asked *int
	read("observe", w.Observe, func(v value) (err error) { asked, err = v.replications(); return err })
	s.log = w.Log
	reported := false
	if flag := cmd.Flag("report"); flag != nil {
		s.report = flag.Value.String()
		reported = s.report != ""
		if s.out != "" && !flag.Changed {
			s.report = "" // the folder has one
		}
	}
	read("files", w.Files, func(v value) (err error) { s.files, err = v.files(); return err })
	if flag := cmd.Flag("files"); flag != nil && flag.Changed && s.out == "" {
		faults = append(faults, misuse(words.Say("cmd.files-no-out"), words.Phrase{}, words.Say("cmd.help.files-no-out")))
	}
	trucks := s.log != "" || s.out != "" && slices.ContainsFunc(s.files, ofTrucks)
	s.observe = observed(indicators, reported, asked, trucks)
	read("workers", w.Workers, func(v value) (err error) { s.workers, err = d.capped(v); return err })
	if w.Workers == "" {
		s.workers = d.crew()
	}
	for _, err := range faults {
		if err != nil {
			return settings{}, err
		}
	}
	return s, nil
}

// usuallyObserved is how many replications of each alternative are observed if only the indicators are asked for.
const usuallyObserved = 10

// observedForReport is how many are observed where a report is written: its figures show thousands of trucks of each.
const observedForReport = 3

// observed is how many replications to observe: as many as asked for; one where only the truck log is wanted, which has
// tens of megabytes for each; none where nothing is.
func observed(indicators, reported bool, asked *int, trucks bool) int {
	switch {
	case asked != nil:
		return *asked
	case indicators:
		return usuallyObserved
	case reported:
		return observedForReport
	case trucks:
		return 1
	}
	return 0
}

// where names the place that a setting came from, the strongest first.
func (d *desk) where(cmd *cobra.Command, key string) string {
	if cmd.Flags().Changed(key) {
		return "--" + key
	}
	if os.Getenv(variable(key)) != "" {
		return variable(key)
	}
	if d.tool.InConfig(key) {
		return settingsFile + ": " + key
	}
	return key
}

// crew is the number of workers when nobody said one: the processors that this process may use, which a container can make fewer than there are.
func (d *desk) crew() int {
	present, usable := runtime.NumCPU(), runtime.GOMAXPROCS(0)
	if usable < present {
		d.note(words.Say("cmd.workers-limited", "usable", usable, "present", present))
	}
	return min(present, usable)
}

// capped is the number of workers asked for, but not more than this process has processors for (GOMAXPROCS, a container's limit).
// More would not be faster, and the answer does not depend on it.
func (d *desk) capped(v value) (int, error) {
	asked, err := v.whole(1, maxWhole)
	if err != nil {
		return 0, err
	}
	usable := uint64(runtime.GOMAXPROCS(0))
	if asked > usable {
		d.note(words.Say("cmd.workers-capped", "asked", asked, "usable", usable))
	}
	return int(min(asked, usable)), nil
}

// warnOfVariables points at HANHLANG_* variables that mean nothing, which a typing error makes; others may have put them there, so it is no error.
func (d *desk) warnOfVariables() {
	known := []string{"HANHLANG_DEBUG"}
	for _, key := range settingKeys() {
		known = append(known, variable(key))
	}
	for _, entry := range os.Environ() {
		name, _, _ := strings.Cut(entry, "=")
		if !strings.HasPrefix(name, "HANHLANG_") || slices.Contains(known, name) {
			continue
		}
		d.note(words.Say("cmd.variable-unknown", "name", name, "known", known))
	}
}
