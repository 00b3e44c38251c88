package seeds

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

const (
	service = "Lao Bảo/exit/documents/service"
	chips   = "wood chips"
)

// TestLuckIsTheSameForEver: the figures come from a separate program (Python integers) written from the paper.
// Published figures hang on them: they must never change.
func TestLuckIsTheSameForEver(t *testing.T) {
	for _, known := range []struct {
		seed          Seed
		replication   int
		truck, visit  uint32
		first, second float64
	}{
		{20250618, 0, 17, 0, 0x1.c226d91252101p-1, 0x1.633b55f597d8dp-1},
		{20250618, 31, 17, 1, 0x1.1ec5770528cdap-2, 0x1.14cc161209d17p-1},
		{math.MaxUint64, 0, 0, 0, 0x1.43509bb2266bep-2, 0x1.63d9a259b263ep-2},
	} {
		luck := Replication(known.seed, known.replication)
		first, second := luck.Pair(PointOf(service), FlowOf(chips), known.truck, known.visit)
		assert.Equal(t, known.first, first)
		assert.Equal(t, known.second, second)
	}
	last := uint32(math.MaxUint32)
	first, second := Replication(0, -1).Pair(Point(last), Flow(last), last, last)
	assert.Equal(t, [2]float64{0x1.fa752e59fbeefp-1, 0x1.c057cb6c2c397p-1}, [2]float64{first, second})
}

func TestUniformIsTheFirstOfThePair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		luck := Replication(Seed(rapid.Uint64().Draw(t, "seed")), rapid.Int().Draw(t, "replication"))
		p, f := Point(rapid.Uint32().Draw(t, "point")), Flow(rapid.Uint32().Draw(t, "flow"))
		truck, visit := rapid.Uint32().Draw(t, "truck"), rapid.Uint32().Draw(t, "visit")
		first, second := luck.Pair(p, f, truck, visit)
		assert.Equal(t, first, luck.Uniform(p, f, truck, visit))
		assert.Equal(t, first, luck.Decision(p, f).Uniform(luck.Who(truck, visit)), "the halves of the address meet there")
		for _, u := range []float64{first, second} {
			assert.True(t, 0 < u && u < 1)
			assert.Equal(t, u, 1-(1-u), "1-u is exact")
		}
	})
}

func TestUniformNeverReachesItsEnds(t *testing.T) {
	assert.Equal(t, 0x1p-53, open(0))
	assert.Equal(t, 1-0x1p-53, open(math.MaxUint64))
	assert.Equal(t, 1-open(0), open(math.MaxUint64), "mirrored luck stays on the grid")
}

func TestTheFirst52BitsAreTheNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bits := rapid.Uint64().Draw(t, "bits")
		assert.Equal(t, math.Ldexp(float64(2*(bits>>12)+1), -53), open(bits))
	})
}

func TestEveryWordOfTheAddressCounts(t *testing.T) {
	here := Replication(1, 2).Uniform(3, 4, 5, 6)
	for name, elsewhere := range map[string]float64{
		"seed":        Replication(2, 2).Uniform(3, 4, 5, 6),
		"replication": Replication(1, 3).Uniform(3, 4, 5, 6),
		"point":       Replication(1, 2).Uniform(4, 4, 5, 6),
		"flow":        Replication(1, 2).Uniform(3, 5, 5, 6),
		"truck":       Replication(1, 2).Uniform(3, 4, 6, 6),
		"visit":       Replication(1, 2).Uniform(3, 4, 5, 7),
		"swapped":     Replication(1, 2).Uniform(4, 3, 6, 5),
	} {
		assert.NotEqual(t, here, elsewhere, name)
	}
}

// world draws for every truck at every point, in an order of its own, and keeps the numbers by address.
func world(points []string, trucks int, order *rand.Rand) map[[2]uint32]float64 {
	luck := Replication(20250618, 3)
	numbers := make(map[[2]uint32]float64)
	for _, place := range order.Perm(len(points) * trucks) {
		p, truck := PointOf(points[place/trucks]), uint32(place%trucks)
		numbers[[2]uint32{uint32(p), truck}] = luck.Uniform(p, FlowOf(chips), truck, 0)
	}
	return numbers
}

func TestTheOrderOfAskingDoesNotMatter(t *testing.T) {
	points := []string{"gate/documents", "gate/inspection", "gate/fees"}
	assert.Equal(t,
		world(points, 40, rand.New(rand.NewPCG(1, 1))),
		world(points, 40, rand.New(rand.NewPCG(2, 2))))
}

func TestAnotherPointChangesNobodysNumbers(t *testing.T) {
	before := world([]string{"gate/documents", "gate/fees"}, 40, rand.New(rand.NewPCG(1, 1)))
	after := world([]string{"gate/scanner", "gate/documents", "gate/fees"}, 50, rand.New(rand.NewPCG(2, 2)))
	for address, number := range before {
		assert.Equal(t, number, after[address])
	}
}

func TestAReplicationAloneIsTheReplicationInTheBatch(t *testing.T) {
	var batch []float64
	for r := range 50 {
		batch = append(batch, Replication(9, r).Uniform(1, 1, 17, 0))
	}
	assert.Equal(t, batch[31], Replication(9, 31).Uniform(1, 1, 17, 0))
}

func TestDrawingAllocatesNothing(t *testing.T) {
	luck := Replication(1, 1)
	var sum float64
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		first, second := luck.Pair(1, 2, 3, 4)
		sum += first + second + luck.Uniform(1, 2, 3, 4)
	}))
}

// TestMirrorTurnsEveryNumberRound: 1-u exactly, for both numbers of an address and both ways to it; the mirror of the mirror is the luck.
func TestMirrorTurnsEveryNumberRound(t *testing.T) {
	luck := Replication(20250618, 3)
	mirror := luck.Mirrored()
	for truck := range uint32(1000) {
		first, second := luck.Pair(1, 2, truck, 0)
		one, two := mirror.Pair(1, 2, truck, 0)
		require.Equal(t, 1-first, one)
		require.Equal(t, 1-second, two)
		require.Equal(t, one, mirror.Uniform(1, 2, truck, 0))
		require.Equal(t, one, mirror.Decision(1, 2).Uniform(mirror.Who(truck, 0)))
		require.Equal(t, first, mirror.Mirrored().Uniform(1, 2, truck, 0))
		require.True(t, one > 0 && one < 1)
	}
}
