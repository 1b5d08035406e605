"""The workbook comes back marked: the clerk's own file, patched part by part, with what is to be mended in it."""
