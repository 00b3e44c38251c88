package exchange

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/scenarios"
)

func shippedCorridor(t *testing.T, name string) *corridors.Corridor {
	t.Helper()
	s, err := scenarios.LoadScenario(name, nil)
	require.NoError(t, err)
	return s.Setup.Corridor
}

// rowsOf a table by column.
func rowsOf(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	require.NoError(t, err)
	var out []map[string]string
	for _, row := range rows[1:] {
		cells := make(map[string]string)
		for i, head := range rows[0] {
			cells[head] = row[i]
		}
		out = append(out, cells)
	}
	return out
}

// TestTablesHaveWhatGMNSRequires: the columns that the specification requires are filled, keys are unique, and links lead from node to node. Every
// leg and every gate pair is a link.
func TestTablesHaveWhatGMNSRequires(t *testing.T) {
	for _, name := range []string{"lao-bao", "ewec", "viet-lao", "lao-bao-icd"} {
		c := shippedCorridor(t, name)
		tables, err := GMNS(c)
		require.NoError(t, err)
		nodes := make(map[string]string)
		for _, row := range rowsOf(t, tables.Node) {
			require.NotContains(t, nodes, row["node_id"])
			nodes[row["node_id"]] = row["name"]
			for _, column := range []string{"x_coord", "y_coord"} {
				_, err := strconv.ParseFloat(row[column], 64)
				require.NoError(t, err)
			}
		}
		assert.Len(t, nodes, len(c.Sites()))
		links := rowsOf(t, tables.Link)
		require.Len(t, links, len(c.Legs)+len(c.Gates))
		for i, row := range links {
			assert.Equal(t, strconv.Itoa(i+1), row["link_id"])
			assert.Equal(t, "0", row["directed"], "trucks drive both ways")
			require.Contains(t, nodes, row["from_node_id"])
			require.Contains(t, nodes, row["to_node_id"])
			if i < len(c.Legs) {
				assert.Equal(t, c.Legs[i].From, nodes[row["from_node_id"]])
				assert.Equal(t, c.Legs[i].To, nodes[row["to_node_id"]])
				assert.Equal(t, decimal(c.Legs[i].Length), row["length"])
			}
		}
		assert.Equal(t, []map[string]string{{
			"dataset_name": name, "long_length": "km", "speed": "km/h", "crs": "EPSG:4326", "currency": "USD", "version_number": "0.96", "id_type": "integer",
		}}, rowsOf(t, tables.Config))
	}
}

func TestTablesOfLaoBao(t *testing.T) {
	tables, err := GMNS(shippedCorridor(t, "lao-bao"))
	require.NoError(t, err)
	assert.Equal(t, `node_id,name,x_coord,y_coord,node_type,country,gate
1,Đà Nẵng,108.22,16.07,market,VN,
2,Đông Hà,107.1,16.82,junction,VN,
3,Savannakhet,104.75,16.56,market,LA,
4,Lao Bảo,106.588,16.622,post,VN,Lao Bảo–Densavanh
5,Densavanh,106.57,16.613,post,LA,Lao Bảo–Densavanh
`, string(tables.Node))
	assert.Equal(t, `link_id,name,from_node_id,to_node_id,directed,length,facility_type,free_speed,toll,jurisdiction,empty_speed
1,QL1A,1,2,0,175,road,47,12,VN,
2,QL9,2,4,0,84,road,42,6,VN,
3,NR9,5,3,0,241,road,42,15,LA,
4,Lao Bảo–Densavanh,4,5,0,,border crossing,,,,
`, string(tables.Link))
}

// TestNetworkAsGeoJSON: places are points and roads are lines between them, longitude first; what is nowhere has no geometry.
func TestNetworkAsGeoJSON(t *testing.T) {
	c := shippedCorridor(t, "lao-bao")
	c.Places[1].At = nil // Đông Hà
	data, err := GeoJSON(c)
	require.NoError(t, err)
	var found struct {
		Type     string
		Features []struct {
			ID, Type string
			Geometry *struct {
				Type        string
				Coordinates any
			}
			Properties map[string]any
		}
	}
	require.NoError(t, json.Unmarshal(data, &found))
	assert.Equal(t, "FeatureCollection", found.Type)
	require.Len(t, found.Features, 5+3+1)
	ids := make(map[string]bool)
	for _, f := range found.Features {
		assert.Equal(t, "Feature", f.Type)
		ids[f.ID] = true
	}
	assert.Len(t, ids, len(found.Features))
	assert.Equal(t, []any{108.22, 16.07}, found.Features[0].Geometry.Coordinates)
	assert.Nil(t, found.Features[1].Geometry)
	assert.Nil(t, found.Features[5].Geometry, "QL1A leads there")
	road := found.Features[7]
	assert.Equal(t, "LineString", road.Geometry.Type)
	assert.Equal(t, []any{[]any{106.57, 16.613}, []any{104.75, 16.56}}, road.Geometry.Coordinates)
	assert.Equal(t, map[string]any{"name": "NR9", "kind": "road", "country": "LA", "from": "Densavanh", "to": "Savannakhet", "length_km": 241.0, "speed_km_h": 42.0, "toll_usd": 15.0}, road.Properties)
	assert.Equal(t, []string{"Đông Hà"}, Unplaced(c))
	tables, err := GMNS(c)
	require.NoError(t, err)
	assert.Len(t, rowsOf(t, tables.Node), 4)
	assert.Len(t, rowsOf(t, tables.Link), 2, "no link leads to what is nowhere")
}
