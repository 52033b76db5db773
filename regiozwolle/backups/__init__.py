"""The whole portal as one file, made by PostgreSQL's own programs: all is in the database, files too."""
