package quantity

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
)

func all() []Dimension {
	return []Dimension{
		Pure, Time, Length, Area, Mass, Volume, Money, PerTime, Speed, MassPerTime, Density, FuelUse, IdleFuel, MassPerTonneKm, TonneKm,
		MoneyPerLength, MoneyPerTime, MoneyPerMass, MoneyPerVolume, MoneyPerTonneKm, Exchange, YieldPerArea,
	}
}

// What Parse takes of a dimension its pattern takes, too, and what it refuses because of its unit the pattern refuses.
func TestPatternsTakeWhatParseTakes(t *testing.T) {
	var texts []string
	for _, d := range all() {
		for _, unit := range d.Units() {
			texts = append(texts, "7"+unit, "0.5 "+unit, "1e3 "+unit)
		}
	}
	texts = append(texts, "7 minutes", "3 hours", "1 d", "26000 VND/USD", "12 t/ha/day", "2 mph", "7", "7 %", "8 %/year", "30/100km", "7 mn", "1,5 min", "1.2.3 km", "min", "5 / h", "3 USD/tkm", "3 USD/t/km")
	for _, d := range all() {
		whole := regexp.MustCompile(`^(?:` + Pattern(d) + `)$`)
		for _, text := range texts {
			_, err := Parse(text, d)
			assert.Equal(t, err == nil, whole.MatchString(text), "%q where %q is wanted", text, d.Unit())
		}
	}
}

func TestPatternsOfTimesTakeWhatIsRead(t *testing.T) {
	for _, c := range []struct {
		pattern string
		read    func(string) error
		texts   []string
	}{
		{ClockPattern, func(s string) error { _, err := ParseClock(s); return err }, []string{"07:00", "7:00", "23:59", "24:00", "7", "7h", "07:60"}},
		{HoursPattern, func(s string) error { _, err := ParseHours(s); return err }, []string{"always", "never", "07:00-18:00", "07:00-11:30, 13:00-17:00", "22:00-06:00", "18:00-24:00", "7-18", "open"}},
		{WeekdaysPattern, func(s string) error { _, err := ParseWeekdays(s); return err }, []string{"Mon", "Mon-Fri", "Mon, Thu", "Monday", "Mon, Wed, Sat-Sun", "Mod", "mon", ""}},
		{MomentPattern, func(s string) error { _, err := ParseMoment(s); return err }, []string{"day 10", "day 10 08:00", "day 0", "10 08:00", "day 10 24:00"}},
		{DatePattern, func(s string) error { _, err := ParseDate(s); return err }, []string{"2026-02-28", "28.2.2026", "2026-2-3"}},
	} {
		whole := regexp.MustCompile(`^(?:` + c.pattern + `)$`)
		for _, text := range c.texts {
			assert.Equal(t, c.read(text) == nil, whole.MatchString(text), text)
		}
	}
}
