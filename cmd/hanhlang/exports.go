package main

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hanhlang/corridors/exchange"
	"hanhlang/corridors/words"
)

// The files for other programs that --files asks for.
const (
	workbookFile = "xlsx"
	logFile      = "log"
	parquetFile  = "parquet"
	ocelFile     = "ocel"
	gmnsFile     = "gmns"
	geojsonFile  = "geojson"
	svgFile      = "svg"
	pngFile      = "png"
)

// fileKinds are their names.
func fileKinds() []string {
	return []string{workbookFile, logFile, parquetFile, ocelFile, gmnsFile, geojsonFile, svgFile, pngFile}
}

// The words for all of them, and for none.
const (
	allFiles = "all"
	noFiles  = "none"
)

// fileWords are what --files can be made of.
func fileWords() []string { return append(fileKinds(), allFiles, noFiles) }

// files reads a list of kinds with commas between: xlsx,parquet; all; none.
func (v value) files() ([]string, error) {
	var out []string
	for _, text := range strings.Split(v.text, ",") {
		one := value{where: v.where, text: strings.TrimSpace(text)}
		if err := one.oneOf(fileWords()); err != nil {
			return nil, err
		}
		switch one.text {
		case allFiles:
			out = append(out, fileKinds()...)
		case noFiles:
			if v.text != noFiles {
				return nil, v.refused(words.Phrase{}, words.Say("cmd.help.no-files"))
			}
		default:
			out = append(out, one.text)
		}
	}
	return slices.DeleteFunc(fileKinds(), func(kind string) bool { return !slices.Contains(out, kind) }), nil
}

// ofTrucks says whether a kind is made of the truck log.
func ofTrucks(kind string) bool {
	return slices.Contains([]string{logFile, parquetFile, ocelFile}, kind)
}

// exports are the pages that were asked for beside the forms of the answer. Those of trucks are made of the spooled log while they are written.
func (d *desk) exports(found *answer, worlds []exchange.World, kinds []string, trucks *spool) ([]page, error) {
	if worlds == nil {
		return nil, nil // an answer of another sort, which has no such files
	}
	var pages []page
	for _, kind := range kinds {
		var err error
		var made []page
		switch kind {
		case workbookFile:
			made, err = d.workbook(found)
		case logFile:
			made = []page{{name: "trucks.csv", from: trucks.pour}}
		case parquetFile:
			made = []page{{name: "trucks.parquet", from: func(w io.Writer) error {
				return trucks.read(func(log io.Reader) error { return exchange.Parquet(w, log, release, worlds) })
			}}}
		case ocelFile:
			made = ocelPages(worlds, trucks)
		case gmnsFile, geojsonFile:
			made, err = networkPages(worlds, kind)
		case svgFile, pngFile:
			made, err = d.figurePages(found, kind)
		}
		if err != nil {
			return nil, err
		}
		pages = append(pages, made...)
	}
	return pages, nil
}

// workbook is the answer as an Excel file.
func (d *desk) workbook(found *answer) ([]page, error) {
	data, err := found.render(form{format: workbookFile, width: fileWidth, file: true}, d.say)
	return []page{{name: "report.xlsx", data: data}}, err
}

// figurePages are the figures of the report, each as a file.
func (d *desk) figurePages(found *answer, kind string) ([]page, error) {
	var pages []page
	for _, f := range found.figures(d.say) {
		data := []byte(f.SVG())
		if kind == pngFile {
			var err error
			if data, err = f.PNG(); err != nil {
				return nil, err
			}
		}
		pages = append(pages, page{name: "figures/" + f.Name + "." + kind, data: data})
	}
	return pages, nil
}

// ocelPages are an event log of each alternative.
func ocelPages(worlds []exchange.World, trucks *spool) []page {
	var pages []page
	names := newFileNames()
	for _, w := range worlds {
		pages = append(pages, page{name: "events/" + names.of(w.Alternative) + ".json", from: func(to io.Writer) error {
			return trucks.read(func(log io.Reader) error { return exchange.OCEL(to, log, w) })
		}})
	}
	return pages
}

// networkPages are the networks of all alternatives: one where they have the same, else one of each that differs, below the name of the first
// alternative that has it.
func networkPages(worlds []exchange.World, kind string) ([]page, error) {
	var made [][]page
	var of []string
	for _, w := range worlds {
		pages, err := networkOf(w, kind)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(made, func(other []page) bool { return samePages(other, pages) }) {
			made, of = append(made, pages), append(of, w.Alternative)
		}
	}
	var out []page
	names := newFileNames()
	for i, pages := range made {
		folder := "network/"
		if len(made) > 1 {
			folder += names.of(of[i]) + "/"
		}
		for _, p := range pages {
			out = append(out, page{name: folder + p.name, data: p.data})
		}
	}
	return out, nil
}

// networkOf one alternative.
func networkOf(w exchange.World, kind string) ([]page, error) {
	if kind == geojsonFile {
		data, err := exchange.GeoJSON(w.Corridor)
		return []page{{name: "network.geojson", data: data}}, err
	}
	t, err := exchange.GMNS(w.Corridor)
	return []page{{name: "node.csv", data: t.Node}, {name: "link.csv", data: t.Link}, {name: "config.csv", data: t.Config}}, err
}

func samePages(a, b []page) bool {
	return slices.EqualFunc(a, b, func(x, y page) bool { return x.name == y.name && string(x.data) == string(y.data) })
}

// fileNames are names of files that were given out, without regard to capitals, which not every disk tells apart.
type fileNames map[string]bool

func newFileNames() fileNames { return make(fileNames) }

// of a name makes that of a file: letters, digits, dots, dashes and lines stay, and a number follows where the name is taken.
func (taken fileNames) of(name string) string {
	safe := strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune("-_.", r) {
			return r
		}
		return '-'
	}, name), ".")
	if safe == "" {
		safe = "-"
	}
	out := safe
	for n := 2; taken[strings.ToLower(out)]; n++ {
		out = safe + "-" + strconv.Itoa(n)
	}
	taken[strings.ToLower(out)] = true
	return out
}
