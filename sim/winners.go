package sim

import "math"

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
// Times decide nearly always, and the processor selects the lesser one without a branch. Only where two times are equal
// are the orders looked up, by a branch that is seldom taken.
func (w *winners) replay(s uint32, to key) {
	times, nodes := w.times, w.nodes
	times[s], w.orders[s] = to.at, to.order
	best, bestAt, rival := s, to.at, s^1
	for node := (len(times) + int(s)) >> 1; ; node >>= 1 {
		at := times[rival]
		winner := best
		if at < bestAt {
			winner = rival
		}
		if at == bestAt {
			winner = w.scheduledFirst(best, rival)
		}
		best, bestAt = winner, min(bestAt, at)
		nodes[node] = best
		if node == 1 {
			return
		}
		rival = nodes[node^1]
	}
}

// scheduledFirst gives the one of two slots of the same time that goes first. It is kept out of the loop that calls it,
// where its branch would make the compiler give up selecting without one.
//
//go:noinline
func (w *winners) scheduledFirst(a, b uint32) uint32 {
	if w.orders[b] < w.orders[a] {
		return b
	}
	return a
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
	if w.times[b] == w.times[a] {
		return w.scheduledFirst(a, b)
	}
	if w.times[b] < w.times[a] {
		return b
	}
	return a
}
