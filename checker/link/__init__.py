"""Link: which claims ought to agree, a file per reason: `link(text, claims) -> Iterator[Link]`."""
