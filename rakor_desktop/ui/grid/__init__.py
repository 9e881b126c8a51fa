"""The entry grid: rows of records edited like a spreadsheet, and the typing widgets that it is made of."""
