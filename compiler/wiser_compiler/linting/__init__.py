"""What a sound policy keeps to: lints of one document, of a library of them, and of a document beside its sources."""
