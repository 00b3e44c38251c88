package report

import (
	"testing"

	"github.com/stretchr/testify/require"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// Every number of this file is invented: round figures that no border ever showed, chosen so that tables are easy to check by eye.

func english(t *testing.T) *words.Speaker {
	t.Helper()
	s, err := words.Speak("en")
	require.NoError(t, err)
	return s
}

// about is an interval of 50 replications with this half-width.
func about(mean, half float64) stat.Interval {
	return stat.Interval{Mean: mean, Lo: mean - half, Hi: mean + half, N: 50, Confidence: 0.95}
}

// fewer is an interval of 8 replications.
func fewer(mean, half float64) stat.Interval {
	i := about(mean, half)
	i.N = 8
	return i
}

func number(x float64) *float64 { return &x }

// invented is a study with five alternatives in which each step takes a tenth off.
func invented() Comparison {
	return Comparison{
		Study: "invented", Title: "Invented study of Lao Bảo–Densavanh (ດ່ານສາກົນ)", Question: "Does a fixture look right?",
		Seed: 7, Version: "v0.0.0-test", InputHash: "abc123", Replications: 50, Confidence: 0.95,
		Named: []string{"border_time_h", "door_to_door_h", "cost_per_tonne_usd"},
		Alternatives: []Alternative{
			inventedAlternative("paper-one-way", 1, true), inventedAlternative("paper-two-way", 0.9, true),
			inventedAlternative("digital-one-way", 0.8, false), inventedAlternative("digital-two-way", 0.7, false),
			inventedAlternative("digital-both-two-way", 0.6, false),
		},
		Differences: inventedDifferences(),
		Inputs: []Input{
			{Path: "flows[east].arrivals", Value: "400/day", Range: "280/day to 520/day", Grade: "D", Fact: "D999", Source: "nobody", Why: "to have one"},
			{Path: "legs[Đông Hà–Lao Bảo].length", Value: "84 km", Grade: "B", Fact: "B999", Source: "a map of nowhere"},
			{
				Path: "gates[Lao Bảo–Densavanh].posts[Lao Bảo].stages[counter].service", Value: "30 min", Range: "15 min to 60 min",
				Grade: "D", Transfer: "A999", Why: "carried over",
			},
			{Path: "gates[Lao Bảo–Densavanh].posts[Lao Bảo].hours", Value: "07:00-18:00", Grade: "C", Source: "recalled"},
		},
		Drivers:   inventedDrivers(),
		Published: inventedPublished(),
		Audit: []Check{
			{Name: "ledger of time", OK: true, Detail: words.Plain("residual 0 ticks")},
			{Name: "ledger of money", OK: true, Detail: words.Plain("residual 0 micro-USD")},
		},
		Repeat: "hanhlang compare invented --seed 7 --replications 50",
	}
}

func inventedAlternative(name string, k float64, counter bool) Alternative {
	a := Alternative{Name: name, Title: "Invented: " + name}
	a.Measures = append(a.Measures, []Measure{
		{"border_time_h", "h", about(10*k, 0.2)},
		{"border_time_vn_h", "h", about(6*k, 0.1)},
		{"border_time_la_h", "h", about(4*k, 0.1)},
		{"border_time_p95_h", "h", about(22*k, 0.8)},
		{"door_to_door_h", "h", about(30*k, 0.4)},
		{"door_to_door_p95_h", "h", about(41*k, 1.5)},
		{"queue_wait_h", "h", about(2.5*k, 0.04)},
		{"closed_wait_h", "h", about(3*k, 0.12)},
		{"service_h", "h", about(4.5*k, 0.01)},
		{"trucks_per_day", "trucks/day", about(1234, 12)},
		{"cost_per_tonne_usd", "USD/t", about(55*k, 0.5)},
		{"empty_km_share", "share", about(0.45*k, 0.004)},
		{"tonnes_per_day", "t/day", about(12345*k, 260)},
	}...)
	stages := []Stage{
		{"gate-in", "border guard", "VN", "Lao Bảo", "h", about(2*k, 0.05), 1 * k, 0.8 * k, 0.2 * k, 0},
		{"counter", "customs", "VN", "Lao Bảo", "h", about(3*k, 0.08), 1 * k, 1 * k, 1 * k, 0},
		{"immigration", "border guard", "VN", "Lao Bảo", "h", about(1*k, 0.01), 0, 0, 1 * k, 0},
		{"gate-in", "border guard", "LA", "Densavanh", "h", about(1.5*k, 0.05), 0.5 * k, 0.8 * k, 0.2 * k, 0},
		{"counter", "customs", "LA", "Densavanh", "h", about(2.5*k, 0.08), 0, 0.4 * k, 2.1 * k, 0},
	}
	if !counter {
		stages[1] = Stage{"lane check", "customs", "VN", "Lao Bảo", "h", about(3*k, 0.08), 1 * k, 1 * k, 1 * k, 0}
	}
	a.Stages = stages
	a.Stations = []Station{
		{"lanes", "Lao Bảo", about(0.71*k, 0.01), about(3.2*k, 0.2), about(40*k, 3), about(0.5*k, 0.02)},
		{"counter", "Densavanh", about(0.55*k, 0.01), about(1.1*k, 0.1), about(20*k, 2), about(0.2*k, 0.02)},
	}
	return a
}

func inventedDifferences() []Difference {
	var all []Difference
	for _, pair := range [][2]string{
		{"digital-two-way", "paper-two-way"}, {"digital-one-way", "paper-one-way"}, {"digital-both-two-way", "paper-two-way"},
	} {
		all = append(all,
			Difference{pair[0], pair[1], "border_time_h", "h", about(-2, 0.11), about(-2, 0.15), about(-0.222, 0.012), number(14.2)},
			Difference{pair[0], pair[1], "door_to_door_h", "h", about(-6, 0.3), about(-6, 0.4), about(-0.222, 0.012), number(8.04)},
			Difference{pair[0], pair[1], "cost_per_tonne_usd", "USD/t", about(0.2, 0.5), about(0.2, 0.7), about(0.004, 0.01), number(1.3)},
			Difference{pair[0], pair[1], "empty_km_share", "share", about(0.09, 0.004), about(0.09, 0.005), about(0.25, 0.01), nil},
		)
	}
	return all
}

func inventedDrivers() []Driver {
	return []Driver{
		{
			"gates[Lao Bảo–Densavanh].posts[Lao Bảo].stages[counter].service", "30 min", "15 min", "60 min", false,
			fewer(-0.4, 0.12), fewer(-5.1, 0.6), fewer(-2.1, 0.3),
			words.Phrase{},
			words.Plain("station counter overloaded, 1.2 times its capacity"),
		},
		{
			"flows[east].arrivals", "400/day", "280/day", "520/day", false, fewer(-1.1, 0.1),
			stat.Interval{},
			fewer(-2.1, 0.3),
			words.Phrase{},
			words.Plain("could not be run"),
		},
	}
}

func inventedPublished() []Published {
	return []Published{
		{
			Fact: "B999", Says: "about 4 h", Source: "invented-times.example/a-very-long-address-that-nobody-can-read-aloud-and-that-has-no-space", Grade: "B",
			Measure: "border_time_h", Alternative: "paper-one-way", Interval: about(10, 0.2), Ratio: number(2.5),
			Remark: words.Plain("All posts of the border, not this one."),
		},
		{
			Fact: "C999", Says: "70–80 min in 2008, 240 min in 2000", Source: "recalled report", Grade: "C",
			Measure: "border_time_vn_h", Alternative: "digital-one-way", Interval: about(4.8, 0.1), Remark: words.Plain("A range: no ratio."),
		},
	}
}

// small is an invented study of two alternatives, short enough to be read whole.
func small() Comparison {
	c := invented()
	c.Study, c.Title = "small", "Small study: Lao Bảo and ສະຫວັນນະເຂດ"
	c.Alternatives = []Alternative{
		{Name: "paper", Title: "Both posts on paper", Measures: []Measure{
			{"border_time_h", "h", about(10.0625, 0.25)},
			{"border_time_vn_h", "h", about(6, 0.125)},
			{"return_load_share", "share", stat.Interval{}},
		}, Stages: []Stage{{"counter", "customs", "VN", "Lao Bảo", "h", about(6, 0.125), 2, 3, 1, 0}}},
		{Name: "digital", Title: "Vietnam digital", Measures: []Measure{
			{"border_time_h", "h", about(8.0625, 0.25)},
			{"border_time_vn_h", "h", about(4, 0.125)},
			{"return_load_share", "share", about(0.5, 0.0625)},
		}, Stations: []Station{{Name: "lanes", Place: "Lao Bảo", Utilisation: about(0.5, 0.125)}}},
	}
	c.Differences = []Difference{
		{"digital", "paper", "border_time_h", "h", about(-2, 0.125), about(-2, 0.25), about(-0.25, 0.0625), number(14.5)},
		{"digital", "paper", "return_load_share", "share", stat.Interval{}, stat.Interval{}, stat.Interval{}, nil},
	}
	c.Inputs, c.Drivers, c.Published = c.Inputs[:2], c.Drivers[1:], c.Published[1:]
	return c
}

// validated is a study that holds itself against published figures and compares nothing.
func validated() Comparison {
	c := small()
	c.Study, c.Title, c.Differences, c.Drivers = "validated", "What an invented border gets right", nil, nil
	held := func(fact, says, measure string, i stat.Interval, f Fits) Published {
		return Published{
			Fact: fact, Says: says, Grade: fact[:1], Source: "nobody", Measure: measure, Alternative: "paper",
			Interval: i, Fits: &f, Remark: words.Plain("As invented."),
		}
	}
	misfit := held("B998", "1 h", "border_time_vn_h", about(6, 0.125), Fits{number(0.75), number(1.25)})
	misfit.Reason = words.Plain("The inventor slept.")
	c.Published = append(c.Published,
		held("B999", "10 h", "border_time_h", about(10.0625, 0.25), Fits{number(8), number(12)}),
		misfit,
		held("C998", "6 h", "border_time_vn_h", about(6, 0.125), Fits{Low: number(6)}),
		held("D998", "40 %", "return_load_share", stat.Interval{}, Fits{High: number(0.4)}),
	)
	return c
}

// single is what run gives: one alternative, nothing to compare.
func single() Comparison {
	c := invented()
	c.Study, c.Title, c.Question = "single", "One run of an invented border", ""
	c.Alternatives, c.Differences, c.Drivers, c.Published = c.Alternatives[:1], nil, nil, nil
	return c
}
