package indicators

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/sim"
	"hanhlang/sim/runlog"
)

// handmadeSample is what two trucks come to, with every kind of figure in it.
func handmadeSample(t *testing.T) (*Watch, *Sample) {
	t.Helper()
	w := handmade(t)
	o := w.Observe(Run{Alternative: "a"}, nil)
	(&teller{to: o}).life(1, sim.Hour)
	(&teller{to: o, now: 7 * sim.Hour}).life(2, 3*sim.Hour)
	sample, err := o.Sample()
	require.NoError(t, err)
	return w, sample
}

// A field that is added to a sample and not kept makes this fail, as long as a truck fills it.
func TestSampleComesBackAsItWas(t *testing.T) {
	w, sample := handmadeSample(t)
	var p runlog.Pack
	sample.Pack(&p)
	u := runlog.NewUnpack(p.Bytes())
	again := w.Unpack(u)
	assert.True(t, u.Done())
	assert.Equal(t, sample, again)
	require.NotEmpty(t, again.clocks)
	require.NotEmpty(t, again.ways)
	assert.Equal(t, Over([]*Sample{sample}, 0.95), Over([]*Sample{again}, 0.95))
}

func TestCutSampleIsRefused(t *testing.T) {
	w, sample := handmadeSample(t)
	var p runlog.Pack
	sample.Pack(&p)
	for cut := 0; cut < len(p.Bytes()); cut += 61 {
		assert.Nil(t, w.Unpack(runlog.NewUnpack(p.Bytes()[:cut])), cut)
	}
}
