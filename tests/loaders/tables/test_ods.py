"""OpenDocument: repeats, spans, covered cells, values before shown text."""

import pytest

from bangfu.loaders.tables.ods import sheets_of

HEAD = (
    '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
)


def content(rows: str) -> bytes:
    return f'{HEAD}<t:table t:name="一">{rows}</t:table></o:document-content>'.encode()


def test_values_repeats_and_spans() -> None:
    rows = (
        '<t:table-row><t:table-cell t:number-rows-spanned="2"><x:p>甲</x:p></t:table-cell>'
        '<t:table-cell o:value-type="date" o:date-value="2024-09-01T00:00:00"><x:p>9月</x:p>'
        "<o:annotation><x:p>批注</x:p></o:annotation></t:table-cell>"
        '<t:table-cell o:value-type="float" o:value="3.0"/></t:table-row>'
        '<t:table-row t:number-rows-repeated="2"><t:covered-table-cell/>'
        '<t:table-cell t:number-columns-repeated="2"><x:p>乙</x:p></t:table-cell>'
        '<t:table-cell t:number-columns-repeated="16000"/></t:table-row>'
        '<t:table-row t:number-rows-repeated="1048000"><t:table-cell/></t:table-row>'
    )
    ((name, cells, merges),) = sheets_of(content(rows), 1000)
    assert name == "一"
    assert cells == [["甲", "2024-09-01", "3"], ["", "乙", "乙"], ["", "乙", "乙"]]
    assert merges == [(0, 0, 1, 0)]


@pytest.mark.parametrize(
    "rows",
    [
        '<t:table-row><t:table-cell t:number-columns-repeated="9999999"><x:p>a</x:p></t:table-cell></t:table-row>',
        '<t:table-row t:number-rows-repeated="9999999"><t:table-cell><x:p>a</x:p></t:table-cell></t:table-row>',
    ],
)
def test_repeats_without_end(rows: str) -> None:
    with pytest.raises(OverflowError):
        sheets_of(content(rows), 100_000)
