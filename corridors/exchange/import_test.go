package exchange

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
	"hanhlang/scenarios"
	"hanhlang/scenarios/strict"
)

func english(t testing.TB) *words.Speaker {
	t.Helper()
	say, err := words.Speak("en")
	require.NoError(t, err)
	return say
}

// drafted imports files and reads the corridor that is made of them, as check does.
func drafted(t *testing.T, country string, files ...File) (*corridors.Corridor, string) {
	t.Helper()
	problems := &strict.Problems{}
	network := Read(files, country, problems)
	require.NoError(t, problems.Err())
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	text := Draft(network, names, english(t), problems)
	require.NoError(t, problems.Err())
	path := filepath.Join(t.TempDir(), "draft.yaml")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	s, err := scenarios.LoadScenario(path, nil)
	require.NoError(t, err, text)
	return s.Setup.Corridor, text
}

// TestExportedNetworksComeBack: what GMNS and GeoJSON say of a shipped corridor makes a corridor with the same places, posts and roads, without fault. What
// they do not say is marked in it, and graded as an assumption.
func TestExportedNetworksComeBack(t *testing.T) {
	for _, name := range []string{"viet-lao", "ewec", "lang-son", "moc-bai-icd", "lao-bao-zone"} {
		c := shippedCorridor(t, name)
		tables, err := GMNS(c)
		require.NoError(t, err)
		geo, err := GeoJSON(c)
		require.NoError(t, err)
		for _, files := range [][]File{
			{{"net/node.csv", tables.Node}, {"net/link.csv", tables.Link}, {"net/config.csv", tables.Config}},
			{{"net/network.geojson", geo}},
		} {
			back, text := drafted(t, "", files...)
			assert.Equal(t, name, back.Name)
			assert.Contains(t, text, "not in the file: fill in")
			same(t, c, back)
		}
	}
}

// same holds a corridor that was taken from files against the one that they were made of.
func same(t *testing.T, c, back *corridors.Corridor) {
	t.Helper()
	want := make(map[string]corridors.Site)
	for _, site := range c.Sites() {
		want[site.Name] = site
	}
	got := back.Sites()
	require.Len(t, got, len(want))
	for _, site := range got {
		assert.Equal(t, want[site.Name].At, site.At, site.Name)
		assert.Equal(t, want[site.Name].Country, site.Country, site.Name)
		assert.Equal(t, want[site.Name].Kind, site.Kind, site.Name)
	}
	require.Len(t, back.Legs, len(c.Legs))
	for i, l := range back.Legs {
		of := c.Legs[i]
		assert.Equal(t, []string{of.From, of.To, of.Country}, []string{l.From, l.To, l.Country}, of.Road)
		assert.InDelta(t, of.Length, l.Length, 0.0005, of.Road)
		if of.Speed > 0 {
			assert.InDelta(t, of.Speed, l.Speed, 0.0005, of.Road)
		}
		assert.InDelta(t, of.Toll, l.Toll, 0.0005, of.Road)
	}
	assert.Len(t, back.Gates, len(c.Gates))
	assert.NotEmpty(t, back.Flows)
}

// foreign is a file as other programs make them: no names of ours, points without kinds, a road whose ends have no point, tabs, and a feature that is neither.
const foreign = `{"type":"FeatureCollection",
	"features": [
	{"type":"Feature","properties":{"name":"Vinh","population":490000},"geometry":{"type":"Point","coordinates":[105.68,18.68]}},
	{"type":"Feature","properties":{"name":"yes","country":"LA"},"geometry":{"type":"Point","coordinates":[104.98,18.19,150]}},
	{"type":"Feature","properties":{"name":"Cầu Treo/VN","kind":"checkpoint"},"geometry":{"type":"Point","coordinates":[105.16,18.40]}},
	{"type":"Feature","properties":null,"geometry":null},
	{"type":"Feature","properties":{"highway":"trunk","ref":8},"geometry":{"type":"LineString","coordinates":[[105.681,18.679],[105.4,18.5],[105.161,18.401]]}},
	{"type":"Feature","properties":{"name":"over the pass","country":"LA"},"geometry":{"type":"LineString","coordinates":[[105.16,18.40],[105.13,18.38]]}},
	{"type":"Feature","properties":{"country":"LA","length_km":32},"geometry":{"type":"LineString","coordinates":[[105.13,18.38],[104.98,18.19]]}}
	]}
`

