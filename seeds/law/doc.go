// Package law turns one uniform number into one outcome: how long a service takes, how far a truck is late, what it
// weighs. Every law works by inversion, so that a larger number is a larger outcome and a truck keeps its rank under
// every alternative.
// It does not know units, where uniform numbers come from, nor what the outcomes are used for.
//
// A [Law] is made by a constructor that checks its parameters, and asked by [Law.Quantile]:
//
//	service, err := law.Lognormal(45, 0.6) // mean and coefficient of variation
//	minutes := service.Quantile(u)         // u in (0,1)
//
// Outcomes are finite and never negative, in the unit of the parameters. A wrong parameter is a [*ParameterError],
// which says what is wrong in a form that a program can turn into a sentence.
//
// # The same bits everywhere
//
// A study must give the same bytes on every machine. The compiler may fuse a product with the sum it goes into on some
// processors and not on others, and math.Exp differs between them. So exp, log and the normal quantile are our own, and
// every product that might be added to something is rounded first by an explicit float64(...), which forbids fusing.
// A test walks the source and finds products that are not.
//
// # How exact
//
// exp and log are within 0.55 ulp, the normal quantile within 6 ulp; what follows from them by a formula is good to
// about 1e-15. Gamma, Erlang and PERT have no formula, and the one of the lognormal is slow: their inverse is tabulated
// when the law is made (a millisecond, or a twentieth of it for the lognormal) and is within 1e-9 of the true quantile,
// relative. Means and standard deviations are formulas.
package law
