package report

import "testing"

// rivals is the small study with three questions for the best: two that can be it, any, and one.
func rivals() Comparison {
	c := small()
	rival := func(name string, mean, behind, lo, hi float64, possible bool) Rival {
		r := Rival{Alternative: name, Interval: about(mean, 0.2), Behind: about(behind, 0.1), Possible: possible}
		r.Behind.Lo, r.Behind.Hi = lo, hi
		return r
	}
	c.Best = []Best{
		{Measure: "border_time_h", Unit: "h", Least: true, Rivals: []Rival{
			rival("paper", 10, 4, 0, 4.3, false), rival("digital", 6, -0.1, -0.3, 0.2, true), rival("digital on both sides", 6.1, 0.1, -0.2, 0.3, true),
		}},
		{Measure: "return_load_share", Unit: "share", Rivals: []Rival{
			rival("paper", 0.4, 0.01, -0.02, 0.03, true), rival("digital", 0.41, -0.01, -0.03, 0.02, true),
		}},
	}
	return c
}

func TestBestAtEightyColumns(t *testing.T) {
	golden(t, "best-80.txt", Text(rivals(), english(t), 80))
}
