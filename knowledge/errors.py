"""What can go wrong with what people give us.

KnowledgeError            every error of this package; its text is a Chinese sentence for the user
├── DocumentError         a document cannot be read: missing, unknown format, undecodable
├── WordError             a word of the company would do harm, or nothing
├── StoreError            what is kept cannot be read or written
│   └── StoreBusyError    another process is writing to it
├── SettingsError         a setting is missing or wrong
└── TableError            one of the language tables (*.toml) is wrong: a fault of ours or of who edited it
"""


class KnowledgeError(Exception):
    """Base of all errors raised by `knowledge`; `str()` of it is one Chinese sentence for the user."""


class DocumentError(KnowledgeError):
    """A document cannot be read."""


class WordError(KnowledgeError):
    """A word of the company cannot be used."""


class StoreError(KnowledgeError):
    """What is kept cannot be read or written; what was kept before still is."""


class StoreBusyError(StoreError):
    """Another process is writing to the store."""


class SettingsError(KnowledgeError):
    """A setting is missing or wrong."""


class TableError(KnowledgeError):
    """A language table (*.toml) does not hold together."""
