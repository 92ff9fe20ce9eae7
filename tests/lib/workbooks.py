"""Workbooks made by hand, in the shapes that offices fill in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

import xlwt
from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell


def people(path: Path) -> Path:
    """Banner, reporter and date, ornament, two-row merged heads on rows 5–6, example, totals."""
    book = Workbook()
    notes = book.active
    notes.title = "填表说明"
    notes.append(["填表说明"])
    notes.append(["1. 带*的为必填项；姓名请填全名。"])
    notes.append(["2. 有问题请致电13812345678。"])
    sheet = book.create_sheet("花名册")
    sheet["A1"] = "2024年援疆支教教师花名册（第三批）"
    sheet.merge_cells("A1:K1")
    sheet["A2"] = "填报单位：福清市教育局"
    sheet["H2"] = "填报日期：２０２４年９月１０日"
    sheet["A3"] = "★★★★★★"
    sheet.merge_cells("A3:K3")
    upper = {
        "A5": "序号",
        "B5": "*姓名",
        "C5": "派出方",
        "E5": "接收方",
        "H5": "起止时间",
        "J5": "身份证号",
        "K5": "联系电话",
    }
    lower = {
        "C6": "*派出\n单位",
        "D6": "任教学科",
        "E6": "受援县",
        "F6": "*受援学校（全称）",
        "G6": "拟任职务",
        "H6": "开始",
        "I6": "结束",
    }
    for address, text in {**upper, **lower}.items():
        sheet[address] = text
    for merged in ("A5:A6", "B5:B6", "C5:D5", "E5:G5", "H5:I5", "J5:J6", "K5:K6"):
        sheet.merge_cells(merged)
    rows = [
        [
            "示例",
            "张三",
            "某市某中学",
            "语文",
            "某县",
            "某县某中学",
            "副校长",
            "2024-09",
            "2025-07",
            "110101199001011234",
            "13800000000",
        ],
        [
            1,
            "翁书亭",
            "福清市融北中学",
            "生物",
            "隆德县",
            "第二中学",
            "副校长",
            date(2024, 9, 1),
            date(2025, 7, 1),
            "110101199001011234",
            13800000000,
        ],
        [
            2,
            "方见深",
            None,
            "体育",
            "隆德县",
            "隆德县第四小学",
            "／",
            date(2024, 9, 1),
            date(2024, 7, 1),
            None,
            None,
        ],
        [
            3,
            "严　可",
            "福清市职业技术学校",
            "机械",
            "隆德县",
            "隆德县职业中学",
            "专业部主任",
            "２０２４．９",
            "2024-13",
            None,
            None,
        ],
        [
            4,
            "翁书亭、方见深等3人",
            "福清市融北中学",
            "生物",
            "隆德县",
            "隆德县第二中学",
            None,
            45536,
            None,
            None,
            None,
        ],
        [
            5,
            "路远",
            "福清市融北中学",
            "物理",
            "隆德县",
            "西吉县第三中学",
            None,
            45536,
            None,
            None,
            None,
        ],
        [
            6,
            "翁书亭",
            "福清市融北中学",
            "生物",
            "隆德县",
            "第二中学",
            "副校长",
            date(2024, 9, 1),
            date(2025, 7, 1),
            None,
            None,
        ],
        ["合计", "6人"],
        ["填表人：李某", None, None, "联系电话：0591-85221234"],
    ]
    for number, row in enumerate(rows, start=7):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column, value)
    sheet.merge_cells("C8:C9")
    book.save(path)
    return path


def pairs(path: Path) -> Path:
    """Heads on rows 3–4 with places of both sides; the sides' heads span columns."""
    book = Workbook()
    sheet = book.active
    sheet.title = "结对"
    sheet.append(["东西部协作学校结对帮扶情况表"])
    sheet.append([])
    sheet.append(["序号", "支援方", None, None, "受援方", None, None, "结对时间", "备注"])
    sheet.append([None, "市", "县（市、区）", "学校", "市", "县（市、区）", "学校", None, None])
    sheet.append(["例", "某市", "某区", "某小学", "某市", "某县", "某小学", "2023.09", None])
    sheet.append(
        [1, "福州市", "鼓楼区", "实验小学", "固原市", "隆德县", "第一小学", "2023.09", None]
    )
    sheet.append(
        [2, "福州市", "鼓楼区", "实验小学", "固原市", "西吉县", "第一小学", "2023年秋", None]
    )
    sheet.append([3, None, None, None, "固原市", "彭阳县", "第三小学", "2023.1", None])
    sheet.append(["总计", None, None, "1所", None, None, "3所"])
    for merged in ("A1:I1", "A3:A4", "B3:D3", "E3:G3", "H3:H4", "I3:I4", "B6:B7", "C6:C7", "D6:D7"):
        sheet.merge_cells(merged)
    notes = book.create_sheet("说明")
    notes.append(["学校须填全称"])
    lists = book.create_sheet("选项")
    lists.append(["姓名", "派出单位"])
    lists.append(["李可", "甲市第一中学"])
    lists.sheet_state = "hidden"
    book.save(path)
    return path


