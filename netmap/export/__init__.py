"""What leaves netmap: empty and filled templates, the whole network for other tools, answers as files.

This door gives answers and tables only, which every command needs; what writes templates and reads them again is imported where it
is used (`netmap.export.filled`, `netmap.export.whole`): other commands start without the whole of reading.
"""

from netmap.export.rows import answer_csv, answer_json, answer_text, answer_xlsx, file_name, table_csv, table_xlsx

__all__ = [
    "answer_csv",
    "answer_json",
    "answer_text",
    "answer_xlsx",
    "file_name",
    "table_csv",
    "table_xlsx",
]
