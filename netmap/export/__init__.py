"""What leaves netmap: empty and filled templates, the whole network for other tools, answers as files."""

from netmap.export.filled import export_templates
from netmap.export.rows import answer_csv, answer_json, answer_text, answer_xlsx, file_name, table_csv, table_xlsx
from netmap.export.templates import write_templates
from netmap.export.whole import export_gexf, export_graphml, export_json, export_sqlite

__all__ = [
    "answer_csv",
    "answer_json",
    "answer_text",
    "answer_xlsx",
    "export_gexf",
    "export_graphml",
    "export_json",
    "export_sqlite",
    "export_templates",
    "file_name",
    "table_csv",
    "table_xlsx",
    "write_templates",
]
