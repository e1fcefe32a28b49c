"""The lints: of one document, of a library of documents, and of documents beside their sources."""
