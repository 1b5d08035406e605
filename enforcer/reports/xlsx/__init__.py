"""The report as a workbook: one file a sheet, and how a sheet is written."""
