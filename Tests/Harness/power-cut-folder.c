// Keeps, beside the folder of the processes it is preloaded into, a copy as the disk would have it after a power cut.
//   POWER_CUT_FOLDER=/x/data POWER_CUT_DISK=/x/disk LD_PRELOAD=./power-cut-folder.so postgres -D /x/data …
// Both folders exist and are equal when the first of the processes starts.
//
// A file has on the disk what it held when one of the processes last wrote it out (`fsync`, `fdatasync`). Names,
// folders and lengths go through an ordered journal, as with ext4: nothing of it is on the disk until anything is
// written out, then all of it up to there, in its order. So a file that was made but never written out is gone or
// empty, and a rename without its folder's `fsync` may be undone.
//
// Taken for granted: the journal itself is never torn, and what is 4 KiB or less is written whole or not at all.
// `sync_file_range` promises nothing, so nothing is on the disk because of it. Not looked after: `O_DSYNC` and memory
// maps, which PostgreSQL does not use by default for what has to last.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

enum kind { CREATE, MAKE_FOLDER, REMOVE, REMOVE_FOLDER, RENAME, LINK, CUT_TO };

// One entry of the journal; paths are those on the disk.
struct entry {
    enum kind kind;
    off_t length;
    char path[PATH_MAX];
    char other[PATH_MAX];
};

static void give_up(const char *why) {
    perror(why);
    abort();
}

static const char *setting(const char *name) {
    const char *value = getenv(name);
    if (value == NULL) give_up(name);
    return value;
}

// Where a path is on the disk; says whether it is in the folder at all.
static int on_disk(const char *path, char *disk) {
    char whole[PATH_MAX * 2];
    const char *folder = setting("POWER_CUT_FOLDER");
    size_t length = strlen(folder);
    if (path[0] == '/') {
        snprintf(whole, sizeof whole, "%s", path);
    } else {
        char here[PATH_MAX];
        if (getcwd(here, sizeof here) == NULL) give_up("power-cut: no folder");
        snprintf(whole, sizeof whole, "%s/%s", here, path);
    }
    if (strncmp(whole, folder, length) != 0 || whole[length] != '/') return 0;
    return snprintf(disk, PATH_MAX, "%s%s", setting("POWER_CUT_DISK"), whole + length) < PATH_MAX;
}

static int open_beside(const char *ending, int flags) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s%s", setting("POWER_CUT_DISK"), ending);
    int descriptor = NEXT(open)(path, flags | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) give_up("power-cut: cannot open");
    return descriptor;
}

// A deed and its entry are one to all processes. Closing what this returns unlocks, and so does being killed.
static int lock(void) {
    int descriptor = open_beside(".lock", O_RDWR);
    if (flock(descriptor, LOCK_EX) != 0) give_up("power-cut: cannot lock");
    return descriptor;
}

static void note(struct entry *entry) {
    int journal = open_beside(".journal", O_WRONLY | O_APPEND);
    if (write(journal, entry, sizeof *entry) != sizeof *entry) give_up("power-cut: cannot note");
    close(journal);
}

