"""The work of the admins: documents, questions without an answer, words, members."""