// By hand: the pass leads from a point in Vietnam to where no point stands. It is said to be in Laos, so that there is a junction in Laos, and the pass is a border crossing.
func TestFilesOfOthersMakeACorridor(t *testing.T) {
	c, text := drafted(t, "VN", File{"roads.geojson", []byte(foreign)})
	require.Len(t, c.Gates, 1)
	assert.Equal(t, "Cầu Treo-VN–junction 4", c.Gates[0].Name)
	require.Len(t, c.Legs, 2)
	assert.Equal(t, "Vinh–Cầu Treo-VN", c.Legs[0].Road)
	vinh, pass := corridors.Coordinates{Latitude: 18.68, Longitude: 105.68}, corridors.Coordinates{Latitude: 18.40, Longitude: 105.16}
	assert.InDelta(t, vinh.Apart(pass)*1.25, c.Legs[0].Length, 0.001, "a quarter longer than the straight line where nobody says")
	assert.Equal(t, 45.0, c.Legs[0].Speed)
	assert.Contains(t, text, `{name: Vinh, kind: market, country: VN, at: [18.68, 105.68]}`)
	assert.Contains(t, text, `name: "yes"`, "YAML would read it as true")
	assert.Equal(t, "roads", c.Name)
}

// By hand: a mile is 1.609344 km, and so are miles an hour; the way back is the same road.
func TestUnitsOfTablesAreConverted(t *testing.T) {
	c, text := drafted(t, "",
		File{"config.csv", []byte("dataset_name,long_length,speed,currency\nMy network,mi,mph,EUR\n")},
		File{"link.csv", []byte("link_id,name,from_node_id,to_node_id,directed,length,free_speed,toll\n1,Q1,c,a,1,100,30,2\n2,Q1,a,c,1,100,30,2\n3,pass,a,b,0,,,\n")},
		File{"node.csv", []byte("node_id,name,x_coord,y_coord,country\na,East,107,16,VN\nb,West,105,16,LA\nc,Far East,108,16,VN\n")})
	require.Len(t, c.Legs, 1)
	assert.InDelta(t, 160.934, c.Legs[0].Length, 1e-9)
	assert.InDelta(t, 48.28, c.Legs[0].Speed, 1e-9)
	assert.Zero(t, c.Legs[0].Toll)
	assert.Contains(t, text, "# toll of 2 EUR in the file")
	assert.Contains(t, text, "range: [24.14 km/h, 48.28 km/h]")
	assert.Equal(t, "my-network", c.Name)
	assert.Equal(t, "My network", c.Title)
	assert.False(t, math.IsNaN(c.Legs[0].Length))
}

// FuzzImport: whatever the files hold, they are refused with a place in them, or make a corridor that can be read.
func FuzzImport(f *testing.F) {
	f.Add([]byte(foreign), []byte(""))
	f.Add([]byte("node_id,x_coord,y_coord,country\n1,107,16,VN\n2,105,16,LA\n"), []byte("link_id,from_node_id,to_node_id,directed\n1,1,2,0\n"))
	f.Add([]byte("node_id,x_coord,y_coord\n\"1,107,16\n"), []byte("from_node_id\n\xff\n"))
	f.Add([]byte("{\"type\": \"FeatureCollection\", \"features\": [{\"geometry\": {\"type\": \"Point\", \"coordinates\": [1e400]}}]}"), []byte("[]"))
	f.Add([]byte("node_id,name,x_coord,y_coord,country\n1,a\x01b,180,0,VN\n2,\x7f,0,0,VN\n3,-,-1,89,LA\n"), []byte("from_node_id,to_node_id,directed,toll\n1,2,0,1e5\n2,3,1,\n"))
	f.Add([]byte("\ufeffnode_id,x_coord,y_coord\r\n,,\r\n"), []byte("crs\nEPSG:3857\n"))
	f.Fuzz(func(t *testing.T, one, other []byte) {
		problems := &strict.Problems{}
		files := []File{{"one", one}}
		if len(other) > 0 {
			files = append(files, File{"other", other})
		}
		network := Read(files, "VN", problems)
		if network == nil {
			require.Error(t, problems.Err())
			return
		}
		text := Draft(network, []string{"one", "other"}, english(t), problems)
		require.Equal(t, problems.Err() == nil, text != "")
		if text == "" {
			return
		}
		path := filepath.Join(t.TempDir(), "draft.yaml")
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		_, err := scenarios.LoadScenario(path, nil)
		require.NoError(t, err, text)
	})
}
