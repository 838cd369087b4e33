"""Every method of the services that Headwater serves, called through HighLevel's own Python client."""
import json
import urllib.request

import pytest
from highlevel.error import GHLError
from sdk import Client

CONTACT = {"firstName": "Jo", "lastName": "Field", "email": "jo@example.com", "phone": "+14155550123"}


def finished(service, not_built):
    """Every method was called, and those that answer 501 are the ones that the README names."""
    assert service.methods - service.called == set()
    assert service.not_built == not_built


def submit_form(server, form):
    event = {
        "trackingId": server.tracking_id, "eventId": "01890000-0000-7000-8000-000000000001",
        "type": "form_submission", "visitorId": "01890000-0000-7000-8000-000000000002",
        "sessionId": "01890000-0000-7000-8000-000000000003",
        "url": "https://clinic.example/?utm_source=adwords&utm_campaign=Glow", "formId": form, "formName": "Consult",
        "fields": {"email": "al@example.com", "first_name": "Al"},
    }
    request = urllib.request.Request(
        f"{server.url}/t/events", json.dumps(event).encode(), {"Content-Type": "application/json"}
    )
    assert urllib.request.urlopen(request).status == 202


def test_contacts(server):
    client = Client(server)
    contacts = client.service("contacts")

    async def story():
        location = {"locationId": server.location}
        made = await contacts.create_contact({**CONTACT, **location, "tags": ["lead"]})
        contact = made["contact"]["id"]
        read = (await contacts.get_contact(contact))["contact"]
        assert read["email"] == CONTACT["email"]
        assert read["attributionSource"]["sessionSource"] == "Third Party"
        with pytest.raises(GHLError) as refused:
            await contacts.create_contact({**CONTACT, **location})
        assert refused.value.status_code == 400
        again = await contacts.upsert_contact({**CONTACT, **location, "city": "Santa Rosa"})
        assert again["new"] is False and again["contact"]["id"] == contact
        await contacts.update_contact(contact, {"city": "Napa"})

        found = await contacts.search_contacts_advanced({
            **location, "page": 1, "pageLimit": 20,
            "filters": [{"field": "email", "operator": "eq", "value": CONTACT["email"]}],
        })
        assert [entry["id"] for entry in found["contacts"]] == [contact]
        twin = await contacts.get_duplicate_contact(server.location, email=CONTACT["email"])
        assert twin["contact"]["id"] == contact

        await contacts.add_tags(contact, {"tags": ["vip"]})
        await contacts.remove_tags(contact, {"tags": ["lead"]})
        assert (await contacts.get_contact(contact))["contact"]["tags"] == ["vip"]
        bulk = {"contacts": [contact], "tags": ["spring"], "locationId": server.location}
        # The client leaves the parameter of this path as it is, in braces.
        await contacts.create_association(bulk, {"url": "/contacts/bulk/tags/update/add"})
        assert sorted((await contacts.get_contact(contact))["contact"]["tags"]) == ["spring", "vip"]

        note = (await contacts.create_note(contact, {"body": "Called back"}))["note"]["id"]
        await contacts.update_note(contact, note, {"body": "Called back, will book"})
        assert (await contacts.get_note(contact, note))["note"]["body"] == "Called back, will book"
        assert len((await contacts.get_all_notes(contact))["notes"]) == 1
        await contacts.delete_note(contact, note)

        task = {"title": "Send prices", "dueDate": "2026-12-01T09:00:00Z", "completed": False}
        task = (await contacts.create_task(contact, task))["task"]["id"]
        await contacts.update_task(contact, task, {"title": "Send the prices"})
        await contacts.update_task_completed(contact, task, {"completed": True})
        assert (await contacts.get_task(contact, task))["task"]["completed"] is True
        assert len((await contacts.get_all_tasks(contact))["tasks"]) == 1
        await contacts.delete_task(contact, task)

        await contacts.add_followers_contact(contact, {"followers": []})
        await contacts.remove_followers_contact(contact, {"followers": []})
        await contacts.get_appointments_for_contact(contact)
        await contacts.get_contacts_by_business_id("business", server.location)
        await contacts.add_remove_contact_from_business(
            {"locationId": server.location, "ids": [contact], "businessId": "business"})
        await contacts.add_contact_to_campaign(contact, "campaign", {})
        await contacts.remove_contact_from_campaign(contact, "campaign")
        await contacts.remove_contact_from_every_campaign(contact)
        await contacts.add_contact_to_workflow(contact, "workflow", {})
        await contacts.delete_contact_from_workflow(contact, "workflow", {})
        await contacts.delete_contact(contact)
        with pytest.raises(GHLError) as missing:
            await contacts.get_contact(contact)
        assert missing.value.status_code == 404

    client.run(story())
    finished(contacts, {
        "get_appointments_for_contact", "get_contacts_by_business_id", "add_remove_contact_from_business",
        "add_contact_to_campaign", "remove_contact_from_campaign", "remove_contact_from_every_campaign",
        "add_contact_to_workflow", "delete_contact_from_workflow",
    })


def test_links(server):
    client = Client(server)
    links = client.service("links")

    async def story():
        wish = {"locationId": server.location, "name": "Prices", "redirectTo": "https://clinic.example/prices"}
        link = (await links.create_link(wish))["link"]["id"]
        await links.update_link(link, {**wish, "name": "Price list"})
        assert (await links.get_link_by_id(server.location, link))["link"]["name"] == "Price list"
        assert len((await links.get_links(server.location))["links"]) == 1
        assert len((await links.search_trigger_links(server.location, query="price"))["links"]) == 1
        await links.delete_link(link)
        assert (await links.get_links(server.location))["links"] == []

    client.run(story())
    finished(links, set())


