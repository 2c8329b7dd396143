"""What is found in one article: pure functions from an article and earlier layers to a tuple."""
