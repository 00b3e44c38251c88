package experiment

import "hanhlang/sim/stat"

// WithBest compares the alternatives whose tables these are with the best of the others, in a measure of which less, or else more, is
// better: see stat.WithBest. Only replications count in which all observed it; their number comes with the standings. False where
// there are none, or fewer than two tables.
func WithBest(tables []*Table, measure string, least bool, confidence float64) ([]stat.Standing, int, bool) {
	if len(tables) < 2 {
		return nil, 0, false
	}
	x := make([][]float64, len(tables))
	n := 0
	for r := range tables[0].replications {
		row := make([]float64, 0, len(tables))
		for _, t := range tables {
			if value, there := t.Value(measure, r); there {
				row = append(row, value)
			}
		}
		if len(row) < len(tables) {
			continue
		}
		n++
		for i, value := range row {
			x[i] = append(x[i], value)
		}
	}
	if n == 0 {
		return nil, 0, false
	}
	return stat.WithBest(x, least, confidence), n, true
}
