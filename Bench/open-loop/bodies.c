#include "bodies.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LANDINGS = 1000, REMEMBERED = 8192, MARKS = 24, EMAIL_LENGTH = 32 };

/* What changes from request to request; the rest of a template is filled in when it is made. */
typedef enum { EVENT, SESSION, VISITOR, NOW, ARRIVED, ISNEW, EMAIL, NAMES } Name;

static const struct {
    const char *mark;
    size_t length;
} names[NAMES] = {
    {"@EVENT@", UUID_LENGTH}, {"@SESSION@", UUID_LENGTH}, {"@VISITOR@", UUID_LENGTH}, {"@NOW@", 13},
    {"@ARRIVED@", 13},        {"@ISNEW@", 5},             {"@EMAIL@", EMAIL_LENGTH},
};

/* A whole request with room for what changes. */
typedef struct {
    char *text;
    size_t length;
    unsigned marks;
    struct {
        Name name;
        size_t at;
    } mark[MARKS];
} Template;

typedef struct {
    char id[UUID_LENGTH + 1], session[UUID_LENGTH + 1], email[EMAIL_LENGTH + 1];
    unsigned landing;
    uint64_t arrived;
} Visitor;

struct Bodies {
    BodyOptions options;
    unsigned landings;
    Template arrivals[LANDINGS], others[LANDINGS]; /* the landing itself, and a later page of the session */
    Visitor visitors[REMEMBERED];
    unsigned remembered, place;
    uint64_t requests, chance;
};

static void fail(const char *what, const char *on) {
    fprintf(stderr, "open-loop: %s %s\n", what, on);
    exit(1);
}

static char *read_file(const char *folder, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file) fail("cannot read", path);
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *text = calloc(1, (size_t)length + 1);
    if (!text || fread(text, 1, (size_t)length, file) != (size_t)length) fail("cannot read", path);
    fclose(file);
    return text;
}

/* Cuts the next line off; NULL after the last. */
static char *next_line(char **rest) {
    if (!**rest) return NULL;
    char *line = *rest, *end = strchr(line, '\n');
    *rest = end ? end + 1 : line + strlen(line);
    if (end) *end = 0;
    return line;
}

/* splitmix64 */
static uint64_t by_chance(Bodies *bodies) {
    uint64_t word = bodies->chance += 0x9E3779B97F4A7C15;
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9;
    word = (word ^ word >> 27) * 0x94D049BB133111EB;
    return word ^ word >> 31;
}

/* Copies `from` to `to`, the marks that `values` knows replaced; the others stay. */
static void substitute(char *to, size_t room, const char *from, const char *const values[][2]) {
    size_t length = 0;
    while (*from) {
        const char *value = NULL;
        size_t skip = 1;
        for (unsigned i = 0; *from == '@' && values[i][0]; i++)
            if (!strncmp(from, values[i][0], strlen(values[i][0]))) {
                value = values[i][1];
                skip = strlen(values[i][0]);
            }
        size_t more = value ? strlen(value) : 1;
        if (length + more >= room) fail("too long:", from);
        memcpy(to + length, value ? value : from, more);
        length += more;
        from += skip;
    }
    to[length] = 0;
}

/* Replaces the marks of what changes by room for it, and remembers where that is. */
static void mark(Template *made, const char *request) {
    made->text = malloc(LARGEST_REQUEST);
    made->length = 0;
    while (*request) {
        Name name = 0;
        while (name < NAMES && strncmp(request, names[name].mark, strlen(names[name].mark))) name++;
        if (made->length + UUID_LENGTH >= LARGEST_REQUEST || made->marks == MARKS) fail("too long:", request);
        if (name == NAMES) {
            made->text[made->length++] = *request++;
            continue;
        }
        made->mark[made->marks].name = name;
        made->mark[made->marks++].at = made->length;
        made->length += names[name].length;
        request += strlen(names[name].mark);
    }
}

static void prepare(Template *made, const Bodies *bodies, const char *body, const char *agent, const char *origin) {
    char request[LARGEST_REQUEST];
    Template alone = {0};
    mark(&alone, body);
    free(alone.text);
    int length = snprintf(request, sizeof request,
        "POST %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: %s\r\nAccept: */*\r\nAccept-Language: en-US,en;q=0.9\r\n"
        "Accept-Encoding: gzip, deflate, br\r\nOrigin: %s\r\nContent-Type: text/plain;charset=UTF-8\r\n"
        "Content-Length: %zu\r\n\r\n%s", bodies->options.path, bodies->options.host, agent, origin, alone.length, body);
    if (length >= (int)sizeof request) fail("too long:", body);
    mark(made, request);
}

