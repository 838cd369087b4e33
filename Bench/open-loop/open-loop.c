/* Sends events to POST /t/events at a fixed rate, whether or not the answers come, and says how long they took.
 *
 * A latency counts from the moment at which the request was due, so that a server which stalls is charged for all that
 * had to wait meanwhile. One thread; loopback only; bounded in time and in number. See Bench/README.md for the options. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "bodies.h"
#include "histogram.h"

enum { MOST_CONNECTIONS = 4096, MOST_SECONDS = 900, MOST_REQUESTS = 50000000, PATIENCE_MS = 10000, LAST_MS = 5000 };
enum { ANSWER_ROOM = 8192 };

typedef struct {
    int fd, is_busy;
    uint64_t due, sent; /* nanoseconds */
    size_t length, written, received;
    char event[UUID_LENGTH + 1];
    char request[LARGEST_REQUEST], answer[ANSWER_ROOM + 1];
} Connection;

static struct {
    double rate;
    int seconds, warm_up, connections, port;
    const char *log;
    BodyOptions bodies;
} options = {.rate = 1000, .seconds = 10, .connections = 256, .bodies = {.folder = "Bench", .path = "/t/events"}};

static Connection *connections;
static int idle[MOST_CONNECTIONS], idle_count, poller;
static Histogram latencies;
static uint64_t statuses[600], stored, duplicates, dropped, broken, timed_out, unconnected, sent;
static FILE *acknowledged;

static uint64_t now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static _Noreturn void usage(const char *why) {
    fprintf(stderr, "open-loop: %s\nusage: open-loop --port P --tracking tk_… [--rate N] [--seconds S] [--warm-up S]\n"
        "  [--connections N] [--kind page_view|conversion] [--known N] [--path P] [--folder Bench] [--log FILE]\n", why);
    exit(64);
}

static double number(const char *text, double least, double most, const char *name) {
    char *end;
    double value = strtod(text, &end);
    if (*end || value < least || value > most) usage(name);
    return value;
}

static void read_options(int count, char **words) {
    static const struct option known[] = {
        {"port", 1, 0, 'p'},        {"tracking", 1, 0, 't'}, {"rate", 1, 0, 'r'}, {"seconds", 1, 0, 's'},
        {"warm-up", 1, 0, 'w'},     {"kind", 1, 0, 'k'},     {"known", 1, 0, 'n'}, {"path", 1, 0, 'a'},
        {"connections", 1, 0, 'c'}, {"folder", 1, 0, 'f'},   {"log", 1, 0, 'l'},  {0}};
    for (int option; (option = getopt_long(count, words, "", known, NULL)) != -1;) switch (option) {
        case 'p': options.port = (int)number(optarg, 1, 65535, "--port"); break;
        case 't': options.bodies.tracking = optarg; break;
        case 'r': options.rate = number(optarg, 1, 200000, "--rate"); break;
        case 's': options.seconds = (int)number(optarg, 1, MOST_SECONDS, "--seconds"); break;
        case 'w': options.warm_up = (int)number(optarg, 0, 60, "--warm-up"); break;
        case 'c': options.connections = (int)number(optarg, 1, MOST_CONNECTIONS, "--connections"); break;
        case 'n': options.bodies.known = (uint64_t)number(optarg, 0, 1e9, "--known"); break;
        case 'k': options.bodies.kind = strcmp(optarg, "conversion") ? PAGE_VIEW : CONVERSION; break;
        case 'a': options.bodies.path = optarg; break;
        case 'f': options.bodies.folder = optarg; break;
        case 'l': options.log = optarg; break;
        default: usage("unknown option");
    }
    if (!options.port || !options.bodies.tracking) usage("--port and --tracking are needed");
    if (options.rate * (options.seconds + options.warm_up) > MOST_REQUESTS) usage("that is too many");
}

