package law_test

import (
	"errors"
	"fmt"

	"hanhlang/seeds/law"
)

// A service with a mean of 45 minutes; the same truck under a post that works a fifth faster keeps its rank.
func Example() {
	service, err := law.Lognormal(45, 0.6)
	if err != nil {
		fmt.Println(err)
		return
	}
	faster := service.Scaled(0.8)
	luck := 0.95 // of package seeds, say

	fmt.Printf("%v: %.1f min\n", service, service.Quantile(luck))
	fmt.Printf("%v: %.1f min\n", faster, faster.Quantile(luck))
	fmt.Printf("mean %.0f, standard deviation %.0f\n", service.Mean(), service.SD())
	// Output:
	// lognormal: {mean: 45, cv: 0.6}: 96.1 min
	// lognormal: {mean: 36, cv: 0.6}: 76.9 min
	// mean 45, standard deviation 27
}

// A wrong parameter comes back with all that a message needs.
func ExampleParameterError() {
	_, err := law.Triangular(30, 20, 90)
	var fault *law.ParameterError
	if errors.As(err, &fault) {
		fmt.Println(fault.Parameter, fault.Value, fault.Reason, fault.Limit, fault.Of)
	}
	// Output: mode 20 too-small 30 lo
}

// A law kept in seconds prints in minutes.
func ExampleLaw_In() {
	inspection, _ := law.Triangular(3600, 6000, 12000)
	fmt.Println(inspection.In("min", 60))
	// Output: triangular: [60 min, 100 min, 200 min]
}
