"""The database itself refuses to change or remove an event."""

from django.db import migrations

_SQLITE = """
CREATE TRIGGER records_event_no_{verb} BEFORE {VERB} ON records_event
BEGIN SELECT RAISE(ABORT, 'events are never rewritten'); END;
"""
_POSTGRESQL = """
CREATE OR REPLACE FUNCTION records_event_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION 'events are never rewritten'; END; $$ LANGUAGE plpgsql;
CREATE TRIGGER records_event_no_{verb} BEFORE {VERB} ON records_event
FOR EACH ROW EXECUTE FUNCTION records_event_refuse();
"""


def forbid(apps, schema_editor):
    template = _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL
    for verb in ("update", "delete"):
        schema_editor.execute(template.format(verb=verb, VERB=verb.upper()), params=None)


def allow(apps, schema_editor):
    table = "" if schema_editor.connection.vendor == "sqlite" else " ON records_event"
    for verb in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER records_event_no_{verb}{table}", params=None)


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunPython(forbid, allow)]
