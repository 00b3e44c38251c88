package corridors

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

// pairOf is a gate pair with a stage at each post that every truck passes, at a station with so many
// servers, and one stop toward the second post.
func pairOf(servers int, moves float64) *GatePair {
	post := func(name string) Post {
		return Post{
			Name: name, Stations: []Station{{Name: "counter", Servers: servers}},
			Stages: []Stage{{Name: "papers", Station: "counter"}, {Name: "goods", Station: "counter", When: Condition{Direction: []Direction{Exit}}}},
		}
	}
	g := &GatePair{Posts: [2]Post{post("A"), post("B")}}
	g.Inspection[1] = Inspection{Kind: OneStop, Moves: moves}
	return g
}

func TestOfficersMoveByTheShareThatTheDirectionMoves(t *testing.T) {
	divided := func(g *GatePair, post int) Officers {
		out, enough := g.Officers(post, &g.Posts[post].Stations[0])
		assert.True(t, enough)
		return out
	}
	assert.Equal(t, Officers{Own: 5, Moved: 5}, divided(pairOf(10, 0.5), 0), "the others serve the trucks that enter by A")
	assert.Equal(t, Officers{Own: 3, Moved: 1}, divided(pairOf(4, 0.3), 0), "the remainder goes to the larger fraction: 2.8 and 1.2")
	assert.Equal(t, Officers{Own: 2, Moved: 1}, divided(pairOf(3, 0.5), 0), "and to the post itself where both are alike")
	assert.Equal(t, Officers{Own: 9, Moved: 1}, divided(pairOf(10, 0), 0), "who is needed does not stay away")
	assert.Equal(t, Officers{Own: 10}, divided(pairOf(10, 0.5), 1), "nobody moves at the post that trucks enter by")

	both := pairOf(10, 0.5)
	both.Inspection[1].Joint = []Joint{{Stage: "goods"}}
	assert.Equal(t, Officers{Own: 5, Moved: 3, Together: [2]int{0, 2}}, divided(both, 0), "two teams of one direction share its half")

	only := pairOf(4, 0.2)
	only.Posts[0].Stages[0].When.Direction = []Direction{Exit}
	assert.Equal(t, Officers{Moved: 4}, divided(only, 0), "nobody else needs them")
	only.Inspection[1].Keeps = []string{"papers", "goods"}
	assert.Equal(t, Officers{Own: 4}, divided(only, 0), "kept stages are done at home")
	only.Inspection[1].Kind = TwoStop
	assert.Equal(t, Officers{Own: 4}, divided(only, 0))

	_, enough := pairOf(1, 0.5).Officers(0, &Station{Name: "counter", Servers: 1})
	assert.False(t, enough, "one officer cannot be in two places")
	_, enough = pairOf(1, 0.5).Officers(0, &Station{Name: "counter", Shifts: []Shift{{Servers: 9}}})
	assert.False(t, enough, "shifts are not divided")
}

// TestNoOfficerIsCountedTwice: whatever moves, all servers are somewhere, none in two places, and nobody
// who is needed is without one.
func TestNoOfficerIsCountedTwice(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		g := pairOf(rapid.IntRange(1, 30).Draw(r, "servers"), rapid.Float64Range(0, 1).Draw(r, "moves"))
		pick := func(what string) bool { return rapid.Bool().Draw(r, what) }
		for i := range g.Inspection {
			in := &g.Inspection[i]
			in.Kind = rapid.SampledFrom(InspectionKinds()).Draw(r, "kind")
			in.Moves = rapid.Float64Range(0, 1).Draw(r, "moves")
			if pick("keeps") {
				in.Keeps = []string{"papers"}
			}
			if pick("joint") {
				in.Joint = []Joint{{Stage: "goods"}}
			}
		}
		if pick("cars") {
			g.Posts[0].Stages[0].When.Traffic = TrafficKinds()
		}
		for i := range g.Posts {
			s := &g.Posts[i].Stations[0]
			n, enough := g.Officers(i, s)
			counts := []int{n.Own, n.Moved, n.Together[0], n.Together[1]}
			needs := g.needs(i, s.Name, g.inForce())
			sum, teams := 0, 0
			for k, count := range counts {
				sum += count
				if needs[k] {
					teams++
				}
				assert.Equal(r, enough && needs[k], count > 0, "%+v", n)
			}
			assert.Equal(r, enough, teams <= s.Servers)
			if enough {
				assert.Equal(r, s.Servers, sum, "%+v", n)
			}
		}
	})
}
