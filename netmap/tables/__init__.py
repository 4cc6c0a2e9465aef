"""Read a file into sheets of text: everything is read as text here, and typed elsewhere.

What a file is, its content says; its name is only a hint. Lines are numbered as a spreadsheet or an editor shows them.
"""

from netmap.tables.files import PASTED, read_bytes, read_file, read_pasted
from netmap.tables.members import Member, members_at, members_of
from netmap.tables.sheet import FileRead, Sheet, Span

__all__ = ["PASTED", "FileRead", "Member", "Sheet", "Span", "members_at", "members_of", "read_bytes", "read_file", "read_pasted"]
