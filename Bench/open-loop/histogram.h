/* Latencies in microseconds, in buckets whose width is at most a 32nd of what they hold. */
#ifndef HISTOGRAM_H
#define HISTOGRAM_H

#include <stdint.h>

enum { STEPS = 64, OCTAVES = 36 };

typedef struct {
    uint64_t count, largest;
    uint64_t buckets[OCTAVES * STEPS];
} Histogram;

static inline unsigned bucket_of(uint64_t value) {
    if (value < STEPS) return (unsigned)value;
    unsigned octave = 63 - (unsigned)__builtin_clzll(value) - 5; /* 64…127 is the first above the plain ones */
    unsigned bucket = octave * STEPS + (unsigned)(value >> octave) % STEPS;
    return bucket < OCTAVES * STEPS ? bucket : OCTAVES * STEPS - 1;
}

/* The upper end of a bucket. */
static inline uint64_t top_of(unsigned bucket) {
    unsigned octave = bucket / STEPS;
    if (octave == 0) return bucket;
    return ((uint64_t)(bucket % STEPS + 1) << octave) - 1;
}

static inline void histogram_add(Histogram *histogram, uint64_t value) {
    histogram->count++;
    if (value > histogram->largest) histogram->largest = value;
    histogram->buckets[bucket_of(value)]++;
}

/* The value that `share` of all do not exceed. */
static inline uint64_t histogram_part(const Histogram *histogram, double share) {
    uint64_t wanted = (uint64_t)(share * (double)histogram->count + 0.5), seen = 0;
    for (unsigned bucket = 0; bucket < OCTAVES * STEPS; bucket++) {
        seen += histogram->buckets[bucket];
        if (seen >= wanted && seen > 0) {
            uint64_t top = top_of(bucket);
            return top < histogram->largest ? top : histogram->largest;
        }
    }
    return histogram->largest;
}

#endif
