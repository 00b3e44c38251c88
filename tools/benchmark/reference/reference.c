/*
 * The models of the scenarios benchmark-m1 and benchmark-m2, written by hand for speed: an event-oriented state machine on an array
 * binary heap of 16-byte records (time, sequence, who), xoshiro256++ and ziggurats, replications one after another in one process.
 * It is what hanhlang is measured against.
 *
 *   reference m1|m2 [replications [seed]]
 *
 * prints one line of JSON: model events, seconds, nanoseconds per event and the outputs of the model, averaged over replications.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* xoshiro256++ (Blackman and Vigna 2019), seeded by SplitMix64. */
static uint64_t state[4];

static inline uint64_t rotated(uint64_t x, int k) { return x << k | x >> (64 - k); }

static inline uint64_t bits(void) {
	const uint64_t result = rotated(state[0] + state[3], 23) + state[0], t = state[1] << 17;
	state[2] ^= state[0];
	state[3] ^= state[1];
	state[1] ^= state[2];
	state[0] ^= state[3];
	state[2] ^= t;
	state[3] = rotated(state[3], 45);
	return result;
}

static void seed(uint64_t x) {
	for (int i = 0; i < 4; i++) {
		uint64_t z = x += 0x9E3779B97F4A7C15;
		z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
		z = (z ^ z >> 27) * 0x94D049BB133111EB;
		state[i] = z ^ z >> 31;
	}
}

static inline double uniform(void) { return ((bits() >> 11) + 0.5) * 0x1p-53; }

/* Ziggurats of 256 layers (Marsaglia and Tsang 2000). */
enum { LAYERS = 256 };
static double exp_x[LAYERS + 1], exp_f[LAYERS + 1], normal_x[LAYERS + 1], normal_f[LAYERS + 1];
static const double EXP_R = 7.69711747013104972, EXP_V = 0.0039496598225815571993;
static const double NORMAL_R = 3.6541528853610087963519472518, NORMAL_V = 0.00492867323399;

static void stack_layers(void) {
	exp_x[0] = EXP_V / exp(-EXP_R), exp_x[1] = EXP_R;
	normal_x[0] = NORMAL_V / exp(-NORMAL_R * NORMAL_R / 2), normal_x[1] = NORMAL_R;
	for (int i = 2; i < LAYERS; i++) {
		exp_x[i] = -log(EXP_V / exp_x[i - 1] + exp(-exp_x[i - 1]));
		normal_x[i] = sqrt(-2 * log(NORMAL_V / normal_x[i - 1] + exp(-normal_x[i - 1] * normal_x[i - 1] / 2)));
	}
	for (int i = 0; i <= LAYERS; i++) {
		exp_f[i] = exp(-exp_x[i]);
		normal_f[i] = exp(-normal_x[i] * normal_x[i] / 2);
	}
}

static double exponential(void) {
	for (double far = 0;;) {
		const uint64_t b = bits();
		const int i = b & (LAYERS - 1);
		const double x = (b >> 11) * 0x1p-53 * exp_x[i];
		if (x < exp_x[i + 1])
			return far + x;
		if (i == 0)
			far += EXP_R;
		else if (exp_f[i] + uniform() * (exp_f[i + 1] - exp_f[i]) < exp(-x))
			return far + x;
	}
}

static double normal(void) {
	for (;;) {
		const uint64_t b = bits();
		const int i = b & (LAYERS - 1);
		const double sign = b & LAYERS ? 1 : -1, x = (b >> 11) * 0x1p-53 * normal_x[i];
		if (x < normal_x[i + 1])
			return sign * x;
		if (i == 0) {
			double beyond, y;
			do {
				beyond = -log(uniform()) / NORMAL_R;
				y = -log(uniform());
			} while (y + y < beyond * beyond);
			return sign * (NORMAL_R + beyond);
		}
		if (normal_f[i] + uniform() * (normal_f[i + 1] - normal_f[i]) < exp(-x * x / 2))
			return sign * x;
	}
}

/* The calendar: a binary heap. */
typedef struct {
	double at;
	uint32_t sequence, who;
} event;

static event *heap;
static size_t pending, room;
static uint32_t sequence;

static inline int before(const event *a, const event *b) { return a->at < b->at || (a->at == b->at && a->sequence < b->sequence); }

static void schedule(double at, uint32_t who) {
	if (pending == room) {
		room = room ? 2 * room : 1024;
		heap = realloc(heap, room * sizeof *heap);
	}
	const event e = {at, sequence++, who};
	size_t i = pending++;
	while (i > 0 && before(&e, &heap[(i - 1) / 2])) {
		heap[i] = heap[(i - 1) / 2];
		i = (i - 1) / 2;
	}
	heap[i] = e;
}

