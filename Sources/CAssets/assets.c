#include "assets.h"

// #embed is C23; the compiler that comes with Swift has it in every mode and says so with a warning. A file is embedded
// by the three lines below and its line in the table; a test finds the ones that were forgotten.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char charts_css[] = {
#embed "files/charts.css"
};
static const unsigned char console_board_css[] = {
#embed "files/console-board.css"
};
static const unsigned char console_board_js[] = {
#embed "files/console-board.js"
};
static const unsigned char console_dashboards_css[] = {
#embed "files/console-dashboards.css"
};
static const unsigned char console_dashboards_js[] = {
#embed "files/console-dashboards.js"
};
static const unsigned char console_pages_css[] = {
#embed "files/console-pages.css"
};
static const unsigned char console_ads_css[] = {
#embed "files/console-ads.css"
};
static const unsigned char console_reports_css[] = {
#embed "files/console-reports.css"
};
static const unsigned char console_reports_js[] = {
#embed "files/console-reports.js"
};
static const unsigned char console_rules_css[] = {
#embed "files/console-rules.css"
};
static const unsigned char console_rules_js[] = {
#embed "files/console-rules.js"
};
static const unsigned char console_css[] = {
#embed "files/console.css"
};
static const unsigned char console_js[] = {
#embed "files/console.js"
};
static const unsigned char demo_arrival_js[] = {
#embed "files/demo/arrival.js"
};
static const unsigned char demo_arrive_js[] = {
#embed "files/demo/arrive.js"
};
static const unsigned char demo_arrive_mustache[] = {
#embed "files/demo/arrive.mustache"
};
static const unsigned char demo_art_castellanos_svg[] = {
#embed "files/demo/art/castellanos.svg"
};
static const unsigned char demo_art_facials_svg[] = {
#embed "files/demo/art/facials.svg"
};
static const unsigned char demo_art_home_svg[] = {
#embed "files/demo/art/home.svg"
};
static const unsigned char demo_art_injectables_svg[] = {
#embed "files/demo/art/injectables.svg"
};
static const unsigned char demo_art_journal_svg[] = {
#embed "files/demo/art/journal.svg"
};
static const unsigned char demo_art_laser_svg[] = {
#embed "files/demo/art/laser.svg"
};
static const unsigned char demo_art_lindqvist_svg[] = {
#embed "files/demo/art/lindqvist.svg"
};
static const unsigned char demo_art_mark_svg[] = {
#embed "files/demo/art/mark.svg"
};
static const unsigned char demo_art_microneedling_svg[] = {
#embed "files/demo/art/microneedling.svg"
};
static const unsigned char demo_art_okafor_svg[] = {
#embed "files/demo/art/okafor.svg"
};
static const unsigned char demo_art_raman_svg[] = {
#embed "files/demo/art/raman.svg"
};
static const unsigned char demo_art_winter_svg[] = {
#embed "files/demo/art/winter.svg"
};
static const unsigned char demo_consult_mustache[] = {
#embed "files/demo/consult.mustache"
};
static const unsigned char demo_contact_mustache[] = {
#embed "files/demo/contact.mustache"
};
static const unsigned char demo_foot_mustache[] = {
#embed "files/demo/foot.mustache"
};
static const unsigned char demo_head_mustache[] = {
#embed "files/demo/head.mustache"
};
static const unsigned char demo_home_mustache[] = {
#embed "files/demo/home.mustache"
};
static const unsigned char demo_journal_first_visit_mustache[] = {
#embed "files/demo/journal-first-visit.mustache"
};
static const unsigned char demo_made_mustache[] = {
#embed "files/demo/made.mustache"
};
static const unsigned char demo_menu_mustache[] = {
#embed "files/demo/menu.mustache"
};
static const unsigned char demo_offer_first_visit_mustache[] = {
#embed "files/demo/offer-first-visit.mustache"
};
static const unsigned char demo_offer_winter_glow_mustache[] = {
#embed "files/demo/offer-winter-glow.mustache"
};
static const unsigned char demo_providers_mustache[] = {
#embed "files/demo/providers.mustache"
};
static const unsigned char demo_ribbon_mustache[] = {
#embed "files/demo/ribbon.mustache"
};
static const unsigned char demo_site_css[] = {
#embed "files/demo/site.css"
};
static const unsigned char demo_site_js[] = {
#embed "files/demo/site.js"
};
static const unsigned char demo_thanks_mustache[] = {
#embed "files/demo/thanks.mustache"
};
static const unsigned char demo_treatment_facials_mustache[] = {
#embed "files/demo/treatment-facials.mustache"
};
static const unsigned char demo_treatment_laser_hair_removal_mustache[] = {
#embed "files/demo/treatment-laser-hair-removal.mustache"
};
static const unsigned char demo_treatment_microneedling_mustache[] = {
#embed "files/demo/treatment-microneedling.mustache"
};
static const unsigned char demo_treatment_wrinkle_relaxers_mustache[] = {
#embed "files/demo/treatment-wrinkle-relaxers.mustache"
};
static const unsigned char external_tracking_js[] = {
#embed "files/external-tracking.js"
};
static const unsigned char filters_crawlers_txt[] = {
#embed "files/filters/crawlers.txt"
};
static const unsigned char filters_referrer_spam_txt[] = {
#embed "files/filters/referrer-spam.txt"
};
static const unsigned char form_css[] = {
#embed "files/form.css"
};
static const unsigned char form_js[] = {
#embed "files/form.js"
};
static const unsigned char icon_svg[] = {
#embed "files/icon.svg"
};