def test_forms(server):
    form = server.answer("form", "create", "--account", server.location, "--name", "Consult", "--json")["formId"]
    submit_form(server, form)
    client = Client(server)
    forms = client.service("forms")

    async def story():
        listed = await forms.get_forms(server.location)
        assert [entry["name"] for entry in listed["forms"]] == ["Consult"]
        page = await forms.get_forms_submissions(server.location)
        assert [entry["email"] for entry in page["submissions"]] == ["al@example.com"]
        await forms.upload_to_custom_fields("contact", server.location, {})

    client.run(story())
    finished(forms, {"upload_to_custom_fields"})


def test_opportunities(server):
    client = Client(server)
    opportunities = client.service("opportunities")
    contacts = client.service("contacts")

    async def story():
        wish = {"locationId": server.location, "email": "op@example.com"}
        contact = (await contacts.create_contact(wish))["contact"]["id"]
        pipeline = (await opportunities.get_pipelines(server.location))["pipelines"][0]
        wish = {
            "locationId": server.location, "contactId": contact, "pipelineId": pipeline["id"],
            "pipelineStageId": pipeline["stages"][0]["id"], "name": "Laser", "status": "open", "monetaryValue": 1500.5,
        }
        made = (await opportunities.create_opportunity(wish))["opportunity"]
        assert made["monetaryValue"] == 1500.5
        await opportunities.update_opportunity(made["id"], {"name": "Laser, six visits"})
        assert (await opportunities.get_opportunity(made["id"]))["opportunity"]["name"] == "Laser, six visits"
        await opportunities.update_opportunity_status(made["id"], {"status": "won"})
        upserted = await opportunities.upsert_opportunity({**wish, "name": "Laser, again"})
        assert upserted["opportunity"]["contactId"] == contact
        found = await opportunities.search_opportunity(server.location, contact_id=contact)
        assert made["id"] in [entry["id"] for entry in found["opportunities"]]
        await opportunities.search_opportunities_advanced(
            {"locationId": server.location, "query": "Laser", "limit": 20, "page": 1})
        await opportunities.get_lost_reason(server.location)
        await opportunities.add_followers_opportunity(made["id"], {"followers": []})
        await opportunities.remove_followers_opportunity(made["id"], {"followers": []})
        await opportunities.delete_opportunity(made["id"])

    client.run(story())
    finished(opportunities, set())


def test_custom_fields(server):
    client = Client(server)
    fields = client.service("custom_fields")

    async def story():
        place = {"locationId": server.location, "objectKey": "contact"}
        folder = await fields.create_custom_field_folder({**place, "name": "Skin"})
        await fields.update_custom_field_folder(folder["id"], {"name": "Skin care", "locationId": server.location})
        made = await fields.create_custom_field({
            **place, "name": "Skin type", "dataType": "SINGLE_OPTIONS", "fieldKey": "contact.skin_type",
            "showInForms": True, "parentId": folder["id"], "options": [{"key": "dry", "label": "Dry"}],
        })
        field = made["field"]["id"]
        await fields.update_custom_field(field, {"locationId": server.location, "name": "Skin", "showInForms": True})
        assert (await fields.get_custom_field_by_id(field))["field"]["name"] == "Skin"
        listed = await fields.get_custom_fields_by_object_key("contact", server.location)
        assert field in [entry["id"] for entry in listed["fields"]]
        await fields.delete_custom_field(field)
        await fields.delete_custom_field_folder(folder["id"], server.location)

    client.run(story())
    finished(fields, set())


def test_fields_values_and_tags_of_a_location(server):
    client = Client(server)
    locations = client.service("locations")

    async def story():
        made = await locations.create_custom_field(
            server.location, {"name": "Budget", "dataType": "NUMERICAL", "model": "contact"})
        field = made["customField"]["id"]
        await locations.update_custom_field(server.location, field, {"name": "Monthly budget"})
        assert (await locations.get_custom_field(server.location, field))["customField"]["name"] == "Monthly budget"
        listed = (await locations.get_custom_fields(server.location))["customFields"]
        assert "contact.utm_source" in [entry["fieldKey"] for entry in listed]
        await locations.delete_custom_field(server.location, field)

        made = await locations.create_custom_value(server.location, {"name": "Hotline", "value": "+1 415 555 0100"})
        value = made["customValue"]["id"]
        await locations.update_custom_value(server.location, value, {"name": "Hotline", "value": "+1 415 555 0199"})
        read = (await locations.get_custom_value(server.location, value))["customValue"]
        assert read["value"] == "+1 415 555 0199"
        assert len((await locations.get_custom_values(server.location))["customValues"]) == 1
        await locations.delete_custom_value(server.location, value)

        tag = (await locations.create_tag(server.location, {"name": "gold"}))["tag"]["id"]
        await locations.update_tag(server.location, tag, {"name": "golden"})
        assert (await locations.get_tag_by_id(server.location, tag))["tag"]["name"] == "golden"
        assert "golden" in [entry["name"] for entry in (await locations.get_location_tags(server.location))["tags"]]
        await locations.delete_tag(server.location, tag)
        assert (await locations.get_location(server.location))["location"]["id"] == server.location

    client.run(story())
    assert locations.not_built == set()