/* Only ever this machine. */
static void open_connection(Connection *connection) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)options.port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    connection->is_busy = 0;
    connection->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    /* A connection to this machine is there or refused at once, so it may block. */
    if (connection->fd < 0 || connect(connection->fd, (struct sockaddr *)&address, sizeof address)) {
        if (connection->fd >= 0) close(connection->fd);
        connection->fd = -1;
        unconnected++;
        return;
    }
    int one = 1;
    setsockopt(connection->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    fcntl(connection->fd, F_SETFL, O_NONBLOCK);
    struct epoll_event wish = {.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, .data.ptr = connection};
    epoll_ctl(poller, EPOLL_CTL_ADD, connection->fd, &wish);
    idle[idle_count++] = (int)(connection - connections);
}

static void forget_idle(const Connection *connection) {
    for (int i = 0; i < idle_count; i++)
        if (idle[i] == (int)(connection - connections)) {
            idle[i] = idle[--idle_count];
            return;
        }
}

static void reopen(Connection *connection, uint64_t *reason) {
    if (connection->is_busy) ++*reason;
    else forget_idle(connection);
    close(connection->fd);
    open_connection(connection);
}

static void write_more(Connection *connection) {
    while (connection->is_busy && connection->written < connection->length) {
        ssize_t count = send(connection->fd, connection->request + connection->written,
            connection->length - connection->written, MSG_NOSIGNAL);
        if (count < 0) {
            if (errno != EAGAIN) reopen(connection, &broken);
            return;
        }
        connection->written += (size_t)count;
    }
}

static void send_next(Bodies *bodies, uint64_t due) {
    Connection *connection = &connections[idle[--idle_count]];
    connection->is_busy = 1;
    connection->due = due;
    connection->sent = now(CLOCK_MONOTONIC);
    connection->written = connection->received = 0;
    connection->length = bodies_next(bodies, now(CLOCK_REALTIME) / 1000000, connection->request, connection->event);
    sent++;
    write_more(connection);
}

/* The length of the whole answer, or 0 while its head is not there. */
static size_t answer_length(const Connection *connection) {
    const char *end = memmem(connection->answer, connection->received, "\r\n\r\n", 4);
    if (!end) return 0;
    const char *length = strcasestr(connection->answer, "\r\ncontent-length:");
    return (size_t)(end - connection->answer) + 4 + (length && length < end ? strtoul(length + 17, NULL, 10) : 0);
}

static void take_answer(Connection *connection, uint64_t counts_from) {
    unsigned status = (unsigned)atoi(connection->answer + 9);
    statuses[status < 600 ? status : 0]++;
    if (strstr(connection->answer, "\"stored\"")) stored++;
    else if (strstr(connection->answer, "\"duplicate\"")) duplicates++;
    else if (strstr(connection->answer, "\"dropped\"")) dropped++;
    if (acknowledged && status == 202) fprintf(acknowledged, "%s\n", connection->event);
    if (connection->due >= counts_from) histogram_add(&latencies, (now(CLOCK_MONOTONIC) - connection->due) / 1000);
    connection->is_busy = 0;
    idle[idle_count++] = (int)(connection - connections);
}

static void read_more(Connection *connection, uint64_t counts_from) {
    for (;;) {
        ssize_t count = recv(connection->fd, connection->answer + connection->received,
            ANSWER_ROOM - connection->received, 0);
        if (count < 0 && errno == EAGAIN) return;
        if (count <= 0) return reopen(connection, &broken);
        connection->received += (size_t)count;
        connection->answer[connection->received] = 0;
        size_t length = answer_length(connection);
        if (!connection->is_busy || connection->received == ANSWER_ROOM) return reopen(connection, &broken);
        if (!length || connection->received < length) continue;
        take_answer(connection, counts_from);
        if (strcasestr(connection->answer, "connection: close")) return reopen(connection, &broken);
        connection->received = 0;
    }
}

/* Gives up on what waits too long, and tries anew to connect. */
static void look_after(uint64_t moment) {
    for (int i = 0; i < options.connections; i++) {
        Connection *connection = &connections[i];
        if (connection->fd < 0) open_connection(connection);
        else if (connection->is_busy && moment - connection->sent > PATIENCE_MS * 1000000ull)
            reopen(connection, &timed_out);
    }
}

