package strict

import (
	"go.yaml.in/yaml/v4"

	"hanhlang/corridors/words"
)

// maxCopies is how many values aliases and merge keys may add to those that are written in a file.
const maxCopies = 100_000

// grower turns the parser's tree into one of Nodes: aliases resolved, merge keys merged, tags and double keys refused.
type grower struct {
	src      *source
	problems *Problems
	anchored map[*yaml.Node]*Node
	open     map[*yaml.Node]bool
	copier   Copier
	bomb     bool
	base     string
	trail    []part
	last     span // the place asked for last, from which the next one on the same line is counted
}

// part is one step on the way from the top to where the grower is: a key, or an item of a list.
type part struct {
	key   string
	item  *yaml.Node // nil for a key
	index int
}

// grow returns nil when aliases make the tree too large; all other faults leave a tree to read on. path is where the top stands.
func grow(src *source, top *yaml.Node, path string, problems *Problems) *Node {
	g := &grower{src: src, problems: problems, base: path, copier: Copier{Most: maxCopies}, anchored: map[*yaml.Node]*Node{}, open: map[*yaml.Node]bool{}}
	node := g.node(top)
	if g.bomb {
		return nil
	}
	return node
}

func (g *grower) node(y *yaml.Node) *Node {
	if y.Kind == yaml.AliasNode {
		return g.alias(y)
	}
	where := g.place(y)
	n := &Node{where: where}
	if y.Style&yaml.TaggedStyle != 0 || y.Tag == "!" {
		g.add(tagProblem(g.at(y)))
		n.broken = true
	}
	g.open[y] = true
	switch y.Kind {
	case yaml.MappingNode:
		n.kind = mapping
		g.mapping(n, y)
	case yaml.SequenceNode:
		n.kind = list
		for i, item := range y.Content {
			n.items = append(n.items, g.step(part{item: item, index: i}, item))
		}
	default:
		n.text, n.quoted = normal(y.Value), y.Style&^yaml.TaggedStyle != 0
		g.checkText(n)
	}
	delete(g.open, y)
	if y.Anchor != "" {
		g.anchored[y] = n
	}
	return n
}

// step goes down to a child.
func (g *grower) step(way part, child *yaml.Node) *Node {
	g.trail = append(g.trail, way)
	n := g.node(child)
	g.trail = g.trail[:len(g.trail)-1]
	return n
}

// add puts a problem on record with the path that leads to where the grower is.
func (g *grower) add(problem Problem) {
	if g.problems.full() {
		g.problems.beyond++
		return
	}
	problem.Path = g.base
	for _, way := range g.trail {
		if way.item == nil {
			problem.Path = below(problem.Path, way.key)
		} else {
			problem.Path = itemPath(problem.Path, yamlName(way.item), way.index)
		}
	}
	g.problems.Add(problem)
}

// yamlName is the name of an item that is a mapping with one, looked for among its first keys only.
func yamlName(item *yaml.Node) string {
	for i := 0; item.Kind == yaml.MappingNode && i+1 < min(len(item.Content), 100); i += 2 {
		if name := item.Content[i+1]; item.Content[i].Value == "name" && name.Kind == yaml.ScalarNode {
			return normal(name.Value)
		}
	}
	return ""
}

// checkText refuses control characters that only an escape can bring in, such as "\u0000".
func (g *grower) checkText(n *Node) {
	for _, r := range n.text {
		if r != '\n' && forbidden(r) {
			problem := forbiddenHere(n.where, r)
			problem.What = words.Say("strict.escaped-control", "code", problem.Value)
			problem.Help = words.Say("strict.mend-escape")
			g.add(problem)
			n.broken = true
			return
		}
	}
}

// mapping adds the entries of a mapping; those of merge keys come last and never replace a key that is written out.
func (g *grower) mapping(n *Node, y *yaml.Node) {
	var merges []*yaml.Node
	first := map[string]*Node{}
	for i := 0; i+1 < len(y.Content); i += 2 {
		key := g.key(y.Content[i])
		if key == nil {
			continue
		}
		if before := first[key.text]; before != nil {
			g.trail = append(g.trail, part{key: key.text})
			g.add(doubleKey(key, before))
			g.trail = g.trail[:len(g.trail)-1]
			continue
		}
		first[key.text] = key
		if y.Content[i].Tag == "!!merge" {
			merges = append(merges, y.Content[i+1])
			continue
		}
		n.entries = append(n.entries, entry{key, g.step(part{key: key.text}, y.Content[i+1])})
	}
	for _, merge := range merges {
		g.merge(n, merge, first)
	}
}

// key reads a key; nil when it is not a text.
func (g *grower) key(y *yaml.Node) *Node {
	if y.Kind == yaml.ScalarNode && !isNull(y) {
		return g.node(y)
	}
	where := g.at(y)
	problem := at(where)
	problem.What = words.Say("strict.key-not-text")
	problem.Help = words.Say("strict.write-key-value")
	g.add(problem)
	return nil
}

// merge takes the entries of `<<: *anchor` or `<<: [*one, *two]`; of two sources the earlier wins.
func (g *grower) merge(n *Node, y *yaml.Node, first map[string]*Node) {
	sources := []*yaml.Node{y}
	if y.Kind == yaml.SequenceNode {
		sources = y.Content
	}
	for _, source := range sources {
		merged := g.node(source)
		if merged.broken {
			continue
		}
		if !merged.IsMap() {
			problem := at(g.at(source))
			problem.What = words.Say("strict.merge-not-mapping")
			problem.Help = words.Say("strict.write-merge")
			g.add(problem)
			continue
		}
		for _, e := range merged.entries {
			if first[e.key.text] == nil {
				first[e.key.text] = e.key
				n.entries = append(n.entries, e)
			}
		}
	}
}

// alias copies what its anchor holds and remembers where the copy is used.
func (g *grower) alias(y *yaml.Node) *Node {
	where := g.at(y).over("*" + y.Value)
	original := g.anchored[y.Alias]
	if original == nil || g.open[y.Alias] {
		problem := at(where)
		problem.What = words.Say("strict.alias-of-itself")
		g.add(problem)
		return &Node{where: where, broken: true}
	}
	copied, within := g.copier.Copy(original, where.pos())
	if !within && !g.bomb {
		g.bomb = true
		problem := at(where)
		problem.What = words.Say("strict.alias-bomb", "limit", maxCopies)
		g.add(problem)
	}
	return copied
}

func doubleKey(key, before *Node) Problem {
	problem := at(key.where)
	problem.Also = []Pos{before.Pos()}
	problem.What = words.Say("strict.double-key", "place", before.Pos().String())
	problem.Help = words.Say("strict.delete-one")
	return problem
}
