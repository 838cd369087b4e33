#include "assets.h"

// #embed is C23; the compiler that comes with Swift has it in every mode and says so with a warning. The templates of
// the console, each by three lines and its line in the table.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char console_account_new_mustache[] = {
#embed "files/console/account-new.mustache"
};
static const unsigned char console_accounts_mustache[] = {
#embed "files/console/accounts.mustache"
};
static const unsigned char console_api_reference_mustache[] = {
#embed "files/console/api-reference.mustache"
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
static const unsigned char console_contact_opportunities_mustache[] = {
#embed "files/console/contact-opportunities.mustache"
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
static const unsigned char console_dashboard_mustache[] = {
#embed "files/console/dashboard.mustache"
};
static const unsigned char console_dashboard_copy_mustache[] = {
#embed "files/console/dashboard-copy.mustache"
};
static const unsigned char console_dashboard_edit_mustache[] = {
#embed "files/console/dashboard-edit.mustache"
};
static const unsigned char console_dashboard_share_mustache[] = {
#embed "files/console/dashboard-share.mustache"
};
static const unsigned char console_dashboard_shared_mustache[] = {
#embed "files/console/dashboard-shared.mustache"
};
static const unsigned char console_dashboards_mustache[] = {
#embed "files/console/dashboards.mustache"
};
static const unsigned char console_deal_mustache[] = {
#embed "files/console/deal.mustache"
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
static const unsigned char console_link_edit_mustache[] = {
#embed "files/console/link-edit.mustache"
};
static const unsigned char console_link_fields_mustache[] = {
#embed "files/console/link-fields.mustache"
};
static const unsigned char console_links_mustache[] = {
#embed "files/console/links.mustache"
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
static const unsigned char console_opportunities_mustache[] = {
#embed "files/console/opportunities.mustache"
};
static const unsigned char console_opportunity_new_mustache[] = {
#embed "files/console/opportunity-new.mustache"
};
static const unsigned char console_opportunity_mustache[] = {
#embed "files/console/opportunity.mustache"
};
static const unsigned char console_paging_mustache[] = {
#embed "files/console/paging.mustache"
};
static const unsigned char console_period_mustache[] = {
#embed "files/console/period.mustache"
};
static const unsigned char console_person_mustache[] = {
#embed "files/console/person.mustache"
};
static const unsigned char console_pipeline_remove_mustache[] = {
#embed "files/console/pipeline-remove.mustache"
};
static const unsigned char console_ads_report_mustache[] = {
#embed "files/console/ads-report.mustache"
};
static const unsigned char console_ads_costs_mustache[] = {
#embed "files/console/ads-costs.mustache"
};
static const unsigned char console_ads_costs_import_mustache[] = {
#embed "files/console/ads-costs-import.mustache"
};
static const unsigned char console_ads_costs_result_mustache[] = {
#embed "files/console/ads-costs-result.mustache"
};
static const unsigned char console_ads_links_mustache[] = {
#embed "files/console/ads-links.mustache"
};
static const unsigned char console_settings_currencies_mustache[] = {
#embed "files/console/settings-currencies.mustache"
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
static const unsigned char console_rules_underway_mustache[] = {
#embed "files/console/rules-underway.mustache"
};
static const unsigned char console_rules_revisions_mustache[] = {
#embed "files/console/rules-revisions.mustache"
};
static const unsigned char console_rules_test_mustache[] = {
#embed "files/console/rules-test.mustache"
};
static const unsigned char console_self_exclude_mustache[] = {
#embed "files/console/self-exclude.mustache"
};
static const unsigned char console_settings_fields_mustache[] = {
#embed "files/console/settings-fields.mustache"
};
static const unsigned char console_settings_general_mustache[] = {
#embed "files/console/settings-general.mustache"
};
static const unsigned char console_settings_pipelines_mustache[] = {
#embed "files/console/settings-pipelines.mustache"
};
static const unsigned char console_settings_tokens_mustache[] = {
#embed "files/console/settings-tokens.mustache"
};
static const unsigned char console_deliveries_mustache[] = {
#embed "files/console/deliveries.mustache"
};
static const unsigned char console_delivery_mustache[] = {
#embed "files/console/delivery.mustache"
};
static const unsigned char console_settings_webhook_mustache[] = {
#embed "files/console/settings-webhook.mustache"
};
static const unsigned char console_settings_webhooks_mustache[] = {
#embed "files/console/settings-webhooks.mustache"
};
static const unsigned char console_webhook_fields_mustache[] = {
#embed "files/console/webhook-fields.mustache"
};
static const unsigned char console_settings_tracking_mustache[] = {
#embed "files/console/settings-tracking.mustache"
};
static const unsigned char console_settings_users_mustache[] = {
#embed "files/console/settings-users.mustache"
};
static const unsigned char console_app_fields_mustache[] = {
#embed "files/console/app-fields.mustache"
};
static const unsigned char console_consent_mustache[] = {
#embed "files/console/consent.mustache"
};
static const unsigned char console_consent_problem_mustache[] = {
#embed "files/console/consent-problem.mustache"
};
static const unsigned char console_me_mustache[] = {
#embed "files/console/me.mustache"
};
static const unsigned char console_password_mustache[] = {
#embed "files/console/password.mustache"
};
static const unsigned char console_settings_app_mustache[] = {
#embed "files/console/settings-app.mustache"
};
static const unsigned char console_settings_apps_mustache[] = {
#embed "files/console/settings-apps.mustache"
};
static const unsigned char console_settings_audit_mustache[] = {
#embed "files/console/settings-audit.mustache"
};
static const unsigned char console_settings_user_mustache[] = {
#embed "files/console/settings-user.mustache"
};
static const unsigned char console_user_fields_mustache[] = {
#embed "files/console/user-fields.mustache"
};
static const unsigned char console_settings_edit_mustache[] = {
#embed "files/console/settings-edit.mustache"
};
static const unsigned char console_settings_tags_mustache[] = {
#embed "files/console/settings-tags.mustache"
};
static const unsigned char console_settings_values_mustache[] = {
#embed "files/console/settings-values.mustache"
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
static const unsigned char console_tasks_mustache[] = {
#embed "files/console/tasks.mustache"
};
static const unsigned char console_widget_mustache[] = {
#embed "files/console/widget.mustache"
};
static const unsigned char console_widget_edit_mustache[] = {
#embed "files/console/widget-edit.mustache"
};

#define ASSET(name, bytes) {name, bytes, sizeof bytes}

static const hw_asset templates[] = {
    ASSET("console/account-new.mustache", console_account_new_mustache),
    ASSET("console/accounts.mustache", console_accounts_mustache),
    ASSET("console/api-reference.mustache", console_api_reference_mustache),
    ASSET("console/attribution.mustache", console_attribution_mustache),
    ASSET("console/badge.mustache", console_badge_mustache),
    ASSET("console/confirm.mustache", console_confirm_mustache),
    ASSET("console/contact-edit.mustache", console_contact_edit_mustache),
    ASSET("console/contact-opportunities.mustache", console_contact_opportunities_mustache),
    ASSET("console/contact.mustache", console_contact_mustache),
    ASSET("console/contacts.mustache", console_contacts_mustache),
    ASSET("console/copy.mustache", console_copy_mustache),
    ASSET("console/crumbs.mustache", console_crumbs_mustache),
    ASSET("console/csrf.mustache", console_csrf_mustache),
    ASSET("console/dashboard.mustache", console_dashboard_mustache),
    ASSET("console/dashboard-copy.mustache", console_dashboard_copy_mustache),
    ASSET("console/dashboard-edit.mustache", console_dashboard_edit_mustache),
    ASSET("console/dashboard-share.mustache", console_dashboard_share_mustache),
    ASSET("console/dashboard-shared.mustache", console_dashboard_shared_mustache),
    ASSET("console/dashboards.mustache", console_dashboards_mustache),
    ASSET("console/deal.mustache", console_deal_mustache),
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
    ASSET("console/link-edit.mustache", console_link_edit_mustache),
    ASSET("console/link-fields.mustache", console_link_fields_mustache),
    ASSET("console/links.mustache", console_links_mustache),
    ASSET("console/lens-panel.mustache", console_lens_panel_mustache),
    ASSET("console/lenses.mustache", console_lenses_mustache),
    ASSET("console/mark.mustache", console_mark_mustache),
    ASSET("console/opportunities.mustache", console_opportunities_mustache),
    ASSET("console/opportunity-new.mustache", console_opportunity_new_mustache),
    ASSET("console/opportunity.mustache", console_opportunity_mustache),
    ASSET("console/paging.mustache", console_paging_mustache),
    ASSET("console/period.mustache", console_period_mustache),
    ASSET("console/person.mustache", console_person_mustache),
    ASSET("console/pipeline-remove.mustache", console_pipeline_remove_mustache),
    ASSET("console/ads-report.mustache", console_ads_report_mustache),
    ASSET("console/ads-costs.mustache", console_ads_costs_mustache),
    ASSET("console/ads-costs-import.mustache", console_ads_costs_import_mustache),
    ASSET("console/ads-costs-result.mustache", console_ads_costs_result_mustache),
    ASSET("console/ads-links.mustache", console_ads_links_mustache),
    ASSET("console/settings-currencies.mustache", console_settings_currencies_mustache),
    ASSET("console/rule-answer.mustache", console_rule_answer_mustache),
    ASSET("console/rule-edit.mustache", console_rule_edit_mustache),
    ASSET("console/rule-line.mustache", console_rule_line_mustache),
    ASSET("console/rules.mustache", console_rules_mustache),
    ASSET("console/rules-draft.mustache", console_rules_draft_mustache),
    ASSET("console/rules-import.mustache", console_rules_import_mustache),
    ASSET("console/rules-order.mustache", console_rules_order_mustache),
    ASSET("console/rules-replay.mustache", console_rules_replay_mustache),
    ASSET("console/rules-underway.mustache", console_rules_underway_mustache),
    ASSET("console/rules-revisions.mustache", console_rules_revisions_mustache),
    ASSET("console/rules-test.mustache", console_rules_test_mustache),
    ASSET("console/self-exclude.mustache", console_self_exclude_mustache),
    ASSET("console/settings-fields.mustache", console_settings_fields_mustache),
    ASSET("console/settings-general.mustache", console_settings_general_mustache),
    ASSET("console/settings-pipelines.mustache", console_settings_pipelines_mustache),
    ASSET("console/settings-tokens.mustache", console_settings_tokens_mustache),
    ASSET("console/deliveries.mustache", console_deliveries_mustache),
    ASSET("console/delivery.mustache", console_delivery_mustache),
    ASSET("console/settings-webhook.mustache", console_settings_webhook_mustache),
    ASSET("console/settings-webhooks.mustache", console_settings_webhooks_mustache),
    ASSET("console/webhook-fields.mustache", console_webhook_fields_mustache),
    ASSET("console/settings-tracking.mustache", console_settings_tracking_mustache),
    ASSET("console/settings-users.mustache", console_settings_users_mustache),
    ASSET("console/app-fields.mustache", console_app_fields_mustache),
    ASSET("console/consent.mustache", console_consent_mustache),
    ASSET("console/consent-problem.mustache", console_consent_problem_mustache),
    ASSET("console/me.mustache", console_me_mustache),
    ASSET("console/password.mustache", console_password_mustache),
    ASSET("console/settings-app.mustache", console_settings_app_mustache),
    ASSET("console/settings-apps.mustache", console_settings_apps_mustache),
    ASSET("console/settings-audit.mustache", console_settings_audit_mustache),
    ASSET("console/settings-user.mustache", console_settings_user_mustache),
    ASSET("console/user-fields.mustache", console_user_fields_mustache),
    ASSET("console/settings-edit.mustache", console_settings_edit_mustache),
    ASSET("console/settings-tags.mustache", console_settings_tags_mustache),
    ASSET("console/settings-values.mustache", console_settings_values_mustache),
    ASSET("console/sign-in.mustache", console_sign_in_mustache),
    ASSET("console/snippet.mustache", console_snippet_mustache),
    ASSET("console/submission.mustache", console_submission_mustache),
    ASSET("console/submissions.mustache", console_submissions_mustache),
    ASSET("console/tabs.mustache", console_tabs_mustache),
    ASSET("console/tagging.mustache", console_tagging_mustache),
    ASSET("console/tasks.mustache", console_tasks_mustache),
    ASSET("console/widget.mustache", console_widget_mustache),
    ASSET("console/widget-edit.mustache", console_widget_edit_mustache),
};

const hw_asset *hw_console_template_at(unsigned long index) {
    const unsigned long count = sizeof templates / sizeof templates[0];
    return index < count ? &templates[index] : hw_report_template_at(index - count);
}
