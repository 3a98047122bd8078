"""Every sentence that a reader sees, a folder for each language."""
