// Keeps, beside each database file of the process it is preloaded into, a copy as the disk would have it after a power
// cut: `X.disk` holds what `X` held when it was last written out (`fdatasync`, `fsync`), and nothing that came after.
//   LD_PRELOAD=./power-cut.so headwater serve …
// POWER_CUT_FAILS_AT=n: after its nth `fdatasync` the disk is broken: the call fails, and what it should have written
// out stays in memory, as Linux leaves it. POWER_CUT_KEEPS_DISK: a copy that is there is what the disk has.
// Looks after files whose names end in `.sqlite` or `.sqlite-wal`. That a file is there at all is taken for granted.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_FILES 16
#define MOST_RANGES (1 << 20)

struct range {
    off_t start;
    size_t length;
};

struct file {
    char path[PATH_MAX];
    int disk;
    struct range *ranges;
    size_t count;
};

static struct file files[MOST_FILES];
static size_t file_count;
static long syncs_until_failure = -1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fdatasync)(int);
static int (*real_fsync)(int);

__attribute__((constructor)) static void find(void) {
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    if (getenv("POWER_CUT_FAILS_AT") != NULL) syncs_until_failure = atol(getenv("POWER_CUT_FAILS_AT"));
}

static int ends_in(const char *text, const char *end) {
    size_t length = strlen(text), wanted = strlen(end);
    return length >= wanted && strcmp(text + length - wanted, end) == 0;
}

static void give_up(const char *why) {
    fprintf(stderr, "power-cut: %s\n", why);
    abort();
}

static void copy(struct file *file, int from, struct range range) {
    static char buffer[1 << 16];
    while (range.length > 0) {
        size_t wanted = range.length < sizeof buffer ? range.length : sizeof buffer;
        ssize_t got = pread(from, buffer, wanted, range.start);
        if (got <= 0) return;
        if (real_pwrite(file->disk, buffer, (size_t)got, range.start) != got) give_up("cannot copy");
        range.start += got;
        range.length -= (size_t)got;
    }
}

// What the file held before this process wrote to it counts as written out.
static struct file *begin(const char *path, int from) {
    if (file_count == MOST_FILES) give_up("too many files");
    struct file *file = &files[file_count++];
    strcpy(file->path, path);
    char disk[PATH_MAX + 8];
    snprintf(disk, sizeof disk, "%s.disk", path);
    int is_kept = getenv("POWER_CUT_KEEPS_DISK") != NULL && access(disk, F_OK) == 0;
    file->disk = open(disk, O_RDWR | O_CREAT | (is_kept ? 0 : O_TRUNC) | O_CLOEXEC, 0600);
    file->ranges = malloc(MOST_RANGES * sizeof *file->ranges);
    if (file->disk < 0 || file->ranges == NULL) give_up("cannot begin");
    struct stat facts;
    if (!is_kept && fstat(from, &facts) == 0) copy(file, from, (struct range){0, (size_t)facts.st_size});
    return file;
}

// The file behind a descriptor, if it is one to be looked after.
static struct file *of(int descriptor) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return NULL;
    path[length] = 0;
    if (!ends_in(path, ".sqlite") && !ends_in(path, ".sqlite-wal")) return NULL;
    for (size_t index = 0; index < file_count; index++) {
        if (strcmp(files[index].path, path) == 0) return &files[index];
    }
    return begin(path, descriptor);
}

// Under the lock: else the copy could be taken between the note and the write.
ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off_t offset) {
    pthread_mutex_lock(&lock);
    struct file *file = of(descriptor);
    if (file != NULL) {
        if (file->count == MOST_RANGES) give_up("too much that is not written out");
        file->ranges[file->count++] = (struct range){offset, count};
    }
    ssize_t written = real_pwrite(descriptor, bytes, count, offset);
    pthread_mutex_unlock(&lock);
    return written;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    return pwrite64(descriptor, bytes, count, offset);
}

// What is being written while this runs may be taken along: a disk may do that, too.
static void write_out(int descriptor) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    pthread_mutex_lock(&lock);
    struct file *file = of(descriptor);
    if (file != NULL) {
        int from = open(link, O_RDONLY | O_CLOEXEC);
        struct stat facts;
        if (from < 0 || fstat(from, &facts) != 0) give_up("cannot read");
        for (size_t index = 0; index < file->count; index++) copy(file, from, file->ranges[index]);
        file->count = 0;
        if (ftruncate(file->disk, facts.st_size) != 0) give_up("cannot shorten");
        close(from);
    }
    pthread_mutex_unlock(&lock);
}

// What should have been written out counts as such from then on.
static int fail(int descriptor) {
    pthread_mutex_lock(&lock);
    struct file *file = of(descriptor);
    if (file != NULL) file->count = 0;
    pthread_mutex_unlock(&lock);
    errno = EIO;
    return -1;
}

static int is_broken(void) {
    pthread_mutex_lock(&lock);
    int is_broken = syncs_until_failure == 0;
    if (syncs_until_failure > 0) syncs_until_failure--;
    pthread_mutex_unlock(&lock);
    return is_broken;
}

// A slow disk: there shall be something to lose.
int fdatasync(int descriptor) {
    usleep(5000);
    if (is_broken()) return fail(descriptor);
    int result = real_fdatasync(descriptor);
    if (result == 0) write_out(descriptor);
    return result;
}

int fsync(int descriptor) {
    int result = real_fsync(descriptor);
    if (result == 0) write_out(descriptor);
    return result;
}