// What fails was done already, or is about something that never came to the disk.
static void carry_out(const struct entry *entry) {
    int made;
    switch (entry->kind) {
    case CREATE:
        made = NEXT(open)(entry->path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        if (made >= 0) close(made);
        break;
    case MAKE_FOLDER: NEXT(mkdir)(entry->path, 0700); break;
    case REMOVE: NEXT(unlink)(entry->path); break;
    case REMOVE_FOLDER: NEXT(rmdir)(entry->path); break;
    case RENAME: NEXT(rename)(entry->path, entry->other); break;
    case LINK: NEXT(link)(entry->path, entry->other); break;
    case CUT_TO: (void)!NEXT(truncate)(entry->path, entry->length); break;
    }
}

static void copy(int from, int to) {
    char buffer[1 << 16];
    off_t place = 0;
    ssize_t got;
    while ((got = pread(from, buffer, sizeof buffer, place)) > 0) {
        if (pwrite(to, buffer, (size_t)got, place) != got) give_up("power-cut: cannot copy");
        place += got;
    }
    if (got < 0 || NEXT(ftruncate)(to, place) != 0) give_up("power-cut: cannot end a copy");
}

static void write_out(int descriptor) {
    char link[64], path[PATH_MAX], disk[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return;
    path[length] = 0;
    int lock_held = lock();
    int journal = open_beside(".journal", O_RDWR);
    struct entry entry;
    while (read(journal, &entry, sizeof entry) == sizeof entry) carry_out(&entry);
    if (NEXT(ftruncate)(journal, 0) != 0) give_up("power-cut: cannot end the journal");
    close(journal);
    struct stat facts;
    if (fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_nlink > 0 && on_disk(path, disk)) {
        int from = NEXT(open)(link, O_RDONLY | O_CLOEXEC), to = NEXT(open)(disk, O_WRONLY | O_CLOEXEC);
        if (from < 0 || to < 0) give_up(disk);
        copy(from, to);
        close(from);
        close(to);
    }
    close(lock_held);
}

// A slow disk for the log: there shall be something to lose.
int fdatasync(int descriptor) {
    usleep(5000);
    write_out(descriptor);
    return 0;
}

int fsync(int descriptor) {
    write_out(descriptor);
    return 0;
}

// Does it, and notes it when it succeeded.
static int change(enum kind kind, const char *path, const char *other, off_t length) {
    struct entry entry = {.kind = kind, .length = length};
    int is_ours = on_disk(path, entry.path) && (other == NULL || on_disk(other, entry.other));
    int lock_held = is_ours ? lock() : -1;
    int result = -1;
    switch (kind) {
    case MAKE_FOLDER: result = NEXT(mkdir)(path, (mode_t)length); break;
    case REMOVE: result = NEXT(unlink)(path); break;
    case REMOVE_FOLDER: result = NEXT(rmdir)(path); break;
    case RENAME: result = NEXT(rename)(path, other); break;
    case LINK: result = NEXT(link)(path, other); break;
    case CUT_TO: result = NEXT(truncate)(path, length); break;
    case CREATE: break;
    }
    if (is_ours && result == 0) note(&entry);
    if (is_ours) close(lock_held);
    return result;
}

int mkdir(const char *path, mode_t mode) { return change(MAKE_FOLDER, path, NULL, mode); }
int unlink(const char *path) { return change(REMOVE, path, NULL, 0); }
int rmdir(const char *path) { return change(REMOVE_FOLDER, path, NULL, 0); }
int rename(const char *from, const char *to) { return change(RENAME, from, to, 0); }
int link(const char *from, const char *to) { return change(LINK, from, to, 0); }
int truncate(const char *path, off_t length) { return change(CUT_TO, path, NULL, length); }
int truncate64(const char *path, off_t length) { return truncate(path, length); }

int ftruncate(int descriptor, off_t length) {
    char link[64], path[PATH_MAX];
    struct entry entry = {.kind = CUT_TO, .length = length};
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t got = readlink(link, path, sizeof path - 1);
    if (got <= 0) return NEXT(ftruncate)(descriptor, length);
    path[got] = 0;
    if (!on_disk(path, entry.path)) return NEXT(ftruncate)(descriptor, length);
    int lock_held = lock();
    int result = NEXT(ftruncate)(descriptor, length);
    if (result == 0) note(&entry);
    close(lock_held);
    return result;
}

int ftruncate64(int descriptor, off_t length) { return ftruncate(descriptor, length); }

// Before a file is opened to be made or emptied; returns what unlocks, -1 when there is nothing to note.
static int begin_making(const char *path, int empties, struct entry *entry) {
    if (!on_disk(path, entry->path)) return -1;
    int lock_held = lock();
    struct stat facts;
    int is_there = stat(path, &facts) == 0;
    entry->kind = is_there ? CUT_TO : CREATE;
    entry->length = 0;
    if (!is_there || (empties && S_ISREG(facts.st_mode))) return lock_held;
    close(lock_held);
    return -1;
}

static void end_making(int lock_held, int is_made, struct entry *entry) {
    if (lock_held < 0) return;
    if (is_made) note(entry);
    close(lock_held);
}

int open(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    struct entry entry;
    int lock_held = flags & (O_CREAT | O_TRUNC) ? begin_making(path, flags & O_TRUNC, &entry) : -1;
    if (lock_held >= 0 && entry.kind == CREATE && !(flags & O_CREAT)) {
        close(lock_held);
        lock_held = -1;
    }
    int descriptor = NEXT(open)(path, flags, mode);
    end_making(lock_held, descriptor >= 0, &entry);
    return descriptor;
}

int open64(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open(path, flags, mode);
}

FILE *fopen(const char *path, const char *mode) {
    struct entry entry;
    int lock_held = mode[0] == 'r' ? -1 : begin_making(path, mode[0] == 'w', &entry);
    FILE *file = NEXT(fopen)(path, mode);
    end_making(lock_held, file != NULL, &entry);
    return file;
}

FILE *fopen64(const char *path, const char *mode) { return fopen(path, mode); }
