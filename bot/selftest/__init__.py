"""The self-test: questions with known answers made from an organization's own documents.

    Organization → items (what it says, and what it does not say) → wordings → a bounded exam of golds

An item is a fact with slots; `wordings.toml` asks for it in several ways, `disguise` misspells the asking.
What the answer must be is computed from the organization, never by asking the bot. Nothing is random: the
same documents give the same exam.
"""
