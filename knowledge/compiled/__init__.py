"""What an organization's documents say, worked out once and kept in a folder, so that it is opened in
milliseconds and read piece by piece where a question needs it.

    records.py table.py   pieces by number, and by key, in files that processes share in memory
    coding.py             dataclasses as bytes
    writing.py            an organization and its lexicon → a folder
    opening.py            a folder → an organization and its lexicon, read part by part
"""
