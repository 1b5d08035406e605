"""单位名录 as a workbook: the blank that the office fills in, and the reading of it."""