Bodies *bodies_read(const BodyOptions *options) {
    static const char *const pages[] = {
        "/", "/treatments", "/prices", "/about", "/contact", "/book", "/botox", "/team"};
    Bodies *bodies = calloc(1, sizeof *bodies);
    bodies->options = *options;
    FILE *source = fopen("/dev/urandom", "rb");
    if (!source || fread(&bodies->chance, sizeof bodies->chance, 1, source) != 1) fail("no", "/dev/urandom");
    fclose(source);

    char *text = read_file(options->folder, options->kind == CONVERSION ? "conversion.json" : "page-view.json");
    char *rest = text, *format = next_line(&rest), *agents[64], *line;
    unsigned agent_count = 0;
    char *agent_text = read_file(options->folder, "user-agents.txt"), *corpus = read_file(options->folder, "corpus.tsv");
    for (rest = agent_text; agent_count < 64 && (line = next_line(&rest));) agents[agent_count++] = line;
    for (rest = corpus; bodies->landings < LANDINGS && (line = next_line(&rest));) {
        char *referrer = strchr(line, '\t'), origin[300], page[400], body[LARGEST_REQUEST];
        if (!referrer) fail("no tab in", line);
        *referrer++ = 0;
        unsigned n = bodies->landings++;
        size_t host = strcspn(strstr(line, "//") + 2, "/?");
        snprintf(origin, sizeof origin, "%.*s", (int)(strstr(line, "//") - line + 2 + (long)host), line);
        snprintf(page, sizeof page, "%s%s", origin, pages[n % 8]);
        for (int later = 0; later < 2; later++) {
            const char *const values[][2] = {
                {"@TRACKING@", options->tracking}, {"@LANDING@", line}, {"@REFERRER@", referrer},
                {"@URL@", later ? page : line}, {"@FROM@", later ? line : referrer}, {NULL, NULL}};
            substitute(body, sizeof body, format, values);
            prepare(&(later ? bodies->others : bodies->arrivals)[n], bodies, body, agents[n % agent_count], origin);
        }
    }
    free(text), free(agent_text), free(corpus);
    return bodies;
}

static void uuid(Bodies *bodies, uint64_t now, char to[UUID_LENGTH + 1]) {
    uint64_t high = by_chance(bodies), low = by_chance(bodies);
    snprintf(to, UUID_LENGTH + 1, "%08x-%04x-7%03x-8%03x-%012llx", (unsigned)(now >> 16), (unsigned)(now & 0xFFFF),
        (unsigned)(high & 0xFFF), (unsigned)(high >> 12 & 0xFFF), (unsigned long long)(low & 0xFFFFFFFFFFFF));
}

static Visitor *new_visitor(Bodies *bodies, uint64_t now) {
    Visitor *visitor = &bodies->visitors[bodies->place++ % REMEMBERED];
    if (bodies->remembered < REMEMBERED) bodies->remembered++;
    uuid(bodies, now, visitor->id);
    uuid(bodies, now, visitor->session);
    snprintf(visitor->email, sizeof visitor->email, "new-%016llx@example.com", (unsigned long long)by_chance(bodies));
    visitor->landing = (unsigned)(by_chance(bodies) % bodies->landings);
    visitor->arrived = now;
    return visitor;
}

/* One visitor in three is new; of those who convert, half are contacts already. */
static Visitor *choose(Bodies *bodies, uint64_t now, int *is_new) {
    unsigned share = bodies->options.kind == CONVERSION ? 2 : 3;
    *is_new = bodies->requests++ % share == 0;
    if (*is_new || !bodies->remembered) return new_visitor(bodies, now);
    if (bodies->options.kind == PAGE_VIEW || !bodies->options.known)
        return &bodies->visitors[by_chance(bodies) % bodies->remembered];
    Visitor *visitor = new_visitor(bodies, now);
    unsigned long long n = by_chance(bodies) % bodies->options.known % 1000000000000000;
    snprintf(visitor->id, sizeof visitor->id, "00000000-0000-7000-8000-%012llx", 3 * n);
    snprintf(visitor->email, sizeof visitor->email, "lead-%015llu@example.com", n);
    return visitor;
}

size_t bodies_next(Bodies *bodies, uint64_t now, char *request, char event[UUID_LENGTH + 1]) {
    int is_new;
    const Visitor *visitor = choose(bodies, now, &is_new);
    const Template *made = &(is_new ? bodies->arrivals : bodies->others)[visitor->landing];
    char moment[21], arrived[21];
    snprintf(moment, sizeof moment, "%013llu", (unsigned long long)now);
    snprintf(arrived, sizeof arrived, "%013llu", (unsigned long long)visitor->arrived);
    uuid(bodies, now, event);
    const char *values[NAMES] = {
        event, visitor->session, visitor->id, moment, arrived, is_new ? " true" : "false", visitor->email};
    memcpy(request, made->text, made->length);
    for (unsigned i = 0; i < made->marks; i++)
        memcpy(request + made->mark[i].at, values[made->mark[i].name], names[made->mark[i].name].length);
    return made->length;
}