def donations(path: Path) -> Path:
    """Heads in one row with units in them; a second sheet of trainees."""
    book = Workbook()
    sheet = book.active
    sheet.title = "捐赠"
    sheet.append(["社会捐赠情况统计表"])
    sheet.append(["单位：福清市教育局", None, None, None, None, "2024年12月31日"])
    sheet.append(
        ["序号", "捐赠单位", "受赠学校", "捐赠金额（万元）", "捐赠物资", "数量", "捐赠时间"]
    )
    sheet.append(["示例", "某公司", "某中学", 1, "图书", "10册", "2024-01"])
    sheet.append([1, "福清市慈善总会", "隆德县第一中学", 3.5, None, None, "2024年5月"])
    sheet.append([2, "福清市慈善总会", "隆德县第二中学", None, "图书", "500册", 20240601])
    sheet.append([3, "福清市慈善总会", None, "若干", None, None, "2024年5月"])
    sheet.append(["合计", None, None, 3.5])
    more = book.create_sheet("跟岗")
    more.append(["隆德县教师赴福清市跟岗研修名单"])
    more.append(["姓名", "所在学校", "学科", "跟岗学校", "跟岗时间"])
    more.append(["李可", "隆德县第一中学", "数学", "福清市融北中学", "2024.10.08-2024.10.25"])
    more.append(["路远", "隆德县第二中学", "英语", "福清市融北中学", "2024.10.08-2024.10.25"])
    book.save(path)
    return path


def as_xls(path: Path) -> Path:
    """The same cells and merged ranges in the binary format of Excel 97."""
    made = xlwt.Workbook(encoding="utf-8")
    for sheet in load_workbook(path).worksheets:
        copy = made.add_sheet(sheet.title)
        copy.visibility = 0 if sheet.sheet_state == "visible" else 1
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    copy.write(cell.row - 1, cell.column - 1, cell.value)
        for merged in sheet.merged_cells.ranges:
            value = sheet.cell(merged.min_row, merged.min_col).value
            copy.merge(
                merged.min_row - 1, merged.max_row - 1, merged.min_col - 1, merged.max_col - 1
            )
            if value is None:
                copy.write(merged.min_row - 1, merged.min_col - 1, "")
    made.save(str(path.with_suffix(".xls")))
    return path.with_suffix(".xls")


_ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def as_ods(path: Path) -> Path:
    """The same cells and merged ranges as OpenDocument, with empty rows to the edge."""
    parts = [f"<office:document-content {_ODS}><office:body><office:spreadsheet>"]
    for sheet in load_workbook(path).worksheets:
        parts.append(f"<table:table table:name={quoteattr(sheet.title)}>")
        spans = {
            (merged.min_row, merged.min_col): (merged.size["rows"], merged.size["columns"])
            for merged in sheet.merged_cells.ranges
        }
        for row in sheet.iter_rows():
            parts.append("<table:table-row>")
            for cell in row:
                down, across = spans.get((cell.row, cell.column), (1, 1))
                span = f'table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
                text = "" if cell.value is None else f"<text:p>{escape(str(cell.value))}</text:p>"
                covered = "covered-" if isinstance(cell, MergedCell) else ""
                parts.append(f"<table:{covered}table-cell {span if not covered else ''}>{text}")
                parts.append(f"</table:{covered}table-cell>")
            parts.append('<table:table-cell table:number-columns-repeated="16000"/>')
            parts.append("</table:table-row>")
        parts.append('<table:table-row table:number-rows-repeated="1048000"><table:table-cell/>')
        parts.append("</table:table-row></table:table>")
    parts.append("</office:spreadsheet></office:body></office:document-content>")
    with ZipFile(path.with_suffix(".ods"), "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "".join(parts))
    return path.with_suffix(".ods")
