"""Blank workbooks: forms that check themselves while they are filled. This is the room's door."""

from enforcer.workbook.blank.instructions import INSTRUCTIONS_SHEET
from enforcer.workbook.blank.self_check_sheet import SELF_CHECK_SHEET
from enforcer.workbook.blank.writer import blank_bytes, write_blank

__all__ = ["INSTRUCTIONS_SHEET", "SELF_CHECK_SHEET", "blank_bytes", "write_blank"]
