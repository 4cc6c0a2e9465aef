"""What is handed over as evidence for the label: a dossier, its documents, and their verification."""
