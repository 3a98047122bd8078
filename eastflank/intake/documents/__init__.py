"""Files of articles made into text: plain text, saved pages, mail, Word and PDF."""
