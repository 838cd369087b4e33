#pragma once

/// A file of `files/`, embedded in the binary.
typedef struct {
    const char *name;
    const unsigned char *bytes;
    unsigned long size;
} hw_asset;

/// The file at a place of the table, or null behind its end.
const hw_asset *hw_asset_at(unsigned long index);

/// The same for the templates of the console, which have a file of their own.
const hw_asset *hw_console_template_at(unsigned long index);

/// The same for the templates of reports.
const hw_asset *hw_report_template_at(unsigned long index);
