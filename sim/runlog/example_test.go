package runlog_test

import (
	"fmt"

	"hanhlang/sim/runlog"
)

// An experiment keeps two runs, is stopped while it writes the third, and goes on.
func Example() {
	var file []byte
	write := func(record []byte) error { file = append(file, record...); return nil }
	log, begins := runlog.New(runlog.Header{{Name: "seed", Value: "1"}}, write)
	file = append(file, begins...)
	for replication := range 3 {
		var value runlog.Pack
		value.Float(float64(replication) / 3)
		if err := log.Keep(fmt.Sprint(replication), value.Bytes()); err != nil {
			fmt.Println(err)
		}
	}
	file = file[:len(file)-5]

	found, err := runlog.Scan(file)
	fmt.Println(len(found.Runs), "runs,", len(found.Faults), "fault, torn:", found.Faults[0].Torn, err)
	found, file = found.Mended()
	log = runlog.Continue(found, write)
	value, _ := log.Find("1")
	fmt.Println(runlog.NewUnpack(value).Float())
	// Output:
	// 2 runs, 1 fault, torn: true <nil>
	// 0.3333333333333333
}
