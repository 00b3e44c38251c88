package journey

import (
	"fmt"
	"slices"

	"hanhlang/corridors"
)

// BacklogOf is the name under which the vehicles of a flow go that stand before a post when the run
// begins: they have numbers and luck of their own, so that the vehicles that come later keep theirs.
func BacklogOf(flow string) string { return flow + " (backlog)" }

// withBacklogs is a corridor in which backlogs are flows of their own, after all others: so many
// vehicles, at the start of the run, from the post on. The indexes of the flows that they belong to
// come with it.
func withBacklogs(c *corridors.Corridor) (*corridors.Corridor, map[int]int) {
	var of map[int]int
	out := *c
	for i, f := range c.Flows {
		if f.Backlog == nil {
			continue
		}
		if of == nil {
			of = make(map[int]int)
			out.Flows = slices.Clone(c.Flows)
		}
		of[len(out.Flows)] = i
		out.Flows[i].Backlog = nil
		f.Name, f.Load, f.Choice, f.Via, f.Landing = BacklogOf(f.Name), nil, nil, nil, nil
		f.Arrivals = corridors.Arrivals{Count: &f.Backlog.Trucks}
		out.Flows = append(out.Flows, f)
	}
	if of == nil {
		return c, nil
	}
	return &out, of
}

// originOf a flow is where its vehicles become ready; those of a backlog stand before their post.
func originOf(f *corridors.Flow) string {
	if f.Backlog != nil {
		return f.Backlog.At
	}
	return f.From
}

// wayOut of a flow; that of a backlog begins with the gate pair that it stands before.
func (b *builder) wayOut(f *corridors.Flow) ([]hop, error) {
	route, err := b.routes.between(originOf(f), f.To)
	if err == nil && f.Backlog != nil && (len(route) == 0 || !route[0].crosses) {
		err = fmt.Errorf("nobody who stands at %s crosses a border there", f.Backlog.At)
	}
	return route, err
}

// Stands says whether a truck to a place can stand at a post waiting to leave its country: its way begins
// with the gate pair.
func Stands(c *corridors.Corridor, post, to string) bool {
	route, err := newRoutes(c).between(post, to)
	return err == nil && len(route) > 0 && route[0].crosses
}

// stand puts a backlog before its post. Who counts is as the scenario says.
func (w *World) stand(i int) {
	f := &w.model.flows[i]
	for range *f.Arrivals.Count {
		w.streams[i].number++
		id := w.newTruck(i, w.streams[i].number)
		w.trucks.at(id).counted = f.Backlog.Counted
		w.happen(w.trucks.at(id), Ready)
		w.walk(id)
	}
}
