"""The store in PostgreSQL, which several instances share. Needs the extra `rolebot[postgres]`."""
