package report

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hanhlang/sim/stat"
)

func TestGatePairsHaveATableWhereThereAreSeveral(t *testing.T) {
	l := layout{Comparison: small(), speaker: english(t)}
	assert.Empty(t, l.gates().heading, "an answer without measures of gates")
	l.Alternatives[0].Measures = append(l.Alternatives[0].Measures,
		Measure{"gate.Lao Bảo–Densavanh.trucks_per_day", "trucks/day", about(400, 10)},
		Measure{"gate.Cha Lo–Na Phàu.border_time_h", "h", stat.Interval{}})
	l.Alternatives[1].Measures = append(l.Alternatives[1].Measures, Measure{"gate.Cha Lo–Na Phàu.border_time_h", "h", about(5, 1)})
	table := l.gates().table
	assert.Len(t, table.rows, 2)
	assert.Equal(t, []string{"Number of trucks through Lao Bảo–Densavanh [trucks/day]", "Border time at Cha Lo–Na Phàu" + glue + "[h]"},
		[]string{table.rows[0].cells[0].value, table.rows[1].cells[0].value})
	assert.Equal(t, "400", table.rows[0].cells[1].value)
	assert.Equal(t, "5", table.rows[1].cells[2].value[:1])
}
