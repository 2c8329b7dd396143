"""Rows of words as a table: the first column to the left, numbers to the right."""


def lay_out(rows: tuple[tuple[str, ...], ...]) -> str:
    """Lay rows out in columns; the first row is the head.

    >>> print(lay_out((("name", "n"), ("quotes", "12"))))
    name     n
    ──────────
    quotes  12
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows]
    return "\n".join([lines[0], "─" * (sum(widths) + 2 * len(widths) - 2), *lines[1:]])
