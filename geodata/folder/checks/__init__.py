"""What is checked beyond a file's form: one idea a file, each ``Folder -> findings``.

The codes, their severities and meanings stand in ``geodata.folder.codes``.
"""
