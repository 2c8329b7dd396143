"""What is found in one article: pure functions from an article and earlier layers to a tuple.

Each layer of `Annotations` has one file here with one public function, named in the plural (`attributions`); where its
rules need several files, they stand in the folder of the same name in the singular (`attribution/`).
"""
