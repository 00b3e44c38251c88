package scenarios

import (
	"slices"

	"hanhlang/corridors"
	"hanhlang/corridors/words"
)

// shock checks that a shock at posts finds stations to shut: it is there that trucks wait.
func (k *checker) shock(s *corridors.Shock) {
	for i := range k.corridor.Gates {
		pair := &k.corridor.Gates[i]
		whole := slices.Contains(s.Gates, pair.Name)
		if whole && len(pair.Posts[0].Stations)+len(pair.Posts[1].Stations) == 0 {
			k.shutsNothing(s, "gates", pair.Name)
		}
		for p := range pair.Posts {
			if post := &pair.Posts[p]; !whole && slices.Contains(s.Posts, post.Name) {
				k.shockAt(s, post)
			}
		}
	}
}

// shockAt checks a shock at one post.
func (k *checker) shockAt(s *corridors.Shock, post *corridors.Post) {
	own := func(st corridors.Station) bool { return s.Direction == "" || post.ServesOnly(st.Name) == s.Direction }
	switch {
	case len(post.Stations) == 0:
		k.shutsNothing(s, "posts", post.Name)
	case !slices.ContainsFunc(post.Stations, own):
		v, _ := item(k.top, "shocks", s.Name).At("direction")
		v.Problem(words.Say("scenario.shut-no-direction", "post", post.Name), words.Phrase{}, words.Say("scenario.shut-no-direction-help"))
	}
}

// shutsNothing reports a shock at what has no stations.
func (k *checker) shutsNothing(s *corridors.Shock, key, name string) {
	v, _ := item(k.top, "shocks", s.Name).At(key)
	v.Problem(words.Say("scenario.shut-nothing", "post", name), words.Phrase{}, words.Phrase{})
}
