package sim

import (
	"math"
	"math/bits"
)

// never is the time of an empty slot: later than every Time.
const never = math.MaxUint64

// key orders events: first by at, then by order, which is rank<<56 | sequence number.
type key struct {
	at    uint64
	order uint64
}

// winners is a winner tree (Knuth, The Art of Computer Programming 3, 1973, 5.4.1): every inner node names the slot with
// the least key below it. It is used in place of a heap because a change of one key walks one fixed path, from leaf to
// root, and needs no branch that depends on the keys; a heap pays a mispredicted branch on most of its levels.
//
// With n leaves, n a power of two, node 1 is the root, node i has the children 2i and 2i+1, and child n+s is slot s itself.
type winners struct {
	keys  []key
	nodes []uint32 // node 0 is not used
}

// first gives the slot with the least key, which is an empty slot when all are.
func (w *winners) first() uint32 {
	return w.nodes[1]
}

// replay gives slot s another key and restores the tree.
// The comparison is a subtraction of two-word numbers: its borrow, spread to a mask, selects the winner without a branch.
func (w *winners) replay(s uint32, bestKey key) {
	keys := w.keys
	nodes := w.nodes[:len(keys)]
	keys[s] = bestKey
	best := s
	rival := s ^ 1
	node := (uint32(len(keys)) + s) >> 1
	for {
		k := &keys[rival]
		at, order := k.at, k.order
		_, borrow := bits.Sub64(order, bestKey.order, 0)
		_, borrow = bits.Sub64(at, bestKey.at, borrow)
		rivalWins := -borrow
		best ^= (best ^ rival) & uint32(rivalWins)
		bestKey.at ^= (bestKey.at ^ at) & rivalWins
		bestKey.order ^= (bestKey.order ^ order) & rivalWins
		if node <= 1 {
			break
		}
		rival = nodes[node^1]
		nodes[node] = best
		node >>= 1
	}
	nodes[1] = best
}

// resize gives the tree n leaves, a power of two from 2 up. The keys of slots that stay are kept, the others are empty.
// Memory once held is used again, so that a tree cut short and grown back allocates nothing.
func (w *winners) resize(n int) {
	kept := min(len(w.keys), n)
	if n > cap(w.keys) {
		keys := make([]key, n)
		copy(keys, w.keys)
		w.keys, w.nodes = keys, make([]uint32, n)
	}
	w.keys, w.nodes = w.keys[:n], w.nodes[:n]
	for s := kept; s < n; s++ {
		w.keys[s] = key{never, never}
	}
	for node := n - 1; node > 0; node-- {
		w.nodes[node] = w.better(w.contender(2*node), w.contender(2*node+1))
	}
}

// contender gives the slot that child c of a node sends up.
func (w *winners) contender(c int) uint32 {
	if n := len(w.keys); c >= n {
		return uint32(c - n)
	}
	return w.nodes[c]
}

// better gives the slot with the lesser key, and a when both are empty.
func (w *winners) better(a, b uint32) uint32 {
	ka, kb := w.keys[a], w.keys[b]
	if kb.at < ka.at || kb.at == ka.at && kb.order < ka.order {
		return b
	}
	return a
}
