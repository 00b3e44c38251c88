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
	times  []uint64 // by slot; apart from the orders, which are seldom needed
	orders []uint64
	nodes  []uint32 // node 0 is not used
}

// first gives the slot with the least key, which is an empty slot when all are.
func (w *winners) first() uint32 {
	return w.nodes[1]
}

// replay gives slot s another key and restores the tree.
// Times decide nearly always: the lesser one is selected by the borrow of a subtraction, without a branch that depends on
// the keys. Only where two times are equal are the orders looked up, by a branch that is seldom taken.
func (w *winners) replay(s uint32, to key) {
	times, nodes := w.times, w.nodes
	nodes = nodes[:len(times)]
	times[s], w.orders[s] = to.at, to.order
	best, bestAt := s, to.at
	rival := s ^ 1
	node := (uint32(len(times)) + s) >> 1
	for {
		at := times[rival]
		_, earlier := bits.Sub64(at, bestAt, 0)
		mask := -earlier
		if at == bestAt {
			mask = w.before(rival, best)
		}
		best ^= (best ^ rival) & uint32(mask)
		bestAt ^= (bestAt ^ at) & mask
		if node <= 1 {
			break
		}
		rival = nodes[node^1]
		nodes[node] = best
		node >>= 1
	}
	nodes[1] = best
}

// before gives a mask of ones when slot a comes before slot b of the same time, else of zeros.
func (w *winners) before(a, b uint32) uint64 {
	_, earlier := bits.Sub64(w.orders[a], w.orders[b], 0)
	return -earlier
}

// resize gives the tree n leaves, a power of two from 2 up. The keys of slots that stay are kept, the others are empty.
// Memory once held is used again, so that a tree cut short and grown back allocates nothing.
func (w *winners) resize(n int) {
	kept := min(len(w.times), n)
	if n > cap(w.times) {
		times, orders := make([]uint64, n), make([]uint64, n)
		copy(times, w.times)
		copy(orders, w.orders)
		w.times, w.orders, w.nodes = times, orders, make([]uint32, n)
	}
	w.times, w.orders, w.nodes = w.times[:n], w.orders[:n], w.nodes[:n]
	for s := kept; s < n; s++ {
		w.times[s], w.orders[s] = never, never
	}
	for node := n - 1; node > 0; node-- {
		w.nodes[node] = w.better(w.contender(2*node), w.contender(2*node+1))
	}
}

// contender gives the slot that child c of a node sends up.
func (w *winners) contender(c int) uint32 {
	if n := len(w.times); c >= n {
		return uint32(c - n)
	}
	return w.nodes[c]
}

// better gives the slot with the lesser key, and a when both are empty.
func (w *winners) better(a, b uint32) uint32 {
	if w.times[b] < w.times[a] || w.times[b] == w.times[a] && w.orders[b] < w.orders[a] {
		return b
	}
	return a
}
