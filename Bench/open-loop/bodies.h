/* The requests of the load tests: put together once, but for the ids, the times and the e-mail address. */
#ifndef BODIES_H
#define BODIES_H

#include <stddef.h>
#include <stdint.h>

typedef enum { PAGE_VIEW, CONVERSION } Kind;

typedef struct Bodies Bodies;

typedef struct {
    Kind kind;
    const char *folder;   /* where corpus.tsv and the templates are */
    const char *tracking; /* the account's tracking id */
    const char *host;     /* for the Host header */
    const char *path;     /* usually /t/events */
    uint64_t known;       /* contacts that `headwater bench fill` made */
} BodyOptions;

enum { LARGEST_REQUEST = 16384, UUID_LENGTH = 36 };

/* Ends the process when a file is missing or not as it must be. */
Bodies *bodies_read(const BodyOptions *options);

/* Writes a request of at most LARGEST_REQUEST bytes and the id of its event; returns the request's length. */
size_t bodies_next(Bodies *bodies, uint64_t now_ms, char *request, char event[UUID_LENGTH + 1]);

#endif
