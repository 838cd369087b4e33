#include "assets.h"

// #embed is C23; the compiler that comes with Swift has it in every mode and says so with a warning. A file is embedded
// by the three lines below and its line in the table; a test finds the ones that were forgotten.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char console_pages_css[] = {
#embed "files/console-pages.css"
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
static const unsigned char console_account_new_mustache[] = {
#embed "files/console/account-new.mustache"
};
static const unsigned char console_accounts_mustache[] = {
#embed "files/console/accounts.mustache"
};
static const unsigned char console_attribution_mustache[] = {
#embed "files/console/attribution.mustache"
};
static const unsigned char console_badge_mustache[] = {
#embed "files/console/badge.mustache"
};
static const unsigned char console_confirm_mustache[] = {
#embed "files/console/confirm.mustache"
};
static const unsigned char console_contact_edit_mustache[] = {
#embed "files/console/contact-edit.mustache"
};
static const unsigned char console_contact_mustache[] = {
#embed "files/console/contact.mustache"
};
static const unsigned char console_contacts_mustache[] = {
#embed "files/console/contacts.mustache"
};
static const unsigned char console_copy_mustache[] = {
#embed "files/console/copy.mustache"
};
static const unsigned char console_crumbs_mustache[] = {
#embed "files/console/crumbs.mustache"
};
static const unsigned char console_csrf_mustache[] = {
#embed "files/console/csrf.mustache"
};
static const unsigned char console_entry_mustache[] = {
#embed "files/console/entry.mustache"
};
static const unsigned char console_error_mustache[] = {
#embed "files/console/error.mustache"
};
static const unsigned char console_errors_mustache[] = {
#embed "files/console/errors.mustache"
};
static const unsigned char console_field_mustache[] = {
#embed "files/console/field.mustache"
};
static const unsigned char console_first_run_mustache[] = {
#embed "files/console/first-run.mustache"
};
static const unsigned char console_footer_mustache[] = {
#embed "files/console/footer.mustache"
};
static const unsigned char console_form_edit_mustache[] = {
#embed "files/console/form-edit.mustache"
};
static const unsigned char console_forms_mustache[] = {
#embed "files/console/forms.mustache"
};
static const unsigned char console_head_mustache[] = {
#embed "files/console/head.mustache"
};
static const unsigned char console_header_mustache[] = {
#embed "files/console/header.mustache"
};
static const unsigned char console_hosted_form_mustache[] = {
#embed "files/console/hosted-form.mustache"
};
static const unsigned char console_icons_mustache[] = {
#embed "files/console/icons.mustache"
};
static const unsigned char console_lens_panel_mustache[] = {
#embed "files/console/lens-panel.mustache"
};
static const unsigned char console_lenses_mustache[] = {
#embed "files/console/lenses.mustache"
};
static const unsigned char console_mark_mustache[] = {
#embed "files/console/mark.mustache"
};
static const unsigned char console_paging_mustache[] = {
#embed "files/console/paging.mustache"
};
static const unsigned char console_rule_answer_mustache[] = {
#embed "files/console/rule-answer.mustache"
};
static const unsigned char console_rule_edit_mustache[] = {
#embed "files/console/rule-edit.mustache"
};
static const unsigned char console_rule_line_mustache[] = {
#embed "files/console/rule-line.mustache"
};
static const unsigned char console_rules_mustache[] = {
#embed "files/console/rules.mustache"
};
static const unsigned char console_rules_draft_mustache[] = {
#embed "files/console/rules-draft.mustache"
};
static const unsigned char console_rules_import_mustache[] = {
#embed "files/console/rules-import.mustache"
};
static const unsigned char console_rules_order_mustache[] = {
#embed "files/console/rules-order.mustache"
};
static const unsigned char console_rules_replay_mustache[] = {
#embed "files/console/rules-replay.mustache"
};
static const unsigned char console_rules_revisions_mustache[] = {
#embed "files/console/rules-revisions.mustache"
};
static const unsigned char console_rules_test_mustache[] = {
#embed "files/console/rules-test.mustache"
};
static const unsigned char console_settings_fields_mustache[] = {
#embed "files/console/settings-fields.mustache"
};
static const unsigned char console_settings_general_mustache[] = {
#embed "files/console/settings-general.mustache"
};
static const unsigned char console_settings_tokens_mustache[] = {
#embed "files/console/settings-tokens.mustache"
};
static const unsigned char console_settings_tracking_mustache[] = {
#embed "files/console/settings-tracking.mustache"
};
static const unsigned char console_settings_users_mustache[] = {
#embed "files/console/settings-users.mustache"
};
static const unsigned char console_sign_in_mustache[] = {
#embed "files/console/sign-in.mustache"
};
static const unsigned char console_snippet_mustache[] = {
#embed "files/console/snippet.mustache"
};
static const unsigned char console_submission_mustache[] = {
#embed "files/console/submission.mustache"
};
static const unsigned char console_submissions_mustache[] = {
#embed "files/console/submissions.mustache"
};
static const unsigned char console_tabs_mustache[] = {
#embed "files/console/tabs.mustache"
};
static const unsigned char console_tagging_mustache[] = {
#embed "files/console/tagging.mustache"
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
    ASSET("console-pages.css", console_pages_css),
    ASSET("console-rules.css", console_rules_css),
    ASSET("console-rules.js", console_rules_js),
    ASSET("console.css", console_css),
    ASSET("console.js", console_js),
    ASSET("console/account-new.mustache", console_account_new_mustache),
    ASSET("console/accounts.mustache", console_accounts_mustache),
    ASSET("console/attribution.mustache", console_attribution_mustache),
    ASSET("console/badge.mustache", console_badge_mustache),
    ASSET("console/confirm.mustache", console_confirm_mustache),
    ASSET("console/contact-edit.mustache", console_contact_edit_mustache),
    ASSET("console/contact.mustache", console_contact_mustache),
    ASSET("console/contacts.mustache", console_contacts_mustache),
    ASSET("console/copy.mustache", console_copy_mustache),
    ASSET("console/crumbs.mustache", console_crumbs_mustache),
    ASSET("console/csrf.mustache", console_csrf_mustache),
    ASSET("console/entry.mustache", console_entry_mustache),
    ASSET("console/error.mustache", console_error_mustache),
    ASSET("console/errors.mustache", console_errors_mustache),
    ASSET("console/field.mustache", console_field_mustache),
    ASSET("console/first-run.mustache", console_first_run_mustache),
    ASSET("console/footer.mustache", console_footer_mustache),
    ASSET("console/form-edit.mustache", console_form_edit_mustache),
    ASSET("console/forms.mustache", console_forms_mustache),
    ASSET("console/head.mustache", console_head_mustache),
    ASSET("console/header.mustache", console_header_mustache),
    ASSET("console/hosted-form.mustache", console_hosted_form_mustache),
    ASSET("console/icons.mustache", console_icons_mustache),
    ASSET("console/lens-panel.mustache", console_lens_panel_mustache),
    ASSET("console/lenses.mustache", console_lenses_mustache),
    ASSET("console/mark.mustache", console_mark_mustache),
    ASSET("console/paging.mustache", console_paging_mustache),
    ASSET("console/rule-answer.mustache", console_rule_answer_mustache),
    ASSET("console/rule-edit.mustache", console_rule_edit_mustache),
    ASSET("console/rule-line.mustache", console_rule_line_mustache),
    ASSET("console/rules.mustache", console_rules_mustache),
    ASSET("console/rules-draft.mustache", console_rules_draft_mustache),
    ASSET("console/rules-import.mustache", console_rules_import_mustache),
    ASSET("console/rules-order.mustache", console_rules_order_mustache),
    ASSET("console/rules-replay.mustache", console_rules_replay_mustache),
    ASSET("console/rules-revisions.mustache", console_rules_revisions_mustache),
    ASSET("console/rules-test.mustache", console_rules_test_mustache),
    ASSET("console/settings-fields.mustache", console_settings_fields_mustache),
    ASSET("console/settings-general.mustache", console_settings_general_mustache),
    ASSET("console/settings-tokens.mustache", console_settings_tokens_mustache),
    ASSET("console/settings-tracking.mustache", console_settings_tracking_mustache),
    ASSET("console/settings-users.mustache", console_settings_users_mustache),
    ASSET("console/sign-in.mustache", console_sign_in_mustache),
    ASSET("console/snippet.mustache", console_snippet_mustache),
    ASSET("console/submission.mustache", console_submission_mustache),
    ASSET("console/submissions.mustache", console_submissions_mustache),
    ASSET("console/tabs.mustache", console_tabs_mustache),
    ASSET("console/tagging.mustache", console_tagging_mustache),
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
    return index < sizeof assets / sizeof assets[0] ? &assets[index] : 0;
}
