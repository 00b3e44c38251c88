package scenarios

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSumsTakeTheRateOfTheirDate: one without a date is of today.
func TestSumsTakeTheRateOfTheirDate(t *testing.T) {
	text := replaced(t, crossing, "rate: 26000 VND/USD", "rate: {value: 26000 VND/USD, since: 2025-06-01}, "+
		"earlier: [{value: 25000 VND/USD, since: 2025-01-01}, {value: 20000 VND/USD, since: 2020-01-01}]")
	for written, usd := range map[string]float64{
		"260000 VND": 10, "{value: 260000 VND}": 10, "{value: 260000 VND, date: 2026-01-01}": 10, "{value: 260000 VND, date: 2025-06-01}": 10,
		"{value: 260000 VND, date: 2025-05-31}": 10.4, "{value: 260000 VND, date: 2025-01-01}": 10.4, "{value: 260000 VND, date: 2024-12-31}": 13,
	} {
		s := reads(t, replaced(t, text, "toll: 260000 VND", "toll: "+written))
		assert.InDelta(t, usd, s.Setup.Corridor.Legs[0].Toll, 1e-12, written)
	}
}

// TestAnotherRateChangesOnlyTheSumsOfItsTime, also where the other figures are recalled.
func TestAnotherRateChangesOnlyTheSumsOfItsTime(t *testing.T) {
	text := replaced(t, crossing, "rate: 26000 VND/USD", "rate: {value: 26000 VND/USD, since: 2025-06-01}, earlier: [{value: 25000 VND/USD, since: 2025-01-01}]")
	s := reads(t, replaced(t, text, "toll: 260000 VND", "toll: {value: 260000 VND, date: 2025-02-01}"))
	changed, err := s.With("currencies[VND].earlier[0]", "20000 VND/USD")
	require.NoError(t, err)
	assert.InDelta(t, 10.4, s.Setup.Corridor.Legs[0].Toll, 1e-12)
	assert.InDelta(t, 13, changed.Setup.Corridor.Legs[0].Toll, 1e-12)
	assert.InDelta(t, s.Setup.Corridor.Countries[0].Diesel, changed.Setup.Corridor.Countries[0].Diesel, 1e-15)
}

// TestGoodsAndValuesAreReadInTheirUnits, money in any currency that has a rate.
func TestGoodsAndValuesAreReadInTheirUnits(t *testing.T) {
	text := replaced(t, crossing, "payload: 24 t", "payload: 24 t\n    commodity: rice")
	text = replaced(t, text, "fleet: {", "commodities: [{name: rice, worth: 10400000 VND/t, loss: 1.2 %/day, spoilage: 1 %/h}]\n"+
		"values: {time: 36 USD/h, reliability: 260000 VND/h}\nfleet: {driver_share: 40 %, co2e_per_litre: 3.24 kg/l, ")
	s := reads(t, text)
	c := s.Setup.Corridor
	assert.InDelta(t, 400, c.Commodities[0].Worth, 1e-9)
	assert.InDelta(t, 0.012, c.Commodities[0].Loss, 1e-12)
	assert.InDelta(t, 0.24, c.Commodities[0].Spoilage, 1e-12)
	assert.InDelta(t, 0.01, c.Values.Time, 1e-12)
	assert.InDelta(t, 10.0/3600, c.Values.Reliability, 1e-12)
	assert.InDelta(t, 0.4, *c.Fleet.DriverShare, 1e-12)
	assert.InDelta(t, 3.24, *c.Fleet.CO2e, 1e-12)
}

// TestFeesOfDeclarationsAndTransfersAreRead, and what they are charged for is measured.
func TestFeesOfDeclarationsAndTransfersAreRead(t *testing.T) {
	plain := reads(t, crossing)
	assert.False(t, plain.Setup.Corridor.ChargesDeclarations())
	text := replaced(t, crossing, "declaration: {exit: digital}", "declaration: {exit: digital}\n        declaration_fee: 520000 VND")
	s := reads(t, text)
	assert.InDelta(t, 20, s.Setup.Corridor.Gates[0].Posts[0].DeclarationFee, 1e-12)
	assert.True(t, s.Setup.Corridor.ChargesDeclarations())
	assert.False(t, s.Setup.Corridor.ChargesTransfers())
}
