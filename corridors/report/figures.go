package report

import (
	"hanhlang/corridors/report/chart"
	"hanhlang/corridors/words"
)

// Figure is one of the figures of a report, for a file of its own.
type Figure struct {
	Name    string // of its file, without ending: Latin letters, digits and hyphens
	Title   string
	Caption string // what there is to see
	Drawing *chart.Drawing
}

// Figures are all figures of a report, in their order.
func Figures(c Comparison, s *words.Speaker) (list []Figure) {
	for _, part := range lay(c, s).sections {
		for _, p := range part.pictures {
			list = append(list, Figure{Name: p.name, Title: p.title, Caption: p.caption, Drawing: p.draw()})
		}
	}
	return list
}

// SVG is the figure under its title, as a drawing that any size suits.
func (f Figure) SVG() string { return f.Drawing.Titled(f.Title).SVG(f.Name, f.Title, f.Caption) }

// PNG is the figure under its title, as a picture.
func (f Figure) PNG() ([]byte, error) { return f.Drawing.Titled(f.Title).PNG() }