#define ASSET(name, bytes) {name, bytes, sizeof bytes}

static const hw_asset assets[] = {
    ASSET("charts.css", charts_css),
    ASSET("console-board.css", console_board_css),
    ASSET("console-board.js", console_board_js),
    ASSET("console-dashboards.css", console_dashboards_css),
    ASSET("console-dashboards.js", console_dashboards_js),
    ASSET("console-pages.css", console_pages_css),
    ASSET("console-ads.css", console_ads_css),
    ASSET("console-reports.css", console_reports_css),
    ASSET("console-reports.js", console_reports_js),
    ASSET("console-rules.css", console_rules_css),
    ASSET("console-rules.js", console_rules_js),
    ASSET("console.css", console_css),
    ASSET("console.js", console_js),
    ASSET("demo/arrival.js", demo_arrival_js),
    ASSET("demo/arrive.js", demo_arrive_js),
    ASSET("demo/arrive.mustache", demo_arrive_mustache),
    ASSET("demo/art/castellanos.svg", demo_art_castellanos_svg),
    ASSET("demo/art/facials.svg", demo_art_facials_svg),
    ASSET("demo/art/home.svg", demo_art_home_svg),
    ASSET("demo/art/injectables.svg", demo_art_injectables_svg),
    ASSET("demo/art/journal.svg", demo_art_journal_svg),
    ASSET("demo/art/laser.svg", demo_art_laser_svg),
    ASSET("demo/art/lindqvist.svg", demo_art_lindqvist_svg),
    ASSET("demo/art/mark.svg", demo_art_mark_svg),
    ASSET("demo/art/microneedling.svg", demo_art_microneedling_svg),
    ASSET("demo/art/okafor.svg", demo_art_okafor_svg),
    ASSET("demo/art/raman.svg", demo_art_raman_svg),
    ASSET("demo/art/winter.svg", demo_art_winter_svg),
    ASSET("demo/consult.mustache", demo_consult_mustache),
    ASSET("demo/contact.mustache", demo_contact_mustache),
    ASSET("demo/foot.mustache", demo_foot_mustache),
    ASSET("demo/head.mustache", demo_head_mustache),
    ASSET("demo/home.mustache", demo_home_mustache),
    ASSET("demo/journal-first-visit.mustache", demo_journal_first_visit_mustache),
    ASSET("demo/made.mustache", demo_made_mustache),
    ASSET("demo/menu.mustache", demo_menu_mustache),
    ASSET("demo/offer-first-visit.mustache", demo_offer_first_visit_mustache),
    ASSET("demo/offer-winter-glow.mustache", demo_offer_winter_glow_mustache),
    ASSET("demo/providers.mustache", demo_providers_mustache),
    ASSET("demo/ribbon.mustache", demo_ribbon_mustache),
    ASSET("demo/site.css", demo_site_css),
    ASSET("demo/site.js", demo_site_js),
    ASSET("demo/thanks.mustache", demo_thanks_mustache),
    ASSET("demo/treatment-facials.mustache", demo_treatment_facials_mustache),
    ASSET("demo/treatment-laser-hair-removal.mustache", demo_treatment_laser_hair_removal_mustache),
    ASSET("demo/treatment-microneedling.mustache", demo_treatment_microneedling_mustache),
    ASSET("demo/treatment-wrinkle-relaxers.mustache", demo_treatment_wrinkle_relaxers_mustache),
    ASSET("external-tracking.js", external_tracking_js),
    ASSET("filters/crawlers.txt", filters_crawlers_txt),
    ASSET("filters/referrer-spam.txt", filters_referrer_spam_txt),
    ASSET("form.css", form_css),
    ASSET("form.js", form_js),
    ASSET("icon.svg", icon_svg),
};

const hw_asset *hw_asset_at(unsigned long index) {
    const unsigned long count = sizeof assets / sizeof assets[0];
    return index < count ? &assets[index] : hw_console_template_at(index - count);
}
