"""What frames every view: header, notices, help, search, files to take along."""
