package report

import (
	"bytes"
	"encoding/json"
	"math"

	"hanhlang/corridors/words"
	"hanhlang/sim/stat"
)

// JSON is the answer for programs: one object in UTF-8, in full precision. Its field names are a contract: they stay, others may
// join them. What is not there is null or an empty list, never 0. Equal answers give equal bytes.
func JSON(c Comparison, s *words.Speaker) ([]byte, error) {
	return encoded(answerJSON(c, s))
}

// encoded writes a value as JSON for programs and people.
func encoded(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// The shapes of the contract, in the order in which they are written.
type (
	wholeJSON struct {
		Study        string            `json:"study"`
		Title        string            `json:"title"`
		Question     string            `json:"question"`
		Seed         uint64            `json:"seed"`
		Version      string            `json:"version"`
		InputHash    string            `json:"input_hash"`
		Fingerprint  string            `json:"fingerprint"`
		Replications int               `json:"replications"`
		Confidence   float64           `json:"confidence"`
		Named        []string          `json:"named_measures"`
		Alternatives []alternativeJSON `json:"alternatives"`
		Differences  []differenceJSON  `json:"differences"`
		Inputs       Grades            `json:"inputs"`
		InputList    []inputJSON       `json:"input_list"`
		Drivers      []driverJSON      `json:"drivers"`
		Published    []publishedJSON   `json:"published"`
		Audit        []checkJSON       `json:"audit"`
		Warnings     []string          `json:"warnings"`
		Repeat       string            `json:"repeat"`

		DelayDifferences []waterfallJSON    `json:"delay_differences"`
		Growth           *growthJSON        `json:"growth"`
		Curves           []curveJSON        `json:"curves"`
		Precision        *precisionJSON     `json:"precision,omitempty"`
		Steady           []steadyJSON       `json:"steady,omitempty"`
		Mirrored         *mirroredJSON      `json:"antithetic,omitempty"`
		Best             []bestJSON         `json:"best,omitempty"`
		Estimates        []estimateFormJSON `json:"estimates,omitempty"`
		Lesson           *lessonJSON        `json:"lesson,omitempty"`
		JointOver        string             `json:"joint_over,omitempty"` // all: measures of all pairs; absent: of each pair
	}
	estimateJSON struct {
		Mean *float64 `json:"mean"`
		Lo   *float64 `json:"lo"`
		Hi   *float64 `json:"hi"`
		N    int      `json:"n"`
	}
	alternativeJSON struct {
		Name     string        `json:"name"`
		Title    string        `json:"title"`
		Measures []measureJSON `json:"measures"`
		Stages   []stageJSON   `json:"stages"`
		Stations []stationJSON `json:"stations"`
		Costs    []costJSON    `json:"costs"`

		Fingerprints []string `json:"fingerprints"`

		Overloaded []offeredJSON `json:"overloaded"`            // with any, times and costs grow with the length of the run
		Swells     *swellingJSON `json:"trucks_under_way_grow"` // nothing: they do not, or it is not known

		Indicators *indicatorsJSON `json:"indicators"`
	}
	measureJSON struct {
		Name string `json:"name"`
		Unit string `json:"unit"`
		estimateJSON
	}
	stageJSON struct {
		Stage   string `json:"stage"`
		Owner   string `json:"owner"`
		Country string `json:"country"`
		Place   string `json:"place"`
		Unit    string `json:"unit"`
		estimateJSON
		Queue   *float64 `json:"queue"`
		Closed  *float64 `json:"closed"`
		Service *float64 `json:"service"`
		Blocked *float64 `json:"blocked"`
	}
	costJSON struct {
		Line    string `json:"line"`
		Owner   string `json:"owner"`
		Country string `json:"country"`
		Place   string `json:"place"`
		Unit    string `json:"unit"`
		estimateJSON
	}
	stationJSON struct {
		Name         string        `json:"name"`
		Place        string        `json:"place"`
		Utilisation  *estimateJSON `json:"utilisation_share"`
		QueueMean    *estimateJSON `json:"queue_trucks"`
		QueueLongest *estimateJSON `json:"queue_longest_trucks"`
		Wait         *estimateJSON `json:"wait_h"`
	}
	differenceJSON struct {
		Alternative string `json:"alternative"`
		Base        string `json:"base"`
		Measure     string `json:"measure"`
		Unit        string `json:"unit"`
		estimateJSON
		LoJoint       *float64      `json:"lo_joint"`
		HiJoint       *float64      `json:"hi_joint"`
		Relative      *estimateJSON `json:"relative"`
		VarianceRatio *float64      `json:"variance_ratio"`
	}
)

func answerJSON(c Comparison, s *words.Speaker) wholeJSON {
	whole := wholeJSON{
		Study: c.Study, Title: s.Title(c.Title), Question: s.Title(c.Question), Seed: c.Seed, Version: c.Version, InputHash: c.InputHash, Fingerprint: c.fingerprint(),
		Replications: c.Replications, Confidence: c.Confidence, Named: append([]string{}, c.Named...),
		Alternatives: each(c.Alternatives, alternativeOf), Differences: present(c.Differences),
		Inputs: c.Grades(), InputList: each(c.Inputs, inputOf), Repeat: c.Repeat,
	}
	whole.Drivers = each(c.Drivers, func(d Driver) driverJSON { return driverOf(d, s) })
	whole.Published = each(c.Published, func(p Published) publishedJSON { return publishedOf(p, s) })
	whole.Audit = each(c.Audit, func(k Check) checkJSON { return checkJSON{k.Name, k.OK, s.Text(k.Detail)} })
	whole.Warnings = each(c.Warnings, s.Text)
	whole.DelayDifferences = each(c.Waterfalls, waterfallOf)
	whole.Growth = growthOf(c.Growth)
	whole.Curves = each(c.Curves, func(of Curve) curveJSON { return curveOf(of, s) })
	whole.Precision = precisionOf(c.Precision)
	whole.Mirrored = mirroredOf(c.Mirrored)
	whole.Steady = each(c.Steady, steadyOf)
	whole.Best = each(c.Best, bestOf)
	whole.Lesson = lessonOf(c.Lesson, s)
	whole.Estimates = each(c.Estimates, estimateFormOf)
	for i := range whole.Alternatives {
		whole.Alternatives[i].Title = s.Title(whole.Alternatives[i].Title)
	}
	for i := range whole.Curves {
		whole.Curves[i].Title = s.Title(whole.Curves[i].Title)
	}
	if c.JointOverPairs {
		whole.JointOver = "all"
	}
	return whole
}

// each turns a list into another; an empty list stays a list, not null.
func each[A, B any](list []A, turn func(A) B) []B {
	out := make([]B, 0, len(list))
	for _, item := range list {
		out = append(out, turn(item))
	}
	return out
}

// present leaves out differences that could not be estimated.
func present(list []Difference) []differenceJSON {
	out := []differenceJSON{}
	for _, d := range list {
		if d.Interval.Present() {
			out = append(out, differenceOf(d))
		}
	}
	return out
}

func alternativeOf(a Alternative) alternativeJSON {
	out := alternativeJSON{
		Name: a.Name, Title: a.Title, Measures: []measureJSON{},
		Stages: each(a.Stages, stageOf), Stations: each(a.Stations, stationOf), Costs: each(a.Costs, costOf),
		Indicators: indicatorsOf(a.Indicators), Fingerprints: each(a.Fingerprints, hexOf),
		Overloaded: each(a.Overloads, offeredOf), Swells: swellingOf(a.Swells),
	}
	for _, m := range a.Measures {
		if m.Interval.Present() {
			out.Measures = append(out.Measures, measureJSON{m.Name, m.Unit, estimateOf(m.Interval)})
		}
	}
	return out
}

func stageOf(s Stage) stageJSON {
	out := stageJSON{Stage: s.Stage, Owner: s.Owner, Country: s.Country, Place: s.Place, Unit: s.Unit, estimateJSON: estimateOf(s.Interval)}
	if s.Interval.Present() {
		out.Queue, out.Closed, out.Service, out.Blocked = finite(s.Queue), finite(s.Closed), finite(s.Service), finite(s.Blocked)
	}
	return out
}

func costOf(c Cost) costJSON {
	return costJSON{c.Line, c.Owner, c.Country, c.Place, c.Unit, estimateOf(c.Interval)}
}

func stationOf(s Station) stationJSON {
	return stationJSON{
		Name: s.Name, Place: s.Place, Utilisation: maybe(s.Utilisation), QueueMean: maybe(s.QueueMean),
		QueueLongest: maybe(s.QueueLongest), Wait: maybe(s.Wait),
	}
}

func differenceOf(d Difference) differenceJSON {
	out := differenceJSON{
		Alternative: d.Alternative, Base: d.Base, Measure: d.Measure, Unit: d.Unit,
		estimateJSON: estimateOf(d.Interval), Relative: maybe(d.Relative),
	}
	if d.Joint.Bounded() {
		out.LoJoint, out.HiJoint = finite(d.Joint.Lo), finite(d.Joint.Hi)
	}
	if d.VarianceRatio != nil {
		out.VarianceRatio = finite(*d.VarianceRatio)
	}
	return out
}

// estimateOf writes an interval; what it does not have is null.
func estimateOf(i stat.Interval) estimateJSON {
	out := estimateJSON{N: i.N}
	if i.Present() {
		out.Mean = finite(i.Mean)
	}
	if i.Bounded() {
		out.Lo, out.Hi = finite(i.Lo), finite(i.Hi)
	}
	return out
}

func maybe(i stat.Interval) *estimateJSON {
	if !i.Present() {
		return nil
	}
	out := estimateOf(i)
	return &out
}

// finite is null for what is no number, which JSON cannot say.
func finite(x float64) *float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return &x
}
