package scenarios

import "hanhlang/scenarios/strict"

// settings are the assignments of the command line for the scenarios of a study. Each changes those
// scenarios that have what it names; that none of them has it is a fault.
type settings struct {
	texts   []string
	fits    map[int]bool // by line, as problems count them
	misfits []strict.Problem
}

func newSettings(texts []string) settings { return settings{texts: texts, fits: make(map[int]bool)} }

// over lays the assignments that fit over a scenario.
func (s *settings) over(world layers) layers {
	own := &strict.Problems{}
	world = world.set(s.texts, own)
	fails := make(map[int]bool)
	for _, p := range own.All() {
		fails[p.Pos.Line] = true
		s.misfits = append(s.misfits, p)
	}
	for i := range s.texts {
		s.fits[i+1] = s.fits[i+1] || !fails[i+1]
	}
	return world
}

// report puts on record what no scenario could be set to, as the first of them says it.
func (s *settings) report(problems *strict.Problems) {
	told := make(map[strict.Pos]bool)
	for _, p := range s.misfits {
		if !s.fits[p.Pos.Line] && !told[p.Pos] {
			told[p.Pos] = true
			problems.Add(p)
		}
	}
}
