// Package exchange puts trucks and networks into the files of other programs: the truck log as Parquet and as an object-centric
// event log (OCEL 2.0), networks as GMNS tables and as GeoJSON; and it takes networks from such files.
// It does not know how trucks move, how answers are laid out, or where files go.
package exchange
