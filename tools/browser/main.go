// Command browser opens reports of hanhlang in headless Chromium, as wide as a desk and as narrow as a phone, and on paper, and
// lists what a reader would stumble over: figures without size, caption or text, labels that lie on one another or are cut, tables
// that do not unfold, errors in the console, and anything that is asked of a network.
//
//	go run ./browser report.html …
//
// It ends with 1 if there is anything to list. Chromium must be installed (Debian: chromium, fonts-liberation).
package main

import (
	"context"
	"fmt"
	"os"
)

func main() {
	faults := 0
	for _, name := range os.Args[1:] {
		seen, err := look(context.Background(), name)
		if err != nil {
			fmt.Fprintln(os.Stderr, "browser:", err)
			os.Exit(1)
		}
		fmt.Printf("%s: %d figures, %d tables, %d pages of A4, %d faults\n", name, seen.figures, seen.tables, seen.pages, len(seen.faults))
		for _, fault := range seen.faults {
			fmt.Println("  " + fault)
		}
		faults += len(seen.faults)
	}
	if faults > 0 {
		os.Exit(1)
	}
}
