"""A consultation or a dossier as one zip for the archive: its texts, points, answers, decisions and papers.

Beside each file stands what an archive must know of it, in MDTO's XML, and all of it is listed with its SHA-256.
"""
