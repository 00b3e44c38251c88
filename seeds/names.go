package seeds

import (
	"fmt"
	"hash/fnv"
)

// Point is the address of a decision: which question the number answers.
type Point uint32

// Flow is the address of a stream of trucks.
type Flow uint32

// PointOf is the point with this name, the same on every machine and in every version.
func PointOf(name string) Point { return Point(hash(name)) }

// FlowOf is the flow with this name, the same on every machine and in every version.
func FlowOf(name string) Flow { return Flow(hash(name)) }

// hash is 32-bit FNV-1a of the bytes (Fowler, Noll, Vo 1991). Its weak mixing does no harm: the generator mixes.
func hash(name string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(name)) // a hash never fails to write
	return h.Sum32()
}

// Points hands out points while a model is built and tells when two names would share their luck.
// The zero value is ready.
type Points struct{ taken names }

// Key is the point with this name. The same name may come again; another name with the same hash is a [*Collision].
func (p *Points) Key(name string) (Point, error) {
	key, err := p.taken.take(name)
	return Point(key), err
}

// Flows hands out flows while a model is built and tells when two names would share their luck.
// The zero value is ready.
type Flows struct{ taken names }

// Key is the flow with this name. The same name may come again; another name with the same hash is a [*Collision].
func (f *Flows) Key(name string) (Flow, error) {
	key, err := f.taken.take(name)
	return Flow(key), err
}

// Collision is the error that two names have the same hash. Renaming either of them ends it; by chance it happens
// about one model of 1,000 names in 8,600.
type Collision struct{ First, Second string }

// Error names both.
func (c *Collision) Error() string {
	return fmt.Sprintf("%q and %q would share their luck: rename one of them", c.First, c.Second)
}

// names remembers which name has a hash.
type names struct{ byHash map[uint32]string }

func (n *names) take(name string) (uint32, error) {
	key := hash(name)
	if first, taken := n.byHash[key]; taken {
		if first != name {
			return 0, &Collision{First: first, Second: name}
		}
		return key, nil
	}
	if n.byHash == nil {
		n.byHash = make(map[uint32]string)
	}
	n.byHash[key] = name
	return key, nil
}
