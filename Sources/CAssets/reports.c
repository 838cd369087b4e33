#include "assets.h"

// #embed is C23; the compiler that comes with Swift has it in every mode and says so with a warning. The templates of
// reports, each by three lines and its line in the table.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char console_chart_mustache[] = {
#embed "files/console/chart.mustache"
};
static const unsigned char console_reports_contacts_mustache[] = {
#embed "files/console/reports-contacts.mustache"
};
static const unsigned char console_report_form_mustache[] = {
#embed "files/console/report-form.mustache"
};
static const unsigned char console_reports_waiting_mustache[] = {
#embed "files/console/reports-waiting.mustache"
};
static const unsigned char console_reports_mustache[] = {
#embed "files/console/reports.mustache"
};

#define ASSET(name, bytes) {name, bytes, sizeof bytes}

static const hw_asset templates[] = {
    ASSET("console/chart.mustache", console_chart_mustache),
    ASSET("console/reports-contacts.mustache", console_reports_contacts_mustache),
    ASSET("console/report-form.mustache", console_report_form_mustache),
    ASSET("console/reports-waiting.mustache", console_reports_waiting_mustache),
    ASSET("console/reports.mustache", console_reports_mustache),
};

const hw_asset *hw_report_template_at(unsigned long index) {
    return index < sizeof templates / sizeof templates[0] ? &templates[index] : 0;
}
