"""The values that every step shares: frozen, typed, with spans into the text.

What an article or a record holds thousands of is made with `gc=False`: frozen values hold no cycles, and looking for
some took half of the time in which a case of 500 articles is read.
"""
