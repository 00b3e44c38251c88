package strict

import "hanhlang/corridors/words"

// pathFile stands for the file name in the places of paths.
const pathFile = "PATH"

// Find is the value at a path such as gates[Lao Bảo–Densavanh].strip, written as in an assignment. An empty path leads to
// the top. What leads nowhere goes to problems with class CommandLine, placed in the text of the path.
func Find(root *Node, path string, problems *Problems) (*Value, bool) {
	found := &Value{node: root, problems: problems}
	if path == "" {
		return found, true
	}
	src := &source{layer: Layer{File: pathFile, Set: true}, lines: []string{oneLine(path)}}
	steps, problem, ok := readPath(src)
	if !ok {
		problems.Add(problem)
		return nil, false
	}
	for _, s := range steps {
		if found = found.step(s); found == nil {
			return nil, false
		}
	}
	return found, true
}

// readPath cuts `gates[Lao Bảo–Densavanh].strip` into steps; a problem says what is wrong with it.
func readPath(src *source) ([]step, Problem, bool) {
	r := &pathReader{assignment: assignment{src: src, line: 1, text: src.line(1)}}
	for {
		if problem, ok := r.key(); !ok {
			return nil, r.asPath(problem), false
		}
		for r.next() == '[' {
			if problem, ok := r.item(); !ok {
				return nil, r.asPath(problem), false
			}
		}
		switch r.next() {
		case '.':
			r.at++
		case '=':
			return nil, r.asPath(r.fault(r.at, words.Say("strict.path-ends"))), false
		default:
			return r.steps, Problem{}, true
		}
	}
}

// asPath is a problem of an assignment in the words for a path alone.
func (r *pathReader) asPath(problem Problem) Problem {
	if problem.What.ID == "strict.set-after-bracket" {
		problem.What = words.Say("strict.path-after-bracket")
	}
	problem.Help = words.Say("strict.path-example")
	return problem
}

// step goes from a value to one below it; nil when there is none, which is a problem then.
func (v *Value) step(s step) *Value {
	reporter := &setter{problems: v.problems}
	switch {
	case s.item && v.IsList():
		i, found := v.node.item(s.text)
		if !found {
			reporter.notThere(s, v.node.itemNames(), v.path)
			return nil
		}
		name, _ := v.node.items[i].Name()
		return &Value{node: v.node.items[i], path: itemPath(v.path, name, i), problems: v.problems}
	case !s.item && v.IsMap():
		e, found := v.node.entry(s.text)
		if !found {
			reporter.notThere(s, v.node.Keys(), v.path)
			return nil
		}
		return &Value{node: e.value, key: e.key, path: below(v.path, s.text), problems: v.problems}
	}
	reporter.wrongStep(s, v.node, v.path)
	return nil
}
