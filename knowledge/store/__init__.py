"""What must last, whatever happens to the process: one port, three stores behind it.

    record → Draft → Store        a change is made of records, and lasts as a whole or not at all

    MemoryStore      keeps nothing beyond the process; the twin that the others behave like
    EmbeddedStore    a folder: a TinyDB file, and the changes since it was written
    PostgresStore    a database that several instances share

What is kept is in `kept/`, one noun a file, written once for every store. The clock is the caller's: every
time is given to the store, and nothing is ordered by time.
"""
