"""Rules on the workbook itself: W."""
