"""What is never kept, though it be printed: numbers and addresses of people, and what is private.

Numbers of identity cards, telephones and accounts, home addresses, days of birth, ethnicity,
religion and health of single persons are blanked in whatever a source says, character by character.
Pupils, parents and households are counted and never named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from .masking import BLANK, blanked

__all__ = ["pupil_title", "pupils", "suspected", "without_personal"]

_DIGIT: Final = "[0-9０-９]"
_END: Final = "[^，。；;！？!?\\n\\r\\\\）)]"
_PEOPLE: Final = (
    "汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|"
    "东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|"
    "俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺"
)
_DAY: Final = (
    f"{_DIGIT}{{4}}\\s?[年.\\-/]\\s?{_DIGIT}{{1,2}}\\s?(?:[月.\\-/]\\s?(?:{_DIGIT}{{1,2}}日?)?)?"
)
_WHAT: Final = re.compile(
    "|".join(
        (
            # identity cards (GB 11643), with their day of birth in the middle
            rf"(?<!{_DIGIT})[1-9]{_DIGIT}{{5}}(?:19|20){_DIGIT}{{2}}[01]{_DIGIT}[0-3]{_DIGIT}"
            rf"{_DIGIT}{{3}}[0-9０-９XxＸ](?!{_DIGIT})",
            r"(?:身份证|证件)(?:号码?|编号)?[:：为是]?\s?(?P<a>[0-9０-９Xx*＊]{6,18})",
            # mobile and fixed telephones
            rf"(?<![0-9０-９.])1[3-9]{_DIGIT}[-\s]?{_DIGIT}{{4}}[-\s]?{_DIGIT}{{4}}(?!{_DIGIT}|[元万亿人册])",
            rf"(?<!{_DIGIT})(?:[(（]0{_DIGIT}{{2,3}}[)）]|0{_DIGIT}{{2,3}}\s?[-—–－])\s?"
            rf"{_DIGIT}{{7,8}}(?!{_DIGIT})",
            rf"(?:电话|手机|传真|热线)(?:号码?)?[:：为是]\s?(?P<b>{_DIGIT}{{5,12}})",
            rf"(?:卡号|账号|帐号|银行卡)[:：为是]?\s?(?P<c>{_DIGIT}[0-9０-９\s]{{7,22}}{_DIGIT})",
            # homes
            rf"(?:家庭住址|家庭地址|户籍地址|居住地址|住址|现住址|现住)[:：为是在于]?\s?(?P<d>{_END}{{2,40}})",
            rf"家住(?P<e>{_END}{{2,30}})",
            # births
            rf"(?:出生日期|出生年月|生日)[:：为是]?\s?(?P<f>{_DAY})",
            rf"(?P<g>{_DAY})\s?(?:出生|生于|生(?=[，,、。；)）]))",
            rf"(?:出生于|生于)\s?(?P<h>{_DAY})",
            # people, belief and health of single persons
            rf"民族[:：]\s?(?P<i>(?:{_PEOPLE})族?)",
            rf"(?<=[男女])[，,、\s]\s?(?P<j>(?:{_PEOPLE})族)(?![自中小一二三第学])",
            rf"(?<=[，,、（(\s])(?P<k>(?:{_PEOPLE})族)(?=[，,、\s]\s?(?:[男女]|中共|党员|群众|{_DIGIT}{{4}}年|大学|"
            rf"大专|本科|研究生|硕士|博士|籍贯))",
            r"(?:宗教信仰|信仰)[:：]\s?(?P<l>[^，。；\s\\]{1,6})",
            r"(?P<m>信仰(?:伊斯兰教|佛教|藏传佛教|基督教|天主教|道教))",
            r"(?P<n>佛教徒|基督徒|天主教徒|穆斯林)",
            rf"(?P<o>(?:身患|患有|患上|罹患|确诊(?:为|患)?)"
            rf"(?:{_END}{{0,14}}?(?:病症?|症|癌症?|炎|瘤)|{_END}{{1,8}}))",
            r"(?:健康状况|身体状况|病史)[:：]\s?(?P<p>[^，。；\s\\]{1,12})",
            r"(?P<q>[一二三四]级(?:肢体|视力|听力|智力|精神|言语)?残疾)",
        )
    )
)
_HINT: Final = re.compile(
    r"[0-9０-９]{5}|[0-9０-９]{4}[年.\-/]|住|民族|族[，,、]|[男女]\s?[，,、\s]|信仰|教徒|穆斯林|患|确诊|状况|病史|残疾|电话|卡号"
)

# The hundred most frequent surnames (2020 census report of the Ministry of Public Security).
_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏"
    "苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃"
    "武钱戴严莫孔向常汤"
)
_NAME: Final = f"[{_SURNAMES}][一-鿿]{{1,2}}"
_PUPIL: Final = re.compile(
    rf"(?:学生|小学生|中学生|女生|男生|孩子|家长|贫困户|脱贫户|低保户|患者|孤儿|留守儿童|监护人)"
    rf"(?P<after>{_NAME})(?=说|道|表示|告诉|家|的|是|在|，|。|、|；|）|\)|”|和|与|同学|等)"
    rf"|(?P<before>{_NAME})(?:小朋友|小同学|同学)(?!们)"
)
_WORDS: Final = re.compile(
    "高兴|高中|高考|方面|方式|安全|万一|马上|白天|黄昏|常常|向来|向上|金钱|成长|于是|何时|何种|夏令|石头|"
    "江边|龙头|钟爱|毛病|严格|任何|任课|许多|余下|段时|程度|顾虑|武术|叶子|田野|雷同|汤圆|莫名|孔子|向往|"
    "向他|向她|向老|向学|于学|常用|常年|高年|高一|高二|高三|高校|方便|周末|周围|周边|胡乱|杜绝|曾经|曾在|"
    "任务|何况|许可|马路|林间|江南|江苏|金秋|白发|石阶|夏天|秦岭|黎明|万分|万名|万余|千万|余名|余人|余位"
)
_TITLES: Final = re.compile(
    r"(?:学生|同学|学员家长|家长|贫困户|脱贫户|低保户|监测户|村民|农户|患者|孤儿|留守儿童|监护人|小朋友)(?:代表)?"
)


def without_personal(text: str) -> str:
    """`text` with what is private blanked, of the same length.

    >>> without_personal("联系人电话：13812345678")
    '联系人电话：○○○○○○○○○○○'
    """
    if _HINT.search(text) is None:
        return text
    return _WHAT.sub(_blank, text)


def suspected(texts: Iterable[str]) -> set[str]:
    """Those of `texts` in which :func:`without_personal` may find anything."""
    return {*filter(_HINT.search, texts)}


def _blank(found: re.Match[str]) -> str:
    """The part that is private: what a group holds, or all."""
    name = found.lastgroup
    if name is None:
        return blanked(found[0])
    start, end = found.start(name) - found.start(), found.end(name) - found.start()
    return found[0][:start] + BLANK * (end - start) + found[0][end:]


def pupils(text: str) -> Iterator[str]:
    """The names in `text` of pupils, parents and members of households that are helped."""
    for found in _PUPIL.finditer(text):
        name = found["after"] or found["before"]
        if _WORDS.match(name) is None:
            yield name


def pupil_title(title: str) -> bool:
    """Whether somebody with this title is a pupil, a parent or of a household, not of the staff.

    >>> pupil_title("学生"), pupil_title("学生处处长")
    (True, False)
    """
    return _TITLES.fullmatch(title) is not None