static void poll_until(uint64_t wanted, uint64_t counts_from) {
    struct epoll_event events[512];
    uint64_t moment = now(CLOCK_MONOTONIC), left = wanted > moment ? wanted - moment : 0;
    struct timespec patience = {.tv_sec = (long)(left / 1000000000), .tv_nsec = (long)(left % 1000000000)};
    int count = epoll_pwait2(poller, events, 512, &patience, NULL);
    for (int i = 0; i < count; i++) {
        Connection *connection = events[i].data.ptr;
        if (connection->fd < 0) continue;
        if (events[i].events & EPOLLOUT) write_more(connection);
        if (events[i].events & (EPOLLIN | EPOLLRDHUP | EPOLLERR | EPOLLHUP)) read_more(connection, counts_from);
    }
}

static int is_over(uint64_t due_count, uint64_t total, uint64_t moment, uint64_t end) {
    if (due_count < total) return moment > end + LAST_MS * 1000000ull;
    int open = 0;
    for (int i = 0; i < options.connections; i++) open += connections[i].fd >= 0;
    return idle_count == open || moment > end + LAST_MS * 1000000ull;
}

static void report(uint64_t taken, uint64_t total) {
    double seconds = (double)taken / 1e9;
    printf("asked %.0f a second for %d s; sent %llu of %llu, answered %.0f a second over %.2f s\n", options.rate,
        options.seconds + options.warm_up, (unsigned long long)sent, (unsigned long long)total,
        (double)(stored + duplicates + dropped ? stored + duplicates + dropped : statuses[204]) / seconds, seconds);
    printf("latency from the due moment, ms: p50 %.2f, p90 %.2f, p99 %.2f, p99.9 %.2f, max %.2f (%llu answers)\n",
        (double)histogram_part(&latencies, 0.5) / 1e3, (double)histogram_part(&latencies, 0.9) / 1e3,
        (double)histogram_part(&latencies, 0.99) / 1e3, (double)histogram_part(&latencies, 0.999) / 1e3,
        (double)latencies.largest / 1e3, (unsigned long long)latencies.count);
    printf("stored %llu, duplicate %llu, dropped %llu, cut off %llu, timed out %llu, not connected %llu; status",
        (unsigned long long)stored, (unsigned long long)duplicates, (unsigned long long)dropped,
        (unsigned long long)broken, (unsigned long long)timed_out, (unsigned long long)unconnected);
    for (unsigned status = 0; status < 600; status++)
        if (statuses[status]) printf(" %u: %llu", status, (unsigned long long)statuses[status]);
    printf("\n");
}

int main(int count, char **words) {
    read_options(count, words);
    char host[32];
    snprintf(host, sizeof host, "127.0.0.1:%d", options.port);
    options.bodies.host = host;
    Bodies *bodies = bodies_read(&options.bodies);
    connections = calloc((size_t)options.connections, sizeof *connections);
    if (options.log && !(acknowledged = fopen(options.log, "w"))) usage("cannot write the --log");
    prctl(PR_SET_TIMERSLACK, 1);
    poller = epoll_create1(EPOLL_CLOEXEC);
    for (int i = 0; i < options.connections; i++) open_connection(&connections[i]);

    uint64_t start = now(CLOCK_MONOTONIC), due_count = 0, looked = start;
    uint64_t total = (uint64_t)(options.rate * (options.seconds + options.warm_up));
    uint64_t end = start + (uint64_t)(options.seconds + options.warm_up) * 1000000000;
    uint64_t counts_from = start + (uint64_t)options.warm_up * 1000000000, moment = start;
    while (!is_over(due_count, total, moment, end)) {
        uint64_t due = start + (uint64_t)((double)due_count * 1e9 / options.rate);
        for (; due_count < total && due <= moment && idle_count; due_count++) {
            send_next(bodies, due);
            due = start + (uint64_t)((double)(due_count + 1) * 1e9 / options.rate);
        }
        /* What is due while every connection waits is sent when one is free, and charged from its due moment. */
        poll_until(due_count < total && idle_count ? due : moment + 1000000, counts_from);
        moment = now(CLOCK_MONOTONIC);
        if (moment - looked > 100000000) look_after(looked = moment);
    }
    report(moment - start, total);
    return stored + statuses[204] ? 0 : 1;
}
