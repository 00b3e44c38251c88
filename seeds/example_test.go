package seeds_test

import (
	"fmt"

	"hanhlang/seeds"
)

// Truck 17 draws at the document check under paper and under digital. The digital alternative asks for other trucks
// before it, in another order, and has one stage more; truck 17 does not notice.
func Example() {
	seed, _ := seeds.Published("lao-bao-digital-vs-paper")
	luck := seeds.Replication(seed, 0)
	documents, scanner := seeds.PointOf("Lao Bảo/exit/documents"), seeds.PointOf("Lao Bảo/exit/scanner")
	flow := seeds.FlowOf("wood chips")

	paper := luck.Uniform(documents, flow, 17, 0)

	_ = luck.Uniform(scanner, flow, 17, 0)
	_ = luck.Uniform(documents, flow, 18, 0)
	digital := luck.Uniform(documents, flow, 17, 0)

	fmt.Printf("paper %.6f, digital %.6f\n", paper, digital)
	// Output: paper 0.356881, digital 0.356881
}

// Points are made while the model is built, so that two names that would share their luck are found then.
func ExamplePoints() {
	var points seeds.Points
	_, err := points.Key("costarring")
	fmt.Println(err)
	_, err = points.Key("liquid")
	fmt.Println(err)
	// Output:
	// <nil>
	// "costarring" and "liquid" would share their luck: rename one of them
}