static event next(void) {
	const event first = heap[0], last = heap[--pending];
	size_t i = 0;
	for (size_t child; (child = 2 * i + 1) < pending; i = child) {
		if (child + 1 < pending && before(&heap[child + 1], &heap[child]))
			child++;
		if (!before(&heap[child], &last))
			break;
		heap[i] = heap[child];
	}
	heap[i] = last;
	return first;
}

/* Stations: servers and a first-come, first-served ring. */
typedef struct {
	int servers, busy;
	uint32_t *ring;
	size_t head, count, size;
	double waits;
} station;

static void join(station *s, uint32_t who) {
	if (s->count == s->size) {
		const size_t size = s->size ? 2 * s->size : 64;
		uint32_t *ring = malloc(size * sizeof *ring);
		for (size_t i = 0; i < s->count; i++)
			ring[i] = s->ring[(s->head + i) & (s->size - 1)];
		free(s->ring);
		s->ring = ring, s->size = size, s->head = 0;
	}
	s->ring[(s->head + s->count++) & (s->size - 1)] = who;
}

static uint32_t first_of(station *s) {
	const uint32_t who = s->ring[s->head];
	s->head = (s->head + 1) & (s->size - 1);
	s->count--;
	return who;
}

/* Trucks, in places that are used again. */
typedef struct {
	double begun, joined;
	uint8_t stage, red;
} truck;

static truck *trucks;
static uint32_t *spare;
static size_t truck_room, used, spares;

static uint32_t new_truck(void) {
	if (spares > 0)
		return spare[--spares];
	if (used == truck_room) {
		truck_room = truck_room ? 2 * truck_room : 1024;
		trucks = realloc(trucks, truck_room * sizeof *trucks);
		spare = realloc(spare, truck_room * sizeof *spare);
	}
	return used++;
}

static double *stays;
static size_t stays_count, stays_room;

static void note_stay(double stay) {
	if (stays_count == stays_room) {
		stays_room = stays_room ? 2 * stays_room : 1 << 17;
		stays = realloc(stays, stays_room * sizeof *stays);
	}
	stays[stays_count++] = stay;
}

