"""Write the Excel 97-2003 workbooks of `xls/` again, by LibreOffice: python -m tests.workbooks.old_excel.

Tests read these files and never need LibreOffice; run this after changing the pages of one.
"""

import subprocess
import tempfile
from pathlib import Path

from tests.workbooks.corpus import CORPUS
from tests.workbooks.writing import OLD, excel_bytes


def main() -> None:
    """Convert each .xls of the corpus from the same pages as .xlsx."""
    OLD.mkdir(exist_ok=True)
    for book in (book for book in CORPUS if book.name.endswith(".xls")):
        pages = list(dict.fromkeys(table.page for table in book.truths))
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / f"{book.name}x"
            source.write_bytes(excel_bytes(pages))
            command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xls:MS Excel 97"]
            subprocess.run([*command, "--outdir", folder, str(source)], check=True, stdout=subprocess.DEVNULL)
            (OLD / book.name).write_bytes((Path(folder) / book.name).read_bytes())


if __name__ == "__main__":
    main()
