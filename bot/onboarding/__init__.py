"""Onboarding: a new hire is led through what the documents say of his post, step by step.

    Handbook, role → steps of blocks → pages with choices by number          Progress → Progress

Channel-neutral and pure: every function takes the handbook, a `Progress` (a value that a store can keep) and
the time, and gives back a new `Progress` and the `Page` to show. What the documents do not say is said to be
missing; the quiz asks only what one line of a document decides.
"""
