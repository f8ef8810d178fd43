"""The documents' health: what contradicts itself, is missing or stands twice in an organization's documents.

`check_up` runs every check over the records of an organization. A check (`checks/`, one kind of finding per
file) is a pure function from the records to findings; each passes over roles, lines or statements once and
joins them through keys, never all pairs. A finding holds facts and quotes; its wording is the bot's business.
"""
