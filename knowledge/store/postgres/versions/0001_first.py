"""The tables: a row is a record as JSON under its key, numbered in the order in which the rows were put."""

from alembic import op

revision = "0001"
down_revision = None

_TABLES = (
    *("asked", "asked_on", "audit", "conversations", "counters", "current", "feedback", "finished"),
    *("invites", "members", "people", "updates", "versions", "words"),
)


def upgrade() -> None:
    """Make them."""
    op.execute("CREATE SEQUENCE row_numbers")
    for name in _TABLES:
        op.execute(
            f'CREATE TABLE "{name}" (key text PRIMARY KEY, value jsonb NOT NULL,'
            " number bigint NOT NULL DEFAULT nextval('row_numbers'))"
        )
        op.execute(f'CREATE INDEX "{name}_number" ON "{name}" (number)')
    op.execute("CREATE TABLE files (digest text PRIMARY KEY, content bytea NOT NULL)")


def downgrade() -> None:
    """Drop them with all that is in them."""
    for name in (*_TABLES, "files"):
        op.execute(f'DROP TABLE "{name}"')
    op.execute("DROP SEQUENCE row_numbers")
