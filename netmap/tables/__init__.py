"""Read a file into tables of text: everything is read as text here, and typed elsewhere.

What a file is, its content says; its name is only a hint. Lines are numbered as a spreadsheet or an editor shows them.
"""

from netmap.tables.files import read_bytes, read_file
from netmap.tables.table import FileRead, Table

__all__ = ["FileRead", "Table", "read_bytes", "read_file"]
