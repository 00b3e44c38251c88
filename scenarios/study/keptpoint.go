package study

import "hanhlang/sim/runlog"

// onceAt plays a replication of a point, unless it is kept. Points have numbers, because the design and the seed say which values they
// have.
func (w *sweep) onceAt(point, replication int, play func() (pointRow, error)) (pointRow, error) {
	key := keyOf(pointPart, point, replication)
	if value, there := w.options.Kept.Find(key); there {
		if row, ok := w.recalledRow(value); ok {
			return row, nil
		}
	}
	row, err := play()
	if err != nil {
		return pointRow{}, err
	}
	return row, w.options.Kept.Keep(key, row.packed())
}

// packed is what is kept of a replication of a point.
func (r pointRow) packed() []byte {
	var p runlog.Pack
	p.Flag(r.stuck)
	for k := range r.values {
		p.Flag(r.present[k])
		p.Float(r.values[k])
	}
	return p.Bytes()
}

// recalledRow reads what is kept of a replication of a point.
func (w *sweep) recalledRow(value []byte) (row pointRow, ok bool) {
	u := runlog.NewUnpack(value)
	if row.stuck = u.Flag(); row.stuck {
		return row, u.Done()
	}
	for range w.Measures {
		row.present, row.values = append(row.present, u.Flag()), append(row.values, u.Float())
	}
	return row, u.Done()
}