static int ascending(const void *a, const void *b) {
	const double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static const uint32_t ARRIVAL = UINT32_MAX;
static uint64_t events;

static double now;

/* The first in line goes to a server, if somebody waits. */
static int admitted(station *s, uint32_t *who) {
	if (s->count == 0)
		return 0;
	*who = first_of(s);
	s->waits += now - trucks[*who].joined;
	return 1;
}

/* M2: drive1, S0 to S9, drive2. Minutes. */
enum { STATIONS = 10, DRIVE1 = 100, DRIVE2 };
static const double YEAR = 525600;
static const int SERVERS[STATIONS] = {3, 2, 2, 4, 2, 1, 2, 3, 2, 1};
static const double PER_HOUR[24] = {6, 5, 5, 5, 6, 8, 11, 14, 16, 18, 19, 19, 18, 18, 17, 17, 16, 15, 14, 13, 12, 11, 9, 8};
static station stations[STATIONS];

typedef struct {
	double mu, sigma;
} lognormal_law;

static lognormal_law of_mean(double mean, double cv) {
	const double square = log1p(cv * cv);
	return (lognormal_law){log(mean) - square / 2, sqrt(square)};
}

static lognormal_law drive1, drive2, green, yellow, red, customs_b;

static double lognormal(lognormal_law l) { return exp(l.mu + l.sigma * normal()); }

static double triangular(double low, double mode, double high) {
	const double u = uniform(), at = (mode - low) / (high - low);
	if (u < at)
		return low + sqrt(u * (high - low) * (mode - low));
	return high - sqrt((1 - u) * (high - low) * (high - mode));
}

static double service(int at, truck *t) {
	switch (at) {
	case 0: return 10 * exponential();
	case 1: return 7 * exponential();
	case 2: {
		const double u = uniform();
		t->red = u >= 0.9;
		return lognormal(u < 0.7 ? green : u < 0.9 ? yellow : red);
	}
	case 3: return triangular(60, 100, 200);
	case 4: return triangular(10, 20, 45);
	case 5: return triangular(2, 3.4, 5.4);
	case 6: return 7.2 * exponential();
	case 7: return lognormal(customs_b);
	case 8: return triangular(10, 22, 40);
	default: return 3 * exponential();
	}
}

static void serve(int at, uint32_t who) {
	stations[at].busy++;
	schedule(now + service(at, &trucks[who]), who);
}

static void come(int at, uint32_t who) {
	trucks[who].stage = at;
	if (stations[at].busy < stations[at].servers) {
		serve(at, who);
		return;
	}
	trucks[who].joined = now;
	join(&stations[at], who);
}

/* The next arrival by exact inversion of the cumulative rate. */
static double arrival_after(double t) {
	double left = exponential();
	for (;;) {
		const double hour = floor(t / 60), rate = PER_HOUR[(int)hour % 24] / 60, part = ((hour + 1) * 60 - t) * rate;
		if (left < part)
			return t + left / rate;
		left -= part;
		t = (hour + 1) * 60;
	}
}

static void corridor_year(double *out) {
	pending = sequence = used = spares = stays_count = 0;
	for (int i = 0; i < STATIONS; i++) {
		station *s = &stations[i];
		s->servers = SERVERS[i];
		s->busy = 0, s->head = s->count = 0, s->waits = 0;
	}
	schedule(arrival_after(0), ARRIVAL);
	while (pending > 0) {
		const event e = next();
		now = e.at;
		events++;
		if (e.who == ARRIVAL) {
			const uint32_t who = new_truck();
			trucks[who] = (truck){.begun = now, .stage = DRIVE1};
			schedule(now + lognormal(drive1), who);
			const double at = arrival_after(now);
			if (at < YEAR)
				schedule(at, ARRIVAL);
			continue;
		}
		truck *t = &trucks[e.who];
		const int at = t->stage;
		if (at == DRIVE2) {
			note_stay(now - t->begun);
			spare[spares++] = e.who;
			continue;
		}
		if (at != DRIVE1) {
			uint32_t who;
			stations[at].busy--;
			if (admitted(&stations[at], &who))
				serve(at, who);
		}
		switch (at) {
		case DRIVE1: come(0, e.who); break;
		case 2:
			if (t->red) {
				come(3, e.who);
				break;
			} /* fall through */
		case 3: come(uniform() < 0.25 ? 4 : 5, e.who); break;
		case 7: come(uniform() < 0.30 ? 8 : 9, e.who); break;
		case 9:
			t->stage = DRIVE2;
			schedule(now + lognormal(drive2), e.who);
			break;
		default: come(at + 1, e.who);
		}
	}
	qsort(stays, stays_count, sizeof *stays, ascending);
	double sum = 0;
	for (size_t i = 0; i < stays_count; i++)
		sum += stays[i];
	out[0] += sum / stays_count;
	out[1] += stays[(size_t)ceil(0.95 * stays_count) - 1];
	for (int i = 0; i < STATIONS; i++)
		out[2 + i] += stations[i].waits / YEAR;
}

/* M1: M/M/1 at 0.8, a million customers; the mean wait. */
static void one_lane(double *out) {
	const uint32_t customers = 1000000;
	uint32_t come_so_far = 0;
	station *s = &stations[0];
	pending = sequence = used = spares = 0;
	s->servers = 1, s->busy = 0, s->head = s->count = 0, s->waits = 0;
	schedule(1.25 * exponential(), ARRIVAL);
	while (pending > 0) {
		const event e = next();
		now = e.at;
		events++;
		if (e.who == ARRIVAL) {
			const uint32_t who = new_truck();
			trucks[who].joined = now;
			if (s->busy == 0) {
				s->busy = 1;
				schedule(now + exponential(), who);
			} else
				join(s, who);
			if (++come_so_far < customers)
				schedule(now + 1.25 * exponential(), ARRIVAL);
			continue;
		}
		spare[spares++] = e.who;
		s->busy = 0;
		uint32_t who;
		if (admitted(s, &who)) {
			s->busy = 1;
			schedule(now + exponential(), who);
		}
	}
	out[0] += s->waits / customers;
}

int main(int count, char **words) {
	if (count < 2 || (strcmp(words[1], "m1") && strcmp(words[1], "m2"))) {
		fprintf(stderr, "usage: reference m1|m2 [replications [seed]]\n");
		return 2;
	}
	const int corridor = !strcmp(words[1], "m2"), outputs = corridor ? 12 : 1;
	const int replications = count > 2 ? atoi(words[2]) : 20;
	seed(count > 3 ? strtoull(words[3], NULL, 10) : 1);
	stack_layers();
	drive1 = of_mean(180, 0.3), drive2 = of_mean(240, 0.3);
	green = of_mean(5, 0.6), yellow = of_mean(12, 0.6), red = of_mean(10, 0.6), customs_b = of_mean(11, 0.6);
	double out[12] = {0};
	struct timespec from, to;
	clock_gettime(CLOCK_MONOTONIC, &from);
	for (int r = 0; r < replications; r++)
		corridor ? corridor_year(out) : one_lane(out);
	clock_gettime(CLOCK_MONOTONIC, &to);
	const double seconds = (to.tv_sec - from.tv_sec) + (to.tv_nsec - from.tv_nsec) * 1e-9;
	printf("{\"model_events\":%llu,\"wall_s\":%.6f,\"ns_per_event\":%.2f,\"replications\":%d,\"outputs\":[", (unsigned long long)events, seconds,
	       seconds * 1e9 / events, replications);
	for (int i = 0; i < outputs; i++)
		printf("%s%.4f", i ? "," : "", out[i] / replications);
	printf("]}\n");
	return 0;
}
